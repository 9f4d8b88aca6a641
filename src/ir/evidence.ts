/**
 * Why the lower bounds of a certificate hold, so that they can be checked without trusting the solver. Resources of an
 * ordinal are taken one by one; sizes, thresholds and prices are whole numbers of the units that are named.
 */
export interface Evidence {
  readonly version: 1;
  /** In the order of the certificate's components. */
  readonly components: readonly ComponentEvidence[];
  /** Why not all models have a place, where that is proven. */
  readonly shortages: readonly ShortageEvidence[];
}

export interface ComponentEvidence {
  readonly servers: readonly string[];
  readonly lowerBound: number;
  /** Why a server's base cannot be lower, by its name. Absent: its `replicas.min` is all that is claimed. */
  readonly bases: Readonly<Record<string, BaseEvidence>>;
  readonly argument: Argument;
}

/**
 * Servers that cannot hold all models that can go nowhere else, placed or not: one of their bases is shown to be above
 * its server's `replicas.max`, or the bound to be above the sum of those, every replica at a cost of 1.
 */
export interface ShortageEvidence {
  readonly servers: readonly string[];
  /** As for a component. */
  readonly bases: Readonly<Record<string, BaseEvidence>>;
  readonly argument: Argument | TotalArgument;
}

/**
 * All replicas that the servers may have hold less of this resource than the models ask for, wherever they go: with the
 * fewest workers, and nothing on top.
 */
export interface TotalArgument {
  readonly by: 'total';
  readonly resource: 'overcommit' | 'gpuOvercommit' | 'slots';
}

/** Models that can only go to this server need so many of its ordinals. */
export type BaseEvidence =
  /** One of them has as many copies. */
  | { readonly by: 'copies'; readonly base: number; readonly model: string }
  /**
   * They take as much of one resource: the L2 bound with this threshold, in parts of an ordinal of 1 / 2^30. Copies
   * above half an ordinal need one each; what those leave free that are at most 1 − threshold is all that copies from
   * the threshold to half can use of theirs.
   */
  | { readonly by: 'volume'; readonly base: number; readonly resource: Resource; readonly threshold: number };

/** What limits an ordinal: memory of models that stay, with T; memory of all, with overcommit; the same of the GPU; and the rest. */
export type Resource = 'memory' | 'overcommit' | 'gpuMemory' | 'gpuOvercommit' | 'slots' | 'disk';

/** What the bound of a component rests on, beyond the least bases. */
export type Argument =
  /** Nothing: Σ cost × least base. */
  | { readonly by: 'bases' }
  /** Wherever this model goes, that server needs as many ordinals as it has copies. */
  | { readonly by: 'copies'; readonly model: string }
  /**
   * Prices p, in units of 1 / `unit` of cost, of one ordinal's worth of a resource, by server and level of T; levels
   * begin at the given MiB on one worker. Σ over copies of the least that any server and level asks for it, and over
   * servers of the least of (cost − p) × base, is a lower bound.
   */
  | {
      readonly by: 'prices';
      readonly unit: number;
      readonly levels: readonly number[];
      readonly prices: Readonly<Record<string, readonly Prices[]>>;
    }
  /** A value for a copy of each model (absent: 0), such that no legal ordinal of the one server holds more than `most`. */
  | { readonly by: 'columns'; readonly most: number; readonly values: Readonly<Record<string, number>> }
  /**
   * All that costs less was tried, in so many partial placements, and nothing of it holds the models. Only for small
   * components: a checker tries all itself.
   */
  | { readonly by: 'exhaustion'; readonly steps: number };

/** By resource; absent: 0. */
export type Prices = Readonly<Partial<Record<Resource, number>>>;
