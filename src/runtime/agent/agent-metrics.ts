import type { AgentSettings, CopyState, PodStatus } from '../../ir/index.ts';
import { metricNames } from '../../names/index.ts';
import { countedBy, counters, gauge, gauges, type Metric } from '../metrics/index.ts';
import type { CacheUsage } from './artifacts/index.ts';

/** How often something was done since the agent started. */
export interface Done {
  readonly fetches: Counts;
  readonly loads: Counts;
}

interface Counts {
  ok: number;
  failed: number;
}

/** What an agent's metrics are made of. */
export interface AgentFacts {
  readonly settings: Pick<AgentSettings, 'memory'>;
  readonly ready: boolean;
  /** Undefined: there is none yet. */
  readonly status: PodStatus | undefined;
  readonly done: Done;
  /** Whether a stream to each router that is known of is open. */
  readonly routers: readonly { readonly connected: boolean }[];
  readonly cache: CacheUsage;
}

const states: readonly CopyState[] = ['waiting', 'fetching', 'loading', 'ready', 'leaving', 'dropping', 'failed'];

const mebibyte = 1024 * 1024;

export function agentMetrics({ settings, ready, status, done, routers, cache }: AgentFacts): readonly Metric[] {
  const copies = status?.copies ?? [];
  const { capacity = 0, planned = 0, used } = status?.memory ?? {};
  const yesOrNo = routers.map(({ connected }) => String(connected));
  return [
    gauges(
      metricNames.agentCopies,
      'Copies of models on this pod by state.',
      countedBy(
        'state',
        states,
        copies.map(({ state }) => state),
      ),
    ),
    gauge(
      metricNames.agentCopiesGivenUp,
      'Copies that failed and are not tried again as long as the plan asks for them.',
      copies.filter(({ terminal }) => terminal).length,
    ),
    counters(metricNames.agentFetches, 'Artifacts fetched from stores by result.', results(done.fetches)),
    counters(metricNames.agentLoads, 'Loads into the inference server by result.', results(done.loads)),
    gauge(metricNames.agentServerLive, 'Whether the inference server answers.', status?.live === true),
    gauge(metricNames.agentReady, 'Whether the pod counts as ready.', ready),
    gauge(metricNames.agentDraining, 'Whether the pod is ending.', status?.draining === true),
    gauge(
      metricNames.agentPlanFault,
      'Whether the mounted plan is not the one that is acted on.',
      status?.planFault !== undefined,
    ),
    gauges(
      metricNames.agentRouters,
      'Routers of the gateway by whether the stream to them is open.',
      countedBy('connected', ['true', 'false'], yesOrNo),
    ),
    gauge(metricNames.agentMemoryLimit, 'Memory limit of the inference server in bytes.', settings.memory * mebibyte),
    gauges(
      metricNames.agentMemoryUsed,
      'Memory that the inference server takes in bytes; absent where it does not say.',
      used === undefined ? [] : [{ value: used * mebibyte }],
    ),
    gauge(metricNames.agentModelsCapacity, 'Memory that models may take in bytes.', capacity * mebibyte),
    gauge(metricNames.agentModelsPlanned, 'Memory that the loaded models are to take in bytes.', planned * mebibyte),
    gauge(metricNames.agentCacheLimit, 'Room for artifacts in bytes.', cache.limit),
    gauge(metricNames.agentCacheUsed, 'What the artifacts on disk take in bytes.', cache.used),
    gauge(
      metricNames.agentCacheInUse,
      'What the artifacts take that are loaded, or are to be, in bytes: they do not make way for others.',
      cache.inUse,
    ),
  ];
}

function results({ ok, failed }: Counts) {
  return [
    { labels: { result: 'ok' }, value: ok },
    { labels: { result: 'failed' }, value: failed },
  ];
}
