/** What the solver answers. Ordinals are written `server/ordinal`; lists of them are sorted by server, then number. */
export interface Placement {
  readonly version: 1;
  /** The required copies of every placed model. */
  readonly assignments: Readonly<Record<string, readonly string[]>>;
  /** Further copies, for models that may have more: on spare room below the base, and on ordinals from the base up. */
  readonly spare: Readonly<Record<string, readonly string[]>>;
  /** For a model with one copy: the ordinal of the same server that can hold it while its own is drained. */
  readonly refuge: Readonly<Record<string, string>>;
  readonly servers: Readonly<Record<string, { readonly base: number }>>;
  /** Models that were placed before and now stand elsewhere. */
  readonly moves: readonly Move[];
  readonly certificate: Certificate;
  readonly unplaced: readonly Unplaced[];
}

/** One copy that changes its ordinal; `from` or `to` is null where a copy only goes or only comes. */
export interface Move {
  readonly model: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** How good the placement is: over all legal placements without history. */
export interface Certificate extends Bound {
  readonly components: readonly ComponentBound[];
}

export interface Bound {
  /** Σ cost × base of this placement. */
  readonly used: number;
  /** No legal placement of the placed models costs less. */
  readonly lowerBound: number;
  /** `used − lowerBound`; 0 is optimal. */
  readonly gap: number;
  /** How the bound was found; `+` joins several. What rests on floating point alone ends in `(float)`. */
  readonly method: string;
}

/** The bound of one set of servers that share no model with the others. */
export interface ComponentBound extends Bound {
  readonly servers: readonly string[];
}

export interface Unplaced {
  readonly model: string;
  /** Why, step by step. */
  readonly reasons: readonly Reason[];
  /**
   * How it is proven that not all models have a place, whatever stands where. `alone`: no server could hold this one, had
   * it nothing else to hold. Else the arguments, joined by `+`, which show of servers, those that this model can go to
   * among them, that they cannot hold all models that can go nowhere else: one of those is without a place in any case.
   * null: no place was found, which proves nothing, or one would be found if more models moved.
   */
  readonly proof: string | null;
  /** What would place it, each checked by solving. */
  readonly remedies: readonly Remedy[];
}

/** One step of the funnel: which servers it excluded, and by how much. */
export interface Reason {
  readonly step: 'pin' | 'capabilities' | 'copies' | 'memory' | 'gpuMemory' | 'slots' | 'disk' | 'room' | 'moves';
  readonly message: string;
  /** Servers that were still candidates after this step. */
  readonly left: readonly string[];
  /** What was missing at least, in the step's unit (MiB, slots, copies). Absent: not a quantity. */
  readonly shortfall?: number;
  /** The server that came nearest. */
  readonly nearest?: string;
}

export interface Remedy {
  readonly kind: 'moves' | 'replicas' | 'memory' | 'gpuMemory' | 'slots' | 'disk' | 'capability' | 'update';
  readonly message: string;
  /** The server it concerns. Absent: none in particular. */
  readonly server?: string;
  /** The value that would do: E, replicas, or MiB. Absent: not a quantity. */
  readonly value?: number;
}
