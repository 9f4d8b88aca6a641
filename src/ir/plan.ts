import type { Version } from './lock.ts';

/** What runs. Versioned and additive: a reader ignores fields it does not know. */
export interface Plan {
  readonly version: 1;
  readonly environment: string;
  /** Sorted by name. */
  readonly servers: readonly ServerPlan[];
  readonly gateway: GatewayPlan;
  readonly transition: Transition;
}

/** What the replicas of one server hold. */
export interface ServerPlan {
  readonly server: string;
  readonly runtime: string;
  /** Replicas that required copies rest on. */
  readonly base: number;
  /** Replicas that an autoscaler may go up to; the base where there is none. */
  readonly max: number;
  /** Sorted by name; every model that any ordinal of this server has to do with. */
  readonly models: readonly PlannedModel[];
}

/** One model on one server: which ordinals hold it, and how to load it. */
export interface PlannedModel {
  /** Logical name, which clients use. */
  readonly name: string;
  /** What to load. What each version needs is per copy, all workers of this server counted. */
  readonly current: Version;
  /** Those that this server can load when it cannot load the current one, newest first. */
  readonly former: readonly Version[];
  /** Ordinals that must hold a copy. */
  readonly at: readonly number[];
  /** Ordinals that hold a further copy, when they run. */
  readonly spare: readonly number[];
  /** The ordinal that takes it in while its only copy's ordinal is drained. Absent: none. */
  readonly refuge?: number;
  readonly residency: 'always' | 'onDemand';
  /** `inPlace`: the name must stay, so the new version replaces the old under it. */
  readonly update: 'surge' | 'recreate' | 'inPlace';
  /**
   * The change to this plan may leave it without a ready copy for a while: its last one may go before another is ready.
   * Stays until the model next changes. Absent: that must not happen.
   */
  readonly mayInterrupt?: true;
  readonly limits: { readonly concurrency?: number; readonly timeout?: number };
  /** Hint: loads of a lower step come first, those without one before all others. Stays until the model next changes. */
  readonly step?: number;
}

/** What the gateway needs to know of every model. */
export interface GatewayPlan {
  /** Sorted by name. */
  readonly models: readonly RoutedModel[];
}

export interface RoutedModel {
  /** Entries of a kind that a reader does not know are ignored. */
  readonly kind: 'model';
  readonly name: string;
  /** Physical name of the current version. */
  readonly physical: string;
  /** The name that servers know every version by. Absent: each by its physical name. */
  readonly loadedAs?: string;
  /** Physical names of former versions that may still serve, newest first. */
  readonly former: readonly string[];
  readonly server: string;
  readonly at: readonly number[];
  readonly spare: readonly number[];
  /** As in `PlannedModel`: a ready copy may come up there while its only copy's ordinal is drained. Absent: none. */
  readonly refuge?: number;
  readonly idempotent: boolean;
  readonly residency: 'always' | 'onDemand';
  /** As in `PlannedModel`, as is `mayInterrupt`. */
  readonly update: 'surge' | 'recreate' | 'inPlace';
  readonly mayInterrupt?: true;
  /** Seconds per request. Absent: the gateway's. */
  readonly timeout?: number;
}

/**
 * One piece of a plan, as it travels in a ConfigMap. The first one says of the others what they must hold, so that a
 * change of one model changes its shard and the first: a set is complete when all are as the first one says.
 */
export interface PlanShard<Entry> {
  readonly version: 1;
  /** `server/<name>` or `gateway`. */
  readonly owner: string;
  readonly shard: number;
  readonly of: number;
  /** Of the first shard. Absent: of any other. */
  readonly head?: ShardHead;
  readonly entries: readonly Entry[];
}

/** What the first shard of a plan says of the whole. */
export interface ShardHead {
  /** sha256 over version, owner, count, header and sums: the plan's name. */
  readonly digest: string;
  /** Facts of the whole plan that are not models. */
  readonly header: ShardHeader;
  /** sha256 of each shard's `entries`, each as canonical JSON but with its name first; in order. */
  readonly sums: readonly string[];
}

export interface ShardHeader {
  readonly environment: string;
  /** Server plans only. */
  readonly runtime?: string;
  readonly base?: number;
  readonly max?: number;
}

/** The change from the lock's state to this plan, simulated. */
export interface Transition {
  /** Logical names, sorted. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** A new version in the same place. */
  readonly updated: readonly string[];
  /** Required copies that stand elsewhere than before. */
  readonly moved: readonly string[];
  /** Models that are without a ready copy for a while, and why. */
  readonly interrupted: readonly Interruption[];
  /** Loads and unloads in an order that keeps every other model served. */
  readonly steps: readonly TransitionStep[];
  /** Most memory that there can be on each touched ordinal on the way, in MiB, by `server/ordinal`. */
  readonly peaks: Readonly<Record<string, number>>;
}

export interface Interruption {
  readonly model: string;
  readonly reason: string;
}

export interface TransitionStep {
  readonly kind: 'load' | 'unload';
  readonly model: string;
  readonly physical: string;
  /** As in `Version`. */
  readonly loadedAs?: string;
  /** `server/ordinal`. */
  readonly at: string;
}
