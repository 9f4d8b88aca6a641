import type { HostPort } from './address.ts';

/**
 * What is: one agent's word on its pod, sent whole to every router whenever it changes. Additive: a reader ignores
 * fields it does not know. Memory is MiB; times are ISO 8601 in UTC by the agent's clock, for people to read.
 */
export interface PodStatus {
  readonly version: 1;
  readonly environment: string;
  readonly server: string;
  readonly ordinal: number;
  /** Name of the pod. */
  readonly pod: string;
  /** One run of the agent: words to an earlier run mean nothing to it. */
  readonly instance: string;
  /** Grows with each status of a run. */
  readonly sequence: number;
  /** Where requests for its models go, of either protocol. */
  readonly address: HostPort;
  /** Digest of the plan it acts on. Absent: it has none yet. */
  readonly plan?: string;
  /** Why the plan that is mounted is not the one it acts on. Absent: it is. */
  readonly planFault?: string;
  /** Whether the inference server answers. */
  readonly live: boolean;
  /** The pod is ending: all its copies are to be handed over. */
  readonly draining: boolean;
  readonly memory: PodMemory;
  /** What it has to do. Absent: not known, or not yet. */
  readonly load?: PodLoad;
  /** Sorted by model, then physical name; every copy that is there, or that should be. */
  readonly copies: readonly CopyStatus[];
}

export interface PodMemory {
  /** What models can use, as placement counts it. */
  readonly capacity: number;
  /** What the plan says that the loaded ones take. */
  readonly planned: number;
  /** Most that `planned` and the load under way took together since the inference server started. */
  readonly peak: number;
  /** What the inference server really takes. Absent: it does not say. */
  readonly used?: number;
}

/** What a pod has to do, as its Envoy counts it before any limit: means over the last seconds. */
export interface PodLoad {
  readonly inFlight: number;
  readonly requestsPerSecond: number;
}

/** One version of one model on one pod. */
export interface CopyStatus {
  /** Logical name. */
  readonly model: string;
  readonly physical: string;
  /** As in `Version`. */
  readonly loadedAs?: string;
  readonly state: CopyState;
  /** Since when it is in this state. */
  readonly since: string;
  /** What it waits for, or why it failed. Absent: nothing to say. */
  readonly reason?: string;
  /** Of a failed copy: it is not tried again as long as the plan asks for this version. Absent: it is. */
  readonly terminal?: true;
  /**
   * It waits for room because its model is loaded on demand, and the plan allows more of those than there is room for:
   * nothing is amiss. Absent: it does not.
   */
  readonly onDemand?: true;
  /**
   * Of a waiting copy: for room, its own or that of one that comes first, which is there once all have gone that are
   * leaving here. Absent: not for that.
   */
  readonly forRoom?: true;
}

/**
 * - `waiting`: for room, for its turn, for another version to go, or for the next try (see `reason`)
 * - `fetching`: its artifact
 * - `loading`: into the server, and answering a first request there
 * - `ready`: requests are let in
 * - `leaving`: as ready, but nothing wants it here any more: it goes once every router has released it
 * - `dropping`: never to be routed to again; it is unloaded as soon as no request can be on its way
 * - `failed`: not there; see `reason`
 */
export type CopyState = 'waiting' | 'fetching' | 'loading' | 'ready' | 'leaving' | 'dropping' | 'failed';

/** What a router says to one agent, sent whole whenever it changes. Lists are sorted. */
export interface RouterWord {
  readonly version: 1;
  /** One run of the router. */
  readonly router: string;
  /** Sequence of the agent's status that this answers: what came after it is not yet taken into account. */
  readonly seen: number;
  /** Digest of the gateway's plan that it acts on. Absent: it has none yet. */
  readonly plan?: string;
  /**
   * Physical names of leaving copies of this agent that may go: its Envoy has accepted routes that do not lead to them,
   * and nobody is without the model for that who may not be.
   */
  readonly released: readonly string[];
  /** Versions that failed for good on some pod, so that no pod is to go on with them. */
  readonly aborted: readonly AbortedVersion[];
  /** Logical names of models that this agent's pod is the refuge of and is to take in now. */
  readonly refuge: readonly string[];
  /** Physical names of versions that wait on this agent's pod and are ready on another. Absent: none. */
  readonly proven?: readonly string[];
}

export interface AbortedVersion {
  readonly physical: string;
  /** Which pod, and what it said. */
  readonly reason: string;
}

/** What one router knows of the whole environment. */
export interface FleetStatus {
  readonly version: 1;
  readonly environment: string;
  /** Name of the gateway's pod. */
  readonly router: string;
  /** When this was said. */
  readonly at: string;
  /** Digest of the gateway's plan that it acts on. Absent: it has none yet. */
  readonly plan?: string;
  /** Why the plan that is mounted is not the one it acts on. Absent: it is. */
  readonly planFault?: string;
  /** Why the gateway's Envoy does not have the newest routes. Absent: it has. */
  readonly routesFault?: string;
  /** Sorted by name: those of the plan, and those that are still served without it. */
  readonly models: readonly ModelStatus[];
  /** Sorted by server and ordinal. */
  readonly pods: readonly KnownPod[];
}

/** One model as clients of this gateway see it. */
export interface ModelStatus {
  readonly name: string;
  /**
   * `ready`: the planned version answers from as many copies as the plan requires, without those that wait on demand;
   * `partial`: it answers, but not so; `onDemand`: it does not answer, and the plan allows that: it is loaded on demand,
   * and every copy waits for room; `unavailable`: it does not answer; `removed`: the plan no longer has it.
   */
  readonly state: 'ready' | 'partial' | 'onDemand' | 'unavailable' | 'removed';
  /** Since when it is in this state. */
  readonly since: string;
  /** Physical name that the plan wants. Absent: the plan no longer has it. */
  readonly wanted?: string;
  /** Physical name that requests go to. Absent: it does not answer. */
  readonly serving?: string;
  /** Where requests go, as `server/ordinal`, sorted. */
  readonly at: readonly string[];
  /** Where a copy is to be and is not, as `server/ordinal`, sorted. */
  readonly missing: readonly string[];
  /** Why it is not as planned, or what it waits for on demand. Absent: it is ready. */
  readonly reason?: string;
}

/** A pod as a router knows it. What it has to do changes all the time, and is told elsewhere. */
export interface KnownPod extends Omit<PodStatus, 'load'> {
  /** Whether its stream is open: if not, this is what it said last. */
  readonly connected: boolean;
}
