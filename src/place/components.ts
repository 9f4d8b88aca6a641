import { candidatesOf, couldHold, type Instance } from './instance.ts';

/** Servers that share no model with the others, and the models that can only go there. */
export interface Component {
  /** Ascending. */
  readonly servers: readonly number[];
  /** Ascending. */
  readonly models: readonly number[];
}

/** Servers that could hold all copies of the model, had they nothing else to hold. */
export function feasibleServers(instance: Instance, model: number): number[] {
  return candidatesOf(instance, model).filter((s) => couldHold(instance, model, instance.servers[s]!));
}

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
  for (const servers of feasible) {
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
