import { byCodeUnit } from '../../diagnostics/index.ts';
import type { PreviousPlace, Problem, ProblemModel, ProblemServer } from '../../ir/index.ts';
import { Largest } from './largest.ts';

/** One server, in the numbers that a search needs. No limit is Infinity. */
export interface ServerShape {
  readonly index: number;
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Whether more replicas than the base may run, up to the most. */
  readonly isAutoscaled: boolean;
  readonly memory: number;
  /** What all models together may use: the capacity with overcommit, rounded down. */
  readonly limit: number;
  readonly gpu: number;
  readonly gpuLimit: number;
  readonly slots: number;
  readonly disk: number;
  readonly workers: number;
  readonly cost: number;
}

/** Models whose pins and capabilities leave them the same candidate servers. */
export interface ModelClass {
  readonly index: number;
  /** Indices of servers, ascending. */
  readonly candidates: readonly number[];
  /** Whether each candidate could hold all copies of any model of the class, had it nothing else to hold. */
  readonly allFit: boolean;
}

/**
 * How hard a solve tries, in steps, never in time. `fast`: without the engine, and without packing more tightly what was
 * found. `normal`: with both, but no linear program of several servers. `thorough`: larger programs, and more variants.
 */
export type Effort = 'fast' | 'normal' | 'thorough';

/**
 * A problem as a structure of arrays: servers and models by index, in code-unit order of their names, so that nothing
 * depends on the order in which they were written. Demands are for one worker; a server multiplies them by its own.
 */
export interface Instance {
  readonly problem: Problem;
  readonly effort: Effort;
  readonly servers: readonly ServerShape[];
  /** The servers as they were given, words sorted. */
  readonly sources: readonly ProblemServer[];
  /** The models as they were given. */
  readonly models: readonly ProblemModel[];
  /** By model: where it was before; undefined: nowhere. Undefined as a whole: nothing was anywhere. */
  readonly before: readonly (PreviousPlace | undefined)[] | undefined;
  readonly serverByName: ReadonlyMap<string, number>;
  readonly classes: readonly ModelClass[];
  readonly classOf: Int32Array;
  readonly memory: Float64Array;
  /** T of rule 1: what one load needs on top. */
  readonly transient: Float64Array;
  readonly gpu: Float64Array;
  readonly gpuTransient: Float64Array;
  /** Artifacts plus one former version: twice the artifact. */
  readonly disk: Float64Array;
  /** 1: never evicted, so its memory counts against the capacity itself. */
  readonly always: Uint8Array;
  readonly min: Int32Array;
  readonly max: Int32Array;
}

export function buildInstance(problem: Problem, effort: Effort = 'normal'): Instance {
  const sources = byName(problem.servers).map((server) => ({
    ...server,
    capabilities: server.capabilities.toSorted(byCodeUnit),
  }));
  const models = byName(problem.models);
  const servers = sources.map(shape);
  const n = models.length;
  const { candidates, classOf } = classify(sources, models);
  const largest = candidates.map(() => new Largest());
  const memory = new Float64Array(n);
  const transient = new Float64Array(n);
  const gpu = new Float64Array(n);
  const gpuTransient = new Float64Array(n);
  const disk = new Float64Array(n);
  const always = new Uint8Array(n);
  const min = new Int32Array(n);
  const max = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const model = models[i]!;
    const resident = model.residency === 'always';
    const beside = !resident || model.update === 'surge';
    memory[i] = model.memory;
    transient[i] = beside ? model.peak : model.peak - model.memory;
    gpu[i] = model.gpuMemory;
    gpuTransient[i] = beside ? model.gpuPeak : model.gpuPeak - model.gpuMemory;
    disk[i] = 2 * model.disk;
    always[i] = resident ? 1 : 0;
    min[i] = model.replicas.min;
    max[i] = model.replicas.max;
    largest[classOf[i]!]!.note(memory[i]!, transient[i]!, gpu[i]!, gpuTransient[i]!, disk[i]!, min[i]!);
  }
  const classes = candidates.map((list, index): ModelClass => {
    const allFit = list.every((s) => largest[index]!.fits(servers[s]!));
    return { index, candidates: list, allFit };
  });
  return {
    problem,
    effort,
    servers,
    sources,
    models,
    before: problem.previous && placesBefore(models, problem.previous),
    serverByName: new Map(servers.map((server) => [server.name, server.index])),
    classes,
    classOf,
    memory,
    transient,
    gpu,
    gpuTransient,
    disk,
    always,
    min,
    max,
  };
}

/** Looked up once: with many models, a record costs more to read than all else that is done with what it says. */
function placesBefore(
  models: readonly ProblemModel[],
  previous: Readonly<Record<string, PreviousPlace>>,
): (PreviousPlace | undefined)[] {
  return models.map(({ name }) => (Object.hasOwn(previous, name) ? previous[name] : undefined));
}

