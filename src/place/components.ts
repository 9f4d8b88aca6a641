import { couldHold, type Instance } from './instance.ts';

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
  readonly groups: readonly Group[];
}

/** The components, by their first server. */
export function components(instance: Instance, includes: (model: number) => boolean): Component[] {
  const groups = groupModels(instance, includes);
  const parent = instance.servers.map((_, s) => s);
  const root = (s: number): number => {
    let at = s;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (const { servers } of groups) {
    for (let i = 1; i < servers.length; i++) {
      const [a, b] = [root(servers[0]!), root(servers[i]!)];
      parent[Math.max(a, b)] = Math.min(a, b);
    }
  }
  const byRoot = new Map<number, { servers: number[]; groups: Group[] }>();
  for (const s of parent.keys()) {
    const own = byRoot.get(root(s));
    if (own) own.servers.push(s);
    else byRoot.set(root(s), { servers: [s], groups: [] });
  }
  for (const group of groups) byRoot.get(root(group.servers[0]!))!.groups.push(group);
  return [...byRoot.values()];
}

/** Models by their servers. Where all of a class may go to all of its candidates, no model is looked at alone. */
function groupModels(instance: Instance, includes: (model: number) => boolean): Group[] {
  const { classOf, classes } = instance;
  const largest = largestOf(instance);
  const easy = classes.map(({ candidates, index }) => candidates.every((s) => allFit(instance, largest[index]!, s)));
  const whole = classes.map(({ candidates }) => ({ servers: candidates, models: [] as number[] }));
  const others = new Map<string, { servers: readonly number[]; models: number[] }>();
  for (let m = 0; m < classOf.length; m++) {
    if (!includes(m)) continue;
    const of = classOf[m]!;
    if (easy[of]) {
      whole[of]!.models.push(m);
      continue;
    }
    const servers = classes[of]!.candidates.filter((s) => couldHold(instance, m, instance.servers[s]!));
    const key = servers.join();
    const group = others.get(key);
    if (group) group.models.push(m);
    else others.set(key, { servers, models: [m] });
  }
  return [...whole, ...others.values()].filter(({ servers, models }) => servers.length > 0 && models.length > 0);
}

/** The most that any model of a class asks for, of each kind. */
interface Most {
  memory: number;
  onTop: number;
  gpu: number;
  gpuOnTop: number;
  disk: number;
  copies: number;
}

function largestOf({ classes, classOf, memory, transient, gpu, gpuTransient, disk, min }: Instance): Most[] {
  const largest = classes.map((): Most => ({ memory: 0, onTop: 0, gpu: 0, gpuOnTop: 0, disk: 0, copies: 0 }));
  for (let m = 0; m < classOf.length; m++) {
    const most = largest[classOf[m]!]!;
    most.memory = Math.max(most.memory, memory[m]!);
    most.onTop = Math.max(most.onTop, memory[m]! + transient[m]!);
    most.gpu = Math.max(most.gpu, gpu[m]!);
    most.gpuOnTop = Math.max(most.gpuOnTop, gpu[m]! + gpuTransient[m]!);
    most.disk = Math.max(most.disk, disk[m]!);
    most.copies = Math.max(most.copies, min[m]!);
  }
  return largest;
}

/** Whether an empty ordinal of the server could hold any model of the class. */
function allFit(instance: Instance, most: Most, s: number): boolean {
  const server = instance.servers[s]!;
  const w = server.workers;
  return (
    most.onTop * w <= server.memory &&
    most.memory * w <= server.limit &&
    most.gpuOnTop * w <= server.gpu &&
    most.gpu * w <= server.gpuLimit &&
    most.disk <= server.disk &&
    server.slots >= 1 &&
    most.copies <= server.max
  );
}
