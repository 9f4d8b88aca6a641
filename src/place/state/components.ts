import { homesOf, type Instance } from './instance.ts';

/** Models that can go to the same servers. */
export interface Group {
  /** Servers that could hold all copies of each of them, had they nothing else to hold; ascending, at least one. */
  readonly servers: readonly number[];
  /** Ascending. */
  readonly models: readonly number[];
}

/** Servers that share no model with the others, and the models that can only go there. */
export interface Component {
  /** Ascending. */
  readonly servers: readonly number[];
  /** Gathered when called. */
  readonly groups: () => readonly Group[];
}

/** The components, by their first server. */
export function components(instance: Instance, includes: (model: number) => boolean): Component[] {
  const { lists, listOf } = listServers(instance, includes);
  const parent = instance.servers.map((_, s) => s);
  const root = (s: number): number => {
    let at = s;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (const servers of lists) {
    for (let i = 1; i < servers.length; i++) {
      const [a, b] = [root(servers[0]!), root(servers[i]!)];
      parent[Math.max(a, b)] = Math.min(a, b);
    }
  }
  const byRoot = new Map<number, number[]>();
  for (const s of parent.keys()) {
    const own = byRoot.get(root(s));
    if (own) own.push(s);
    else byRoot.set(root(s), [s]);
  }
  let groups: readonly Group[] | undefined;
  const gather = (): readonly Group[] => {
    groups ??= gatherModels(lists, listOf);
    return groups;
  };
  return [...byRoot].map(([at, servers]) => ({
    servers,
    groups: () => gather().filter((group) => root(group.servers[0]!) === at),
  }));
}

/** Which lists of servers there are, and which each model has; −1: left out, or no server could hold it. */
interface Lists {
  readonly lists: readonly (readonly number[])[];
  readonly listOf: Int32Array;
}

/** Where all of a class may go to all of its candidates, no model is looked at alone. */
function listServers(instance: Instance, includes: (model: number) => boolean): Lists {
  const { classOf, classes } = instance;
  const lists: (readonly number[])[] = [];
  const byKey = new Map<string, number>();
  const known = (servers: readonly number[]): number => {
    if (servers.length === 0) return -1;
    const key = servers.join();
    const list = byKey.get(key) ?? lists.push(servers) - 1;
    byKey.set(key, list);
    return list;
  };
  const ofClass = new Int32Array(classes.length).fill(-1);
  const listOf = new Int32Array(classOf.length).fill(-1);
  for (let m = 0; m < listOf.length; m++) {
    if (!includes(m)) continue;
    const of = classOf[m]!;
    const { candidates, allFit } = classes[of]!;
    if (allFit) {
      if (ofClass[of] === -1) ofClass[of] = known(candidates);
      listOf[m] = ofClass[of]!;
    } else listOf[m] = known(homesOf(instance, m));
  }
  return { lists, listOf };
}

function gatherModels(lists: readonly (readonly number[])[], listOf: Int32Array): Group[] {
  const groups = lists.map((servers) => ({ servers, models: [] as number[] }));
  for (let m = 0; m < listOf.length; m++) if (listOf[m]! >= 0) groups[listOf[m]!]!.models.push(m);
  return groups;
}