/** In code-unit order; as they are, where they have it. */
function byName<T extends { readonly name: string }>(list: readonly T[]): readonly T[] {
  for (let i = 1; i < list.length; i++) {
    if (list[i - 1]!.name > list[i]!.name) return list.toSorted((a, b) => byCodeUnit(a.name, b.name));
  }
  return list;
}

/** Index of the model of that name; −1: none. */
export function findModel({ models }: Instance, name: string): number {
  let low = 0;
  let high = models.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (models[middle]!.name < name) low = middle + 1;
    else high = middle;
  }
  return models[low]?.name === name ? low : -1;
}

function shape(server: ProblemServer, index: number): ServerShape {
  const { capacity, overcommit } = server;
  return {
    index,
    name: server.name,
    min: server.replicas.min,
    max: server.replicas.max,
    isAutoscaled: server.beyondBase !== 'never',
    memory: capacity.memory,
    limit: Math.floor((capacity.memory * (100 + overcommit)) / 100),
    gpu: capacity.gpuMemory,
    gpuLimit: Math.floor((capacity.gpuMemory * (100 + overcommit)) / 100),
    slots: capacity.slots ?? Number.POSITIVE_INFINITY,
    disk: capacity.disk ?? Number.POSITIVE_INFINITY,
    workers: server.workers,
    cost: server.cost,
  };
}

/** What a pin and a list of words, read one after the other, lead to. */
interface Asked {
  readonly next: Map<string, Asked>;
  class: number | undefined;
}

function step<K>(from: Map<K, Asked>, key: K): Asked {
  const known = from.get(key);
  if (known) return known;
  const made: Asked = { next: new Map(), class: undefined };
  from.set(key, made);
  return made;
}

function classify(
  servers: readonly ProblemServer[],
  models: readonly ProblemModel[],
): { candidates: (readonly number[])[]; classOf: Int32Array } {
  const offers = servers.map((server) => new Set(server.capabilities));
  const byPin = new Map<string | null, Asked>();
  const lists: (readonly number[])[] = [];
  const byCandidates = new Map<string, number>();
  const classOf = new Int32Array(models.length);
  for (let i = 0; i < models.length; i++) {
    const { server: pin, requires } = models[i]!;
    let asked = step(byPin, pin);
    for (const word of requires) asked = step(asked.next, word);
    if (asked.class === undefined) {
      const candidates = servers.flatMap(({ name }, s) =>
        (pin === null || pin === name) && requires.every((word) => offers[s]!.has(word)) ? [s] : [],
      );
      const key = candidates.join();
      asked.class = byCandidates.get(key) ?? lists.push(candidates) - 1;
      byCandidates.set(key, asked.class);
    }
    classOf[i] = asked.class;
  }
  return { candidates: lists, classOf };
}

/** Servers that may hold the model as far as pin and capabilities go. */
export function candidatesOf(instance: Instance, model: number): readonly number[] {
  return instance.classes[instance.classOf[model]!]!.candidates;
}

/** Whether one copy of the model fits an empty ordinal of the server. */
function fitsAlone(instance: Instance, model: number, server: ServerShape): boolean {
  const w = server.workers;
  const memory = instance.memory[model]! * w;
  const gpu = instance.gpu[model]! * w;
  const resident = instance.always[model] === 1;
  return (
    (resident ? memory : 0) + instance.transient[model]! * w <= server.memory &&
    memory <= server.limit &&
    (resident ? gpu : 0) + instance.gpuTransient[model]! * w <= server.gpu &&
    gpu <= server.gpuLimit &&
    server.slots >= 1 &&
    instance.disk[model]! <= server.disk
  );
}

/** Whether the server could hold all required copies of the model, had it nothing else to hold. */
export function couldHold(instance: Instance, model: number, server: ServerShape): boolean {
  return instance.min[model]! <= server.max && fitsAlone(instance, model, server);
}

/** Servers that could hold all required copies of the model, had they nothing else to hold. */
export function homesOf(instance: Instance, model: number): readonly number[] {
  const { candidates, allFit } = instance.classes[instance.classOf[model]!]!;
  return allFit ? candidates : candidates.filter((s) => couldHold(instance, model, instance.servers[s]!));
}

/** The part of one empty ordinal that a copy of the model takes: the largest over memory, GPU, slots and disk. */
export function share(instance: Instance, model: number, server: ServerShape): number {
  const w = server.workers;
  const stays = instance.always[model] === 1;
  const memory = stays ? server.memory - instance.transient[model]! * w : server.limit;
  const gpu = stays ? server.gpu - instance.gpuTransient[model]! * w : server.gpuLimit;
  return Math.max(
    ratio(instance.memory[model]! * w, memory),
    ratio(instance.gpu[model]! * w, gpu),
    1 / Math.max(1, server.slots),
    ratio(instance.disk[model]!, server.disk),
  );
}

function ratio(part: number, whole: number): number {
  return part === 0 ? 0 : whole <= 0 ? 1 : Math.min(1, part / whole);
}
