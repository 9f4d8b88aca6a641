import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Transition } from '../../src/ir/index.ts';
import type { Asked, Failure, SteadyLoad } from './load.ts';
import type { FleetShape, RunningFleet } from './running-fleet.ts';
import { textTable } from './text-table.ts';

/** What a change was to be, and what it was. */
export interface ComparedChange {
  readonly name: string;
  readonly predicted: ChangeFacts;
  readonly done: ChangeFacts;
  readonly failures: readonly Failure[];
  readonly answered: number;
}

export interface ChangeFacts {
  /** `physical at server/ordinal`, sorted. */
  readonly loads: readonly string[];
  readonly unloads: readonly string[];
  /** Models that were without an answer for a while. */
  readonly interrupted: readonly string[];
  /** MiB, by `server/ordinal`, of ordinals where anything was loaded. */
  readonly peaks: Readonly<Record<string, number>>;
}

/** One line of an agent's log. */
interface AgentEvent {
  readonly time: string;
  readonly event: string;
  readonly physical?: string;
  readonly memory?: number;
}

/**
 * Applies a commit to a fleet under load, waits until it is done, and compares what the plan predicted with what the
 * agents logged and clients saw.
 */
export async function changeUnderLoad(
  fleet: RunningFleet,
  load: SteadyLoad,
  asked: readonly Asked[],
  name: string,
  shape: FleetShape,
): Promise<ComparedChange> {
  load.takeFailures();
  const answered = load.answered;
  allowVersions(fleet, asked, shape);
  const since = new Date().toISOString();
  const transition = await fleet.commit(shape);
  await fleet.settled();
  const failures = load.takeFailures();
  return {
    name,
    predicted: predictedFacts(transition, fleet),
    done: { ...loggedFacts(fleet, since), interrupted: [...new Set(failures.map(({ model }) => model))].toSorted() },
    failures,
    answered: load.answered - answered,
  };
}

/** From now on a model may answer as before or as the new shape says. */
export function allowVersions(fleet: RunningFleet, asked: readonly Asked[], shape: FleetShape): void {
  for (const { name, version } of shape.models) {
    const one = asked.find(({ model }) => model === name);
    if (one) one.expected = [...one.expected.slice(-1), fleet.expected(name, version).predictions];
  }
}

/** What agents can be seen to do: a pod that ends takes its copies with it, and what only unloads has no peak. */
function predictedFacts({ steps, interrupted, peaks }: Transition, fleet: RunningFleet): ChangeFacts {
  const running = steps.filter(({ at }) => fleet.local.pods.has(at.replace('/', '-')));
  const of = (kind: string) => running.filter((step) => step.kind === kind);
  const names = (kind: string) =>
    of(kind)
      .map(({ physical, at }) => `${physical} at ${at}`)
      .toSorted();
  const loading = new Set(of('load').map(({ at }) => at));
  return {
    loads: names('load'),
    unloads: names('unload'),
    interrupted: interrupted.map(({ model }) => model),
    peaks: Object.fromEntries(Object.entries(peaks).filter(([at]) => loading.has(at))),
  };
}

/** What the agents of all pods logged since then. */
export function loggedFacts(fleet: RunningFleet, since: string): Omit<ChangeFacts, 'interrupted'> {
  const loads: string[] = [];
  const unloads: string[] = [];
  const peaks: Record<string, number> = {};
  for (const { at, event, physical = '', memory = 0 } of agentEvents(fleet, since)) {
    if (event === 'loading') peaks[at] = Math.max(peaks[at] ?? 0, memory);
    if (event === 'loaded') loads.push(`${physical} at ${at}`);
    if (event === 'unloaded') unloads.push(`${physical} at ${at}`);
  }
  return { loads: loads.toSorted(), unloads: unloads.toSorted(), peaks };
}

function agentEvents(fleet: RunningFleet, since: string): readonly (AgentEvent & { readonly at: string })[] {
  return globSync('state/**/*-agent.log', { cwd: fleet.folder }).flatMap((path) => {
    const [, server = '', ordinal = ''] = /([a-z]+)-(\d+)-agent\.log$/.exec(path) ?? [];
    return readFileSync(join(fleet.folder, path), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => ({ ...(JSON.parse(line) as AgentEvent), at: `${server}/${ordinal}` }))
      .filter(({ time }) => time >= since);
  });
}

/** The comparison as a table that people read. */
export function comparisonTable(changes: readonly ComparedChange[]): string {
  const rows = changes.map(({ name, predicted, done, failures, answered }) => [
    name,
    `${predicted.loads.length} / ${done.loads.length}`,
    `${predicted.unloads.length} / ${done.unloads.length}`,
    `${predicted.interrupted.length} / ${done.interrupted.length}`,
    Object.keys({ ...predicted.peaks, ...done.peaks })
      .toSorted()
      .map((at) => `${at} ${predicted.peaks[at] ?? '–'} / ${done.peaks[at] ?? '–'}`)
      .join(', '),
    `${failures.length} of ${answered}`,
  ]);
  const head = ['planned / done', 'loads', 'unloads', 'interrupted', 'peak memory, MiB', 'failed requests'];
  return textTable([head, ...rows]);
}
