import { couldHold, type Instance } from './instance.ts';

/** Servers that share no model with the others, and the models that can only go there. */
export interface Component {
  /** Ascending. */
  readonly servers: readonly number[];
  /** Ascending. */
  readonly models: readonly number[];
}

/**
 * By model: the servers that could hold all of its copies, had they nothing else to hold; empty for those left out.
 * Where all of a class may go to all of its candidates, they share one list.
 */
export function feasibleServers(
  instance: Instance,
  includes: (model: number) => boolean,
): readonly (readonly number[])[] {
  const largest = instance.classes.map(() => ({ memory: 0, onTop: 0, gpu: 0, gpuOnTop: 0, disk: 0, copies: 0 }));
  const { memory, transient, gpu, gpuTransient, disk, min, classOf } = instance;
  for (let m = 0; m < classOf.length; m++) {
    const most = largest[classOf[m]!]!;
    most.memory = Math.max(most.memory, memory[m]!);
    most.onTop = Math.max(most.onTop, memory[m]! + transient[m]!);
    most.gpu = Math.max(most.gpu, gpu[m]!);
    most.gpuOnTop = Math.max(most.gpuOnTop, gpu[m]! + gpuTransient[m]!);
    most.disk = Math.max(most.disk, disk[m]!);
    most.copies = Math.max(most.copies, min[m]!);
  }
  const easy = instance.classes.map(({ candidates }, c) => {
    const most = largest[c]!;
    return candidates.every((s) => {
      const { workers: w, ...server } = instance.servers[s]!;
      return (
        most.onTop * w <= server.memory &&
        most.memory * w <= server.limit &&
        most.gpuOnTop * w <= server.gpu &&
        most.gpu * w <= server.gpuLimit &&
        most.disk <= server.disk &&
        server.slots >= 1 &&
        most.copies <= server.max
      );
    });
  });
  return instance.models.map((_, m) => {
    if (!includes(m)) return NONE;
    const { candidates, index } = instance.classes[classOf[m]!]!;
    if (easy[index]) return candidates;
    const feasible = candidates.filter((s) => couldHold(instance, m, instance.servers[s]!));
    return feasible.length === candidates.length ? candidates : feasible;
  });
}

const NONE: readonly number[] = [];

/** The components, by their first server; `feasible` lists the servers of each model, empty for those left out. */
export function components(instance: Instance, feasible: readonly (readonly number[])[]): Component[] {
  const parent = instance.servers.map((_, s) => s);
  const root = (s: number): number => {
    let at = s;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  const seen = new Set<readonly number[]>();
  for (const servers of feasible) {
    if (seen.has(servers)) continue;
    seen.add(servers);
    for (let i = 1; i < servers.length; i++) {
      const [a, b] = [root(servers[0]!), root(servers[i]!)];
      parent[Math.max(a, b)] = Math.min(a, b);
    }
  }
  const byRoot = new Map<number, { servers: number[]; models: number[] }>();
  for (const s of parent.keys()) {
    const own = byRoot.get(root(s));
    if (own) own.servers.push(s);
    else byRoot.set(root(s), { servers: [s], models: [] });
  }
  for (const [model, servers] of feasible.entries()) {
    if (servers.length > 0) byRoot.get(root(servers[0]!))!.models.push(model);
  }
  return [...byRoot.values()];
}
