import { boundsFor, type ComponentBounds, type Lower } from '../bounds/bound.ts';
import { buildInstance, type Instance } from '../state/instance.ts';
import { describeModels, describeServers, type Sharing } from './sharing.ts';
import type { Shortage } from './shortage.ts';

/**
 * How many replicas models that share servers need at least, set against the most that those servers may have: the
 * bounds of a placement, where each replica costs 1. Asked of the part of them that some servers belong to.
 */
export async function shortOfBounds(
  instance: Instance,
  shared: Sharing,
  homes: readonly number[],
): Promise<Shortage | undefined> {
  const all = shared.models;
  const alike = aloneAlike(instance, shared.servers, all);
  const parts = boundsFor(alike, () => true);
  const home = homes.map((s) => shared.servers.indexOf(s));
  const bounds = parts.find(({ component }) => component.servers.includes(home[0]!))!;
  const found = await exceeding(alike, bounds, home);
  for (const one of parts) one.dispose();
  if (!found) return undefined;
  const { lower, needed, servers, models } = found;
  const own = servers.map((s) => shared.servers[s]!);
  const who = describeModels(
    instance,
    own,
    models.map((m) => all[m]!),
  );
  const names = describeServers(instance, own);
  const most = servers.reduce((sum, s) => sum + alike.servers[s]!.max, 0);
  const message =
    needed === Number.POSITIVE_INFINITY
      ? `there is no way to place ${who} on ${names}: all were tried`
      : `${who} ${models.length === 1 ? 'needs' : 'need'} at least ${needed} replicas; ${names} ${servers.length === 1 ? 'has' : 'have'} ${most} at most`;
  const { bases, argument, servers: component } = lower.evidence();
  return { message, method: lower.method, evidence: () => ({ servers: component, bases, argument }) };
}

/** The servers and models by themselves, every replica at the same cost. */
function aloneAlike(instance: Instance, servers: readonly number[], models: readonly number[]): Instance {
  const { previous: _previous, changed: _changed, ...problem } = instance.problem;
  return buildInstance(
    {
      ...problem,
      servers: servers.map((s) => ({ ...instance.sources[s]!, cost: 1 })),
      models: models.map((m) => instance.models[m]!),
    },
    instance.effort,
  );
}

/** A bound that servers cannot meet. */
interface Exceeding {
  readonly lower: Lower;
  /** Replicas; infinite: no number would do. */
  readonly needed: number;
  readonly servers: readonly number[];
  readonly models: readonly number[];
}

/** For a model with one home, that home alone may be what is too small; else all servers of the component together. */
async function exceeding(
  instance: Instance,
  bounds: ComponentBounds,
  homes: readonly number[],
): Promise<Exceeding | undefined> {
  const { servers } = bounds.component;
  const groups = bounds.component.groups();
  const modelsOf = (some: typeof groups): number[] => some.flatMap(({ models }) => models).sort((a, b) => a - b);
  const [one] = homes;
  if (one !== undefined && homes.length === 1 && bounds.least.get(one)! > instance.servers[one]!.max) {
    const models = modelsOf(groups.filter((group) => group.servers.length === 1 && group.servers[0] === one));
    return { lower: await bounds.reach(0), needed: bounds.least.get(one)!, servers: [one], models };
  }
  const most = servers.reduce((sum, s) => sum + instance.servers[s]!.max, 0);
  const lower = await bounds.reach(most + 1);
  return lower.value > most ? { lower, needed: lower.value, servers, models: modelsOf(groups) } : undefined;
}
