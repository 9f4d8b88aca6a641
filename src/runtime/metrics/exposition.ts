import type { MetricName } from '../../names/index.ts';

/** One metric with its values now. */
export interface Metric {
  readonly name: MetricName;
  readonly type: 'gauge' | 'counter';
  /** What it says, in one line. */
  readonly help: string;
  /** Absent labels: the metric has one value. */
  readonly samples: readonly Sample[];
}

export interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

export const expositionType = 'text/plain; version=0.0.4; charset=utf-8';

/** Metrics in Prometheus's text form. One without samples says only that there is such a metric. */
export function expositionText(metrics: readonly Metric[]): string {
  return metrics
    .map(({ name, type, help, samples }) =>
      [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples.map((sample) => sampleLine(name, sample))]
        .map((line) => `${line}\n`)
        .join(''),
    )
    .join('');
}

function sampleLine(name: string, { labels = {}, value }: Sample): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}`;
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}

export function gauge(name: MetricName, help: string, value: number | boolean): Metric {
  return gauges(name, help, [{ value: Number(value) }]);
}

export function gauges(name: MetricName, help: string, samples: readonly Sample[]): Metric {
  return { name, type: 'gauge', help, samples };
}

export function counters(name: MetricName, help: string, samples: readonly Sample[]): Metric {
  return { name, type: 'counter', help, samples };
}

/** How many there are of each kind; kinds that there are none of are told as well, so that no series comes and goes. */
export function countedBy<Kind extends string>(
  label: string,
  kinds: readonly Kind[],
  found: Iterable<Kind>,
): readonly Sample[] {
  const counts = new Map<Kind, number>(kinds.map((kind) => [kind, 0]));
  for (const kind of found) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, value]) => ({ labels: { [label]: kind }, value }));
}
