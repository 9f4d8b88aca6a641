import type { RoutedModel } from '../../../ir/index.ts';
import { type Copy, copiesByModel, type SeenPod } from './copies.ts';
import { factsOf, type Times } from './facts.ts';
import { type Handover, handover } from './handover.ts';
import { isSameRoute, type ModelRoute } from './model-route.ts';

/** What a router has decided for every model of its plan. */
export interface Decisions {
  /** By name, in the order of the plan. */
  readonly models: ReadonlyMap<string, Handover>;
  /** By name: what Envoy is to have. Routes that did not change are the same objects as before. */
  readonly routes: RouteTable;
  readonly copies: ReadonlyMap<string, readonly Copy[]>;
}

/** By logical name, in the order of the plan. */
export type RouteTable = ReadonlyMap<string, ModelRoute>;

/** Names of the models whose time runs, by what it is that has a deadline. */
export interface TimedModels {
  readonly underWay: ReadonlySet<string>;
  readonly inTheWay: ReadonlySet<string>;
}

export function timedModels({ models }: Pick<Decisions, 'models'>): TimedModels {
  const underWay = new Set<string>();
  const inTheWay = new Set<string>();
  for (const [name, { isUnderWay, isInTheWay }] of models) {
    if (isUnderWay) underWay.add(name);
    if (isInTheWay) inTheWay.add(name);
  }
  return { underWay, inTheWay };
}

/**
 * Decides for every model of the plan; entries of a kind that is not known are passed over. The same plan, pods and times
 * give the same decisions, in whatever order they come.
 *
 * @param before routes of an earlier decision, kept where they still hold; a table that is the same is the same object
 */
export function decideAll(
  plan: readonly RoutedModel[],
  pods: readonly SeenPod[],
  times: Times,
  before: RouteTable = new Map(),
): Decisions {
  const copies = copiesByModel(pods);
  const facts = factsOf(pods, times);
  const models = new Map<string, Handover>();
  const routes = new Map<string, ModelRoute>();
  let isSame = true;
  for (const entry of plan) {
    if (entry.kind !== 'model') continue;
    const decided = handover(entry, copies.get(entry.name) ?? [], facts);
    const old = before.get(entry.name);
    const keeps = old !== undefined && isSameRoute(old, decided.route);
    isSame &&= keeps;
    models.set(entry.name, decided);
    routes.set(entry.name, keeps ? old : decided.route);
  }
  return { models, copies, routes: isSame && before.size === routes.size ? before : routes };
}
