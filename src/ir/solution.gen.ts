// Generated from schemas/solution.schema.json by scripts/generate-types.ts.

/**
 * One replica of a server: `name/number`, numbers from 0.
 */
export type Ordinal = string;

/**
 * What `stowage solve` answers: where every copy stands, what that costs, how good it can be at best, and what could not be placed and why. Lists are sorted; ordinals by server, then number.
 */
export interface SolutionWire {
  /**
   * Version of the format.
   */
  version: 1;
  /**
   * Required copies of each placed model.
   */
  assignments: {
    [k: string]: Ordinal[];
  };
  /**
   * Further copies, for models that may have more: above the base of their server, and in room left below it.
   */
  spare: {
    /**
     * @minItems 1
     */
    [k: string]: Ordinal[];
  };
  /**
   * For a model with one running copy: the ordinal of the same server that can load it while its own is drained. One ordinal is drained at a time.
   */
  refuge: {
    [k: string]: Ordinal;
  };
  /**
   * Base of each server: replicas that required copies rest on.
   */
  servers: {
    /**
     * One server.
     */
    [k: string]: {
      base: number;
    };
  };
  /**
   * Required copies that stand elsewhere than before; `from` or `to` is null where a copy only comes or only goes.
   *
   * Items: One copy.
   */
  moves: {
    model: string;
    from: Ordinal | null;
    to: Ordinal | null;
  }[];
  /**
   * How good the placement is.
   */
  certificate: {
    /**
     * Sum of cost times base of this placement.
     */
    used: number;
    /**
     * No legal placement of the placed models costs less, whatever the history.
     */
    lowerBound: number;
    /**
     * `used` less `lowerBound`; 0: proven optimal.
     */
    gap: number;
    /**
     * The arguments that the bound rests on, joined by `+`; what rests on floating point alone ends in `(float)`.
     */
    method: string;
    /**
     * The same for each set of servers that share no model with the others.
     *
     * Items: One component.
     */
    components: {
      servers: string[];
      /**
       * Sum of cost times base of this placement.
       */
      used: number;
      /**
       * No legal placement of the placed models costs less, whatever the history.
       */
      lowerBound: number;
      /**
       * `used` less `lowerBound`; 0: proven optimal.
       */
      gap: number;
      /**
       * The arguments that the bound rests on, joined by `+`; what rests on floating point alone ends in `(float)`.
       */
      method: string;
    }[];
  };
  /**
   * Models without a legal place, with why, and what would give them one.
   *
   * Items: One model.
   */
  unplaced: {
    model: string;
    /**
     * Step by step, which servers dropped out.
     *
     * Items: One step.
     */
    reasons: {
      step: 'pin' | 'capabilities' | 'copies' | 'memory' | 'gpuMemory' | 'slots' | 'disk' | 'room' | 'moves';
      message: string;
      /**
       * Servers still in question after this step.
       */
      left: string[];
      /**
       * What was missing at least, in MiB, slots or copies. Absent: not a quantity.
       */
      shortfall?: number;
      /**
       * The server that came nearest.
       */
      nearest?: string;
    }[];
    /**
     * How it is proven that not all models have a place, whatever stands where. `alone`: no server could hold this one, had it nothing else to hold. Else the arguments, joined by `+`, which show of servers, those that this model can go to among them, that they cannot hold all models that can go nowhere else: one of those is without a place in any case. null: no place was found, which proves nothing, or one would be found if more models moved.
     */
    proof: string | null;
    /**
     * What would place the model, each checked by solving.
     *
     * Items: One way out.
     */
    remedies: {
      kind: 'moves' | 'replicas' | 'memory' | 'gpuMemory' | 'slots' | 'disk' | 'capability' | 'update';
      message: string;
      /**
       * The server it concerns. Absent: none in particular.
       */
      server?: string;
      /**
       * The value that would do: E, replicas, slots or MiB. Absent: not a quantity.
       */
      value?: number;
    }[];
  }[];
}
