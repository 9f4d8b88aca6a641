// Generated from schemas/problem.schema.json by scripts/generate-types.ts.

/**
 * One replica of a server: `name/number`, numbers from 0.
 */
export type Ordinal = string;

/**
 * What `stowage solve` is asked: servers, the models to pack onto their replicas, and where the models are now. Memory and disk are whole MiB. Defaults are filled in by the reader, not by a validator. Beyond this schema: names of servers and of models are unique, min is at most max, a peak is at least its size, and `changed` names models of the problem.
 */
export interface ProblemWire {
  /**
   * Version of the format.
   */
  version?: 1;
  /**
   * E: how many other models may move for each model that changed.
   */
  moves?: number;
  /**
   * Models that changed since `previous`. Absent: new ones, and those that their previous place cannot hold any more.
   */
  changed?: string[];
  /**
   * What the placement must withstand.
   */
  policy?: {
    /**
     * `replica`: if any one ordinal is lost or drained, every model has another running copy, or a refuge that can load it. `none`: not asked for.
     */
    survive?: 'none' | 'replica';
  };
  /**
   * Pools of equal replicas.
   */
  servers: Server[];
  /**
   * What is to be placed.
   */
  models: Model[];
  /**
   * Where models are now, by name. Models and servers that are no more may be named. Absent: nothing is placed yet.
   */
  previous?: {
    [k: string]: Place;
  };
}
/**
 * A pool of equal replicas. An ordinal is one replica, written `name/number`.
 */
export interface Server {
  /**
   * A name, unique in its list.
   */
  name: string;
  /**
   * Bounds of the base, the replicas that required copies may rest on: the solver chooses between them. `{min: 2}` is 2..2, `{max: 3}` is 1..3.
   */
  replicas?: {
    /**
     * Least base.
     */
    min?: number;
    /**
     * Most replicas. Absent: as `min`.
     */
    max?: number;
  };
  /**
   * `autoscaled`: more replicas than the base may run, up to `replicas.max`, and hold further copies. `never`: no more than the base run.
   */
  beyondBase?: 'autoscaled' | 'never';
  /**
   * What each replica has for models.
   */
  capacity: {
    /**
     * Memory, in MiB.
     */
    memory: number;
    /**
     * Memory of its one GPU, in MiB; 0: no GPU.
     */
    gpuMemory?: number;
    /**
     * How many models at most; null: no limit.
     */
    slots?: number | null;
    /**
     * Disk for artifacts, in MiB; null: not counted.
     */
    disk?: number | null;
  };
  /**
   * Worker processes that each hold a copy of every model: a model's demand for memory is multiplied by it.
   */
  workers?: number;
  /**
   * Percent by which all models together may exceed the capacity; only `onDemand` models profit.
   */
  overcommit?: number;
  /**
   * What it offers; a model's `requires` must be among them.
   */
  capabilities?: string[];
  /**
   * Price of one replica of the base; the solver minimises the sum.
   */
  cost?: number;
}
/**
 * A model and what one copy of it needs on one worker.
 */
export interface Model {
  /**
   * A name, unique in its list.
   */
  name: string;
  /**
   * Memory, in MiB.
   */
  memory: number;
  /**
   * Most memory while loading, its own included, in MiB. Absent: as `memory`.
   */
  peak?: number;
  /**
   * GPU memory, in MiB.
   */
  gpuMemory?: number;
  /**
   * Most GPU memory while loading, its own included, in MiB. Absent: as `gpuMemory`.
   */
  gpuPeak?: number;
  /**
   * Size of the artifact on disk, in MiB. Room for two counts: this version and a former one.
   */
  disk?: number;
  /**
   * Copies: `min` are required, on distinct ordinals of one server; up to `max` are welcome where there is room. `{min: 2}` is 2..2, `{max: 3}` is 1..3.
   */
  replicas?: {
    /**
     * Required copies.
     */
    min?: number;
    /**
     * Most copies. Absent: as `min`.
     */
    max?: number;
  };
  /**
   * Capabilities that its server must have.
   */
  requires?: string[];
  /**
   * Pin to one server; null: any.
   */
  server?: string | null;
  /**
   * `always`: never evicted. `onDemand`: may be evicted, and is loaded by a request.
   */
  residency?: 'always' | 'onDemand';
  /**
   * `surge`: a new version loads beside the old. `recreate`: after it.
   */
  update?: 'surge' | 'recreate';
  /**
   * Expected load relative to other models: further copies go where it is highest.
   */
  load?: number;
}
/**
 * Where the copies of one model are.
 */
export interface Place {
  /**
   * Ordinals of required copies.
   */
  at: Ordinal[];
  /**
   * Ordinals of further copies.
   */
  spare?: Ordinal[];
}
