import type { Capacity, CopyState, PlannedModel, RouterWord, Version } from '../../../ir/index.ts';

/** All that an agent decides from. Plain data, without clocks: who decides alike sees alike. */
export interface AgentView {
  readonly ordinal: number;
  /** What models can use, as placement counts it. */
  readonly capacity: Capacity;
  /** Memory limit of the inference server, in MiB. */
  readonly memoryLimit: number;
  /** Entries of this server's plan. Absent: there is no plan yet, so what is here stays and nothing comes. */
  readonly plan?: readonly PlannedModel[];
  /** Whether the inference server answers. */
  readonly live: boolean;
  readonly draining: boolean;
  /** Sequence of the next status that is sent. */
  readonly sequence: number;
  /** Routers that DNS names or that a stream is held to. Absent: DNS has not answered yet. */
  readonly routers?: readonly KnownRouter[];
  /** As the last decision left them, changed by what has happened since. */
  readonly copies: readonly LocalCopy[];
  /** Keys of versions whose verified artifact is here. */
  readonly fetched: readonly string[];
  /** By key: versions that have failed here since the plan last began to ask for them. */
  readonly failures: Readonly<Record<string, Failure>>;
  /** Keys of versions that have waited long enough for another pod to try them first. Absent: none. */
  readonly impatient?: readonly string[];
  /** What the inference server takes, in MiB, less what it would use again before it asks for more. Absent: not known. */
  readonly used?: number;
}

export interface KnownRouter {
  /** The last that it said to this run of the agent. Absent: nothing yet. */
  readonly word?: Pick<RouterWord, 'seen' | 'released' | 'aborted' | 'refuge' | 'proven'>;
}

/** One version of one model on this pod. */
export interface LocalCopy {
  /** Logical name. */
  readonly model: string;
  readonly version: Version;
  readonly state: CopyState;
  /** Of a leaving copy: sequence of the first status in which it is. */
  readonly leavingAt?: number;
  /** Of a dropping copy: how often the server has refused to unload it. Absent: never. */
  readonly refusals?: number;
  /** What it waits for, or why it failed. Absent: nothing to say. */
  readonly reason?: string;
  /** As in `CopyStatus`. */
  readonly terminal?: true;
  /** It failed for good on another pod, so that it is not to be loaded here. Absent: it did not. */
  readonly aborted?: true;
  /** As in `CopyStatus`. */
  readonly onDemand?: true;
  /** As in `CopyStatus`. */
  readonly forRoom?: true;
}

/** Why a version is not here, and whether it is tried again. */
export interface Failure {
  readonly reason: string;
  /** Not until the plan asks for another version. Absent: it is tried again. */
  readonly terminal?: true;
  /** The next try is not due yet. Absent: it is. */
  readonly resting?: true;
}

/**
 * What tells one copy from another on a pod: the version, and the name it is loaded by, since a model that is told to keep
 * its name is loaded anew though it is the same version.
 */
export function copyKey({ physical, loadedAs }: Pick<Version, 'physical' | 'loadedAs'>): string {
  return loadedAs === undefined ? physical : `${loadedAs}/${physical}`;
}

/** Whether requests may be let in. */
export function isRoutable({ state }: Pick<LocalCopy, 'state'>): boolean {
  return state === 'ready' || state === 'leaving';
}

/** Whether the inference server holds it, or is about to, or still does. */
export function isInside({ state }: Pick<LocalCopy, 'state'>): boolean {
  return state === 'loading' || state === 'ready' || state === 'leaving' || state === 'dropping';
}
