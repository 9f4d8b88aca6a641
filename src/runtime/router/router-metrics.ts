import { byCodeUnit } from '../../diagnostics/index.ts';
import type { ModelStatus } from '../../ir/index.ts';
import { metricNames } from '../../names/index.ts';
import { countedBy, gauge, gauges, type Metric } from '../metrics/index.ts';
import type { Standing } from './fleet-log.ts';
import { type LoadedPod, serverLoad } from './server-load.ts';

/** What a router's metrics are made of. */
export interface RouterFacts {
  readonly ready: boolean;
  readonly planFault: boolean;
  readonly routesFault: boolean;
  /** How each model stands. */
  readonly models: ReadonlyMap<string, Pick<Standing, 'state' | 'answered'>>;
  readonly pods: readonly LoadedPod[];
  /** As `serverLoad` takes it. */
  readonly settled: boolean;
}

/** How many models are named at most: with all of them amiss, more names would help nobody. */
const mostNamed = 50;

const states: readonly ModelStatus['state'][] = ['ready', 'partial', 'onDemand', 'unavailable', 'removed'];

export function routerMetrics({
  ready,
  planFault,
  routesFault,
  models,
  pods,
  settled,
}: RouterFacts): readonly Metric[] {
  const amiss = [...models]
    .filter(([, { state }]) => state === 'unavailable' || state === 'partial')
    // Those that do not answer at all come first, and of them those that did: many may be new with one commit.
    .toSorted(
      ([a, first], [b, second]) =>
        byCodeUnit(second.state, first.state) || Number(second.answered) - Number(first.answered) || byCodeUnit(a, b),
    );
  const servers = [...new Set(pods.map(({ server }) => server))].toSorted(byCodeUnit);
  const loads = servers.flatMap((server) => {
    const load = serverLoad(server, pods, settled);
    return typeof load === 'string' ? [] : [{ server, load }];
  });
  return [
    gauges(
      metricNames.routerModels,
      'Models by state.',
      countedBy(
        'state',
        states,
        [...models.values()].map(({ state }) => state),
      ),
    ),
    gauges(
      metricNames.routerModelAmiss,
      `1 for each model that does not answer, or not as planned; ${mostNamed} of them at most.`,
      amiss.slice(0, mostNamed).map(([model, { state, answered }]) => ({
        labels: { model, state, answered: String(answered) },
        value: 1,
      })),
    ),
    gauges(
      metricNames.routerPods,
      'Pods of each server by whether their stream is open.',
      servers.flatMap((server) => {
        const own = pods.filter((pod) => pod.server === server).map(({ connected }) => String(connected));
        return countedBy('connected', ['true', 'false'], own).map(({ labels, value }) => ({
          labels: { server, ...labels },
          value,
        }));
      }),
    ),
    gauges(metricNames.routerFault, 'Whether the gateway goes by another plan, or other routes, than it should.', [
      { labels: { what: 'plan' }, value: Number(planFault) },
      { labels: { what: 'routes' }, value: Number(routesFault) },
    ]),
    gauge(metricNames.routerReady, 'Whether the pod counts as ready.', ready),
    gauges(
      metricNames.serverInFlight,
      'Requests in flight of all pods of a server; absent while it is not known.',
      loads.map(({ server, load }) => ({ labels: { server }, value: load.inFlight })),
    ),
    gauges(
      metricNames.serverRequestRate,
      'Requests a second of all pods of a server; absent while it is not known.',
      loads.map(({ server, load }) => ({ labels: { server }, value: load.requestsPerSecond })),
    ),
  ];
}
