import { boundsFor, type ComponentBounds, type Lower } from './bound.ts';
import { buildInstance, type Instance } from './instance.ts';
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
  const alike = aloneAlike(instance, shared);
  const all = boundsFor(alike, () => true);
  const home = shared.servers.indexOf(homes[0]!);
  const bounds = all.find(({ component }) => component.servers.includes(home))!;
  const found = await exceeding(alike, bounds);
  for (const one of all) one.dispose();
  if (!found) return undefined;
  const { lower, needed, servers, models } = found;
  const part = { servers: servers.map((s) => shared.servers[s]!), models: models.map((m) => shared.models[m]!) };
  const [who, names] = [describeModels(instance, part), describeServers(instance, part.servers)];
  const most = servers.reduce((sum, s) => sum + alike.servers[s]!.max, 0);
  const message =
    needed === Number.POSITIVE_INFINITY
      ? `there is no way to place ${who} on ${names}: all were tried`
      : `${who} ${models.length === 1 ? 'needs' : 'need'} at least ${needed} replicas; ${names} ${servers.length === 1 ? 'has' : 'have'} ${most} at most`;
  const { bases, argument, servers: component } = lower.evidence();
  return { message, method: lower.method, evidence: () => ({ servers: component, bases, argument }) };
}

/** The servers and models by themselves, every replica at the same cost. */
function aloneAlike(instance: Instance, { servers, models }: Sharing): Instance {
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

async function exceeding(instance: Instance, bounds: ComponentBounds): Promise<Exceeding | undefined> {
  const { servers } = bounds.component;
  const groups = bounds.component.groups();
  const modelsOf = (some: typeof groups): number[] => some.flatMap(({ models }) => models).sort((a, b) => a - b);
  const one = servers.find((s) => bounds.least.get(s)! > instance.servers[s]!.max);
  if (one !== undefined) {
    const models = modelsOf(groups.filter((group) => group.servers.length === 1 && group.servers[0] === one));
    return { lower: await bounds.reach(0), needed: bounds.least.get(one)!, servers: [one], models };
  }
  const most = servers.reduce((sum, s) => sum + instance.servers[s]!.max, 0);
  const lower = await bounds.reach(most + 1);
  return lower.value > most ? { lower, needed: lower.value, servers, models: modelsOf(groups) } : undefined;
}
