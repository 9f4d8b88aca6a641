// Generated from schemas/status.schema.json by scripts/generate-types.ts.

/**
 * What one router knows of the whole environment: `GET /v1/fleet` on its stream port, `GET /status` on its plain port; with `?watch` one such object a line, whenever something has changed. Readers ignore fields that they do not know. Times are ISO 8601 in UTC; memory is MiB.
 */
export interface StatusWire {
  /**
   * Version of the format.
   */
  version: 1;
  /**
   * The environment.
   */
  environment: string;
  /**
   * Name of the gateway's pod.
   */
  router: string;
  /**
   * When this was said.
   */
  at: string;
  /**
   * Digest of the gateway's plan that it acts on. Absent: it has none yet.
   */
  plan?: string;
  /**
   * Why the plan that is mounted is not the one it acts on. Absent: it is.
   */
  planFault?: string;
  /**
   * Why the gateway's Envoy does not have the newest routes. Absent: it has.
   */
  routesFault?: string;
  /**
   * Models of the plan, and those that are still loaded without it; sorted by name.
   */
  models: Model[];
  /**
   * Sorted by server and ordinal.
   */
  pods: Pod[];
}
/**
 * One model as clients of this gateway see it.
 */
export interface Model {
  /**
   * Logical name.
   */
  name: string;
  /**
   * `ready`: the planned version answers from as many copies as the plan requires, without those that wait on demand; `partial`: it answers, but not so; `onDemand`: it does not answer, and the plan allows that: it is loaded on demand, and every copy waits for room; `unavailable`: it does not answer; `removed`: the plan no longer has it.
   */
  state: 'ready' | 'partial' | 'onDemand' | 'unavailable' | 'removed';
  /**
   * Since when it is in this state.
   */
  since: string;
  /**
   * Physical name that the plan wants. Absent: the plan no longer has it.
   */
  wanted?: string;
  /**
   * Physical name that requests go to. Absent: it does not answer.
   */
  serving?: string;
  /**
   * Where requests go, as `server/ordinal`, sorted.
   */
  at: string[];
  /**
   * Where a copy is to be and is not, as `server/ordinal`, sorted.
   */
  missing: string[];
  /**
   * Why it is not as planned, or what it waits for on demand. Absent: it is ready.
   */
  reason?: string;
}
/**
 * One pod, by what its agent said last.
 */
export interface Pod {
  /**
   * Version of the format.
   */
  version: 1;
  /**
   * The environment.
   */
  environment: string;
  /**
   * The server that it is a replica of.
   */
  server: string;
  /**
   * Which replica.
   */
  ordinal: number;
  /**
   * Name of the pod.
   */
  pod: string;
  /**
   * One run of the agent.
   */
  instance: string;
  /**
   * Grows with each status of a run.
   */
  sequence: number;
  /**
   * Where requests for its models go, of either protocol.
   */
  address: {
    /**
     * IP address.
     */
    host: string;
    /**
     * Port.
     */
    port: number;
  };
  /**
   * Digest of the plan it acts on. Absent: it has none yet.
   */
  plan?: string;
  /**
   * Why the plan that is mounted is not the one it acts on. Absent: it is.
   */
  planFault?: string;
  /**
   * Whether the inference server answers.
   */
  live: boolean;
  /**
   * The pod is ending: all its copies are to be handed over.
   */
  draining: boolean;
  /**
   * Memory of the models on the pod.
   */
  memory: {
    /**
     * What models can use, as placement counts it.
     */
    capacity: number;
    /**
     * What the plan says that the loaded ones take.
     */
    planned: number;
    /**
     * Most that `planned` and the load under way took together since the inference server started.
     */
    peak: number;
    /**
     * What the inference server really takes. Absent: it does not say.
     */
    used?: number;
  };
  /**
   * Sorted by model, then physical name; every copy that is there, or that should be.
   */
  copies: Copy[];
  /**
   * Whether its stream is open: if not, this is what it said last.
   */
  connected: boolean;
}
/**
 * One version of one model on one pod.
 */
export interface Copy {
  /**
   * Logical name.
   */
  model: string;
  /**
   * Which version.
   */
  physical: string;
  /**
   * The name that the server knows it by. Absent: the physical name.
   */
  loadedAs?: string;
  /**
   * `waiting`: for room, for its turn, for another version to go, or for the next try (see `reason`); `fetching`: its artifact; `loading`: into the server, and answering a first request there; `ready`: requests are let in; `leaving`: as ready, but nothing wants it here any more; `dropping`: never to be routed to again, and unloaded soon; `failed`: not there (see `reason`).
   */
  state: 'waiting' | 'fetching' | 'loading' | 'ready' | 'leaving' | 'dropping' | 'failed';
  /**
   * Since when it is in this state.
   */
  since: string;
  /**
   * What it waits for, or why it failed. Absent: nothing to say.
   */
  reason?: string;
  /**
   * Of a failed copy: it is not tried again as long as the plan asks for this version. Absent: it is.
   */
  terminal?: true;
  /**
   * It waits for room because its model is loaded on demand, and the plan allows more of those than there is room for: nothing is amiss. Absent: it does not.
   */
  onDemand?: true;
  /**
   * Of a waiting copy: for room, its own or that of one that comes first, which is there once all have gone that are leaving here. Absent: not for that.
   */
  forRoom?: true;
}
