/**
 * What the solver is asked, complete: every field is there. `schemas/problem.schema.json` is the form in which it
 * travels, where most fields may be absent. Memory and disk are whole MiB.
 */
export interface Problem {
  readonly version: 1;
  /** E: how many other models may move for each changed one. */
  readonly moves: number;
  /** Models that changed since `previous`. Absent: those whose demand is not what their previous place can hold, and the new ones. */
  readonly changed?: readonly string[];
  readonly policy: { readonly survive: 'none' | 'replica' };
  readonly servers: readonly ProblemServer[];
  readonly models: readonly ProblemModel[];
  /** Where models are now. Absent: nowhere. */
  readonly previous?: Readonly<Record<string, PreviousPlace>>;
}

export interface ProblemServer {
  readonly name: string;
  /** Bounds of the base; `min < max` leaves the choice to the solver. */
  readonly replicas: { readonly min: number; readonly max: number };
  /** Whether more replicas than the base may run, up to the most, and hold further copies. Absent: they may. */
  readonly beyondBase?: 'autoscaled' | 'never';
  readonly capacity: ProblemCapacity;
  /** Copies of each model that one replica holds (one per worker process). */
  readonly workers: number;
  /** Percent by which all models together may exceed the capacity. */
  readonly overcommit: number;
  readonly capabilities: readonly string[];
  /** Price of one replica. */
  readonly cost: number;
}

export interface ProblemCapacity {
  readonly memory: number;
  /** 0: no GPU. */
  readonly gpuMemory: number;
  /** null: no limit. */
  readonly slots: number | null;
  /** null: not counted. */
  readonly disk: number | null;
}

export interface ProblemModel {
  readonly name: string;
  readonly memory: number;
  /** Most memory while loading, its own included. */
  readonly peak: number;
  readonly gpuMemory: number;
  readonly gpuPeak: number;
  readonly disk: number;
  /** Copies: `min` are required, up to `max` are welcome. */
  readonly replicas: { readonly min: number; readonly max: number };
  readonly requires: readonly string[];
  /** Pin. null: any server. */
  readonly server: string | null;
  readonly residency: 'always' | 'onDemand';
  readonly update: 'surge' | 'recreate';
  /** Expected load relative to other models. */
  readonly load: number;
}

/** Ordinals, as `server/ordinal`. */
export interface PreviousPlace {
  readonly at: readonly string[];
  readonly spare?: readonly string[];
}
