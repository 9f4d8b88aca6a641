import type { PodLoad } from '../../ir/index.ts';

/** A pod as far as its load is concerned. */
export interface LoadedPod {
  readonly server: string;
  readonly pod: string;
  readonly connected: boolean;
  /** Undefined: it has not said. */
  readonly load: PodLoad | undefined;
}

/** What all pods of one server have to do together. */
export interface ServerLoad extends PodLoad {
  /** How many they are. */
  readonly pods: number;
}

/**
 * Adds up what the pods of a server say. Less than the whole is no answer: an autoscaler would take pods away because
 * nobody had heard of what they do.
 *
 * @param settled whether the router has been there for long enough to have heard of every pod
 * @returns the sums; or why they are not known, for the log of who asks
 */
export function serverLoad(server: string, pods: readonly LoadedPod[], settled: boolean): ServerLoad | string {
  if (!settled) return 'this router has just started, and may not have heard of every pod';
  const own = pods.filter((pod) => pod.server === server);
  if (own.length === 0) return `no pod of server ${server} was heard of`;
  let inFlight = 0;
  let requestsPerSecond = 0;
  for (const { pod, connected, load } of own) {
    if (!connected) return `the stream of ${pod} broke`;
    if (load === undefined) return `${pod} does not know yet what it has to do`;
    inFlight += load.inFlight;
    requestsPerSecond += load.requestsPerSecond;
  }
  return { pods: own.length, inFlight: rounded(inFlight), requestsPerSecond: rounded(requestsPerSecond) };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
