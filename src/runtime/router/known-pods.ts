import { isDeepStrictEqual } from 'node:util';
import type { HostPort, PodLoad, PodStatus } from '../../ir/index.ts';
import type { AgentStream } from '../stream/index.ts';
import { isSameAddress, placeOf, type SeenPod } from './handover/index.ts';
import { NamesOnce } from './names-once.ts';
import type { LoadedPod } from './server-load.ts';

interface Entry {
  /** Absent: it broke. */
  stream?: AgentStream;
  pod: SeenPod;
  /** Absent: it has not said on this stream. */
  load?: PodLoad | undefined;
}

/** Every pod that a router has heard of and that was not found to be gone. */
export class KnownPods {
  readonly #entries = new Map<string, Entry>();
  readonly #names = new NamesOnce();
  #sorted: readonly SeenPod[] | undefined;

  /** Sorted by server and ordinal. */
  all(): readonly SeenPod[] {
    this.#sorted ??= [...this.#entries.values()]
      .map(({ pod }) => pod)
      .sort((a, b) => (a.server < b.server ? -1 : a.server > b.server ? 1 : a.ordinal - b.ordinal));
    return this.#sorted;
  }

  /** What each has to do, in no order. */
  loads(): readonly LoadedPod[] {
    return [...this.#entries.values()].map(({ pod: { server, pod, connected }, load }) => ({
      server,
      pod,
      connected,
      load,
    }));
  }

  /** Takes in what pods said to an earlier run: nobody is heard of yet. */
  recall(statuses: readonly PodStatus[]): void {
    for (const status of statuses) {
      this.#put(placeOf(status), { pod: { ...status, connected: false, released: new Set() } });
    }
  }

  /**
   * Takes in a status. The stream that came last is the one that counts: the agent that had the one before is gone.
   *
   * @returns whether it says anything new but what the pod has to do, by which nothing is decided
   */
  hear(stream: AgentStream, { load, ...status }: PodStatus): boolean {
    const key = placeOf(status);
    const entry = this.#entries.get(key);
    if (entry?.stream === stream && saysTheSame(entry.pod, status)) {
      entry.load = load;
      return false;
    }
    if (entry?.stream !== undefined && entry.stream !== stream) entry.stream.end();
    const told = entry?.stream === stream ? entry.pod.released : new Set<string>();
    const leaving = new Set(status.copies.filter(({ state }) => state === 'leaving').map(({ physical }) => physical));
    const pod: SeenPod = {
      ...this.#names.of(status),
      address: sameAddress(entry?.pod.address, status.address),
      connected: true,
      released: new Set([...told].filter((physical) => leaving.has(physical))),
    };
    this.#put(key, { stream, pod, load });
    return true;
  }

  /** Its stream broke: nothing else is known of it now. Gives whether it was the stream that counts. */
  lose(stream: AgentStream): boolean {
    for (const [key, { stream: own, pod }] of this.#entries) {
      if (own !== stream) continue;
      this.#put(key, { pod: { ...pod, connected: false, released: new Set() } });
      return true;
    }
    return false;
  }

  /** Remembers what a pod was told to let go. */
  tell(pod: SeenPod, released: readonly string[]): void {
    const key = placeOf(pod);
    const entry = this.#entries.get(key);
    if (entry?.pod !== pod || released.every((physical) => pod.released.has(physical))) return;
    this.#put(key, { ...entry, pod: { ...pod, released: new Set([...pod.released, ...released]) } });
  }

  /** A pod whose stream broke is gone for good. */
  remove(pod: SeenPod): void {
    if (this.#entries.get(placeOf(pod))?.pod !== pod) return;
    this.#entries.delete(placeOf(pod));
    this.#sorted = undefined;
  }

  streamOf(pod: SeenPod): AgentStream | undefined {
    return this.#entries.get(placeOf(pod))?.stream;
  }

  #put(key: string, entry: Entry): void {
    this.#entries.set(key, entry);
    this.#sorted = undefined;
  }
}

/** But for its number: words that answer the earlier one answer this one as well. */
function saysTheSame({ released, ...pod }: SeenPod, status: Omit<PodStatus, 'load'>): boolean {
  return isDeepStrictEqual(pod, { ...status, sequence: pod.sequence, connected: true });
}

/** The same object as before for the same address: routing tables keep it. */
function sameAddress(before: HostPort | undefined, now: HostPort): HostPort {
  return before !== undefined && isSameAddress(before, now) ? before : now;
}
