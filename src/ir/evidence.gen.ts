// Generated from schemas/evidence.schema.json by scripts/generate-types.ts.

/**
 * Models that can only go to this server need so many of its ordinals.
 */
export type Base =
  | {
      by: 'copies';
      base: number;
      model: string;
    }
  | {
      by: 'volume';
      base: number;
      resource: Resource;
      threshold: number;
    };
/**
 * What limits an ordinal: memory of models that stay, with what one load needs on top; memory of all, with overcommit; the same of the GPU; slots; disk.
 */
export type Resource = 'memory' | 'overcommit' | 'gpuMemory' | 'gpuOvercommit' | 'slots' | 'disk';
/**
 * What the bound of a component rests on, beyond the least bases.
 */
export type Argument =
  | {
      by: 'bases';
    }
  | {
      by: 'copies';
      model: string;
    }
  | {
      by: 'prices';
      /**
       * Prices are in units of cost divided by this.
       */
      unit: number;
      /**
       * Where levels of T begin, ascending from 0, in MiB on one worker. An ordinal is in the level that its T is in.
       */
      levels: number[];
      /**
       * By server, then level.
       */
      prices: {
        [k: string]: Prices[];
      };
    }
  | {
      by: 'columns';
      most: number;
      /**
       * By model. Absent: 0.
       */
      values: {
        [k: string]: number;
      };
    }
  | {
      by: 'exhaustion';
      /**
       * How many partial placements the solver looked at.
       */
      steps: number;
    };

/**
 * Why the lower bounds of a solution's certificate hold, so that they can be checked without trusting the solver. Numbers are whole numbers of the units that are named.
 */
export interface EvidenceWire {
  /**
   * Version of the format.
   */
  version: 1;
  /**
   * In the order of the certificate's components.
   *
   * Items: One component.
   */
  components: {
    servers: string[];
    /**
     * No legal placement of the placed models costs less, whatever the history.
     */
    lowerBound: number;
    /**
     * Why a server's base cannot be lower, by its name. Absent: its `replicas.min` is all that is claimed.
     */
    bases: {
      [k: string]: Base;
    };
    argument: Argument;
  }[];
  /**
   * Why not all models have a place, where that is proven: servers that cannot hold all models that can go nowhere else, placed or not. One of their bases is shown to be above its server's `replicas.max`, or the bound to be above the sum of those, every replica at a cost of 1.
   *
   * Items: One set of servers.
   */
  shortages: {
    servers: string[];
    /**
     * As of a component.
     */
    bases: {
      [k: string]: Base;
    };
    argument: Argument | Total;
  }[];
}
/**
 * By resource. Absent: 0.
 */
export interface Prices {
  memory?: number;
  overcommit?: number;
  gpuMemory?: number;
  gpuOvercommit?: number;
  slots?: number;
  disk?: number;
}
/**
 * All replicas that the servers may have hold less of this resource than the models ask for, wherever they go: with the fewest workers, and nothing on top.
 */
export interface Total {
  by: 'total';
  resource: 'overcommit' | 'gpuOvercommit' | 'slots';
}
