import type { Environment, Model, ModelStorage, Runtime, Server } from './fleet.ts';
import type { NodeOrigin } from './origin.ts';

/**
 * What a dialect makes of all its documents: Fleet nodes whose references are still names and whose absent fields are
 * still absent. `link` joins the parts of all dialects, resolves names and fills in defaults.
 */
export interface FleetParts {
  readonly environments: readonly EnvironmentPart[];
  readonly runtimes: readonly Runtime[];
  readonly servers: readonly ServerPart[];
  readonly models: readonly ModelPart[];
  /** Nodes whose documents had faults, so that they are missing above: a reference to one of them is no second fault. */
  readonly faulty: readonly FaultyPart[];
}

/** A node of which no more than its kind and name could be read. */
export interface FaultyPart {
  /** Absent: it may be of any. */
  readonly kind?: 'Environment' | 'Runtime' | 'Server' | 'Model';
  /** Absent: it may have any. */
  readonly name?: string;
}

/** An Environment, with the defaults it gives to other nodes. */
export interface EnvironmentPart extends Environment {
  readonly defaults: Defaults;
  /** Images that replace those of runtimes, by the runtime's name. */
  readonly runtimeImages: Readonly<Record<string, string>>;
}

export interface Defaults {
  readonly model: Partial<Pick<Model, 'replicas' | 'residency' | 'update' | 'limits'>>;
  readonly server: Partial<Pick<Server, 'overcommit' | 'cache' | 'cpu'>>;
}

type ServerDefaulted = 'overcommit' | 'cache' | 'cpu' | 'workers' | 'capacity' | 'capabilities';

/** A Server before it meets its runtime. */
export interface ServerPart
  extends Omit<Server, ServerDefaulted>,
    Partial<Pick<Server, 'overcommit' | 'cache' | 'cpu' | 'workers'>> {
  /** GPU memory, slots and disk; memory follows from the runtime. */
  readonly capacity: { readonly gpuMemory?: number; readonly slots?: number; readonly disk?: number };
  /** The user's own words; the runtime's formats and the tenant come on top. */
  readonly capabilities: readonly string[];
}

type ModelDefaulted =
  | 'demand'
  | 'replicas'
  | 'residency'
  | 'update'
  | 'idempotent'
  | 'rename'
  | 'limits'
  | 'requires'
  | 'storage';

/** A Model before it meets its environment. */
export interface ModelPart
  extends Omit<Model, ModelDefaulted>,
    Partial<Pick<Model, 'replicas' | 'residency' | 'update' | 'idempotent' | 'rename' | 'limits'>> {
  readonly storage: Omit<ModelStorage, 'store'> & {
    /** Names the store by its Secret, where several cover the URI. Absent: the store with the longest prefix. */
    readonly secret?: string;
  };
  /** Absent fields: memory from `sizes.yaml`, peak = memory, the rest 0. */
  readonly demand: Partial<Model['demand']>;
  /** The user's own words; the format and the tenant come on top. */
  readonly requires: readonly string[];
  /** Absent: a model of no tenant. */
  readonly tenant?: string;
}

/** Sizes that were measured, by model name: what `sizes.yaml` holds. */
export interface Sizes {
  readonly origin: NodeOrigin;
  readonly models: Readonly<Record<string, Partial<Model['demand']>>>;
  /** There are faults, which are reported, so that sizes may be missing above. */
  readonly faulty?: true;
}
