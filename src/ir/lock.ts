import type { Json } from './json.ts';

/** What the last compile decided. A hint: an illegal or stale lock is repaired, not refused. Lists are sorted by name. */
export interface Lock {
  readonly version: 1;
  /** The solver that wrote it. */
  readonly solver: string;
  readonly servers: readonly LockedServer[];
  readonly models: readonly LockedModel[];
}

export interface LockedServer {
  readonly name: string;
  readonly base: number;
  /** The StatefulSet's fields that Kubernetes refuses to change, as they were emitted. */
  readonly immutable: ImmutableFields;
}

/** Fields of a StatefulSet that can be set only when it is made. */
export interface ImmutableFields {
  readonly serviceName: string;
  readonly podManagementPolicy: string;
  /** Absent: none. */
  readonly cache?: { readonly size: number; readonly storageClass: string };
}

export interface LockedModel {
  readonly name: string;
  /** Required copies, as `server/ordinal`. */
  readonly at: readonly string[];
  /** Further copies. */
  readonly spare: readonly string[];
  /** Short hash of what the solver was asked for it: a difference means that the model changed. */
  readonly demand: string;
  readonly current: Version;
  /** Up to two versions before it, newest first, whether or not they could be loaded today. */
  readonly former: readonly Version[];
  /** What the plan says of its last change, kept so that a second compile writes the same plan. Absent: nothing. */
  readonly step?: number;
  readonly mayInterrupt?: true;
}

/**
 * One version of a model: all that says what to load, under which name, and what a copy needs. Memory is counted per
 * worker in a lock, since the model may move to a server with more of them, and per copy, with all workers, in a plan.
 */
export interface Version {
  /** `<name>-<short hash>` of the artifact below: which version this is, wherever it is spoken of. See `physicalName`. */
  readonly physical: string;
  /** Where the name must stay, the model's own: the server knows every version by it. Absent: by the physical name. */
  readonly loadedAs?: string;
  readonly artifact: Artifact;
  /** What is loaded, in MiB. */
  readonly memory: number;
  /** Most while loading, its own memory included; at least `memory`. */
  readonly peak: number;
  /** The same on the GPU. Absent: none. */
  readonly gpuMemory?: number;
  readonly gpuPeak?: number;
  /** Size of the artifact on disk, in MiB. Absent: not known. */
  readonly disk?: number;
}

/** What to load. Everything in it is part of the physical name's hash. */
export interface Artifact {
  readonly uri: string;
  readonly store: string;
  /** Absent: the runtime's own rule. */
  readonly version?: string;
  /** Absent: not pinned. */
  readonly digest?: string;
  readonly format: string;
  /** Absent: any. */
  readonly formatVersion?: string;
  /** Absent: none. */
  readonly parameters?: Readonly<Record<string, Json>>;
}
