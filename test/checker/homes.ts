import type { ProblemModel, ProblemServer } from '../../src/ir/index.ts';

/** For each model the servers that could hold all its copies, had they nothing else to hold. Models that are alike share a list. */
export type Homes = ReadonlyMap<ProblemModel, readonly ProblemServer[]>;

/** Pins and words are compared once for all models that have the same, numbers for each. */
export function findHomes(servers: readonly ProblemServer[], models: readonly ProblemModel[]): Homes {
  const classes = new Map<string, Class>();
  const homes = new Map<ProblemModel, readonly ProblemServer[]>();
  for (const model of models) {
    const key = JSON.stringify([model.server, model.requires]);
    let own = classes.get(key);
    if (!own) {
      own = new Class(servers.filter((server) => suits(server, model)));
      classes.set(key, own);
    }
    homes.set(model, own.homesOf(model));
  }
  return homes;
}

/** What models with the same pin and requirements can go to. */
class Class {
  readonly #servers: readonly ProblemServer[];
  readonly #rooms: readonly (readonly number[])[];
  /** The least of every number: what fits that fits all. */
  readonly #least: readonly number[];
  readonly #lists = new Map<string, readonly ProblemServer[]>();

  constructor(servers: readonly ProblemServer[]) {
    this.#servers = servers;
    this.#rooms = servers.map(roomOf);
    this.#least = (this.#rooms[0] ?? []).map((_, i) => Math.min(...this.#rooms.map((room) => room[i]!)));
  }

  homesOf(model: ProblemModel): readonly ProblemServer[] {
    const asked = askedBy(model);
    if (fits(asked, this.#least)) return this.#servers;
    const numbers = [...this.#rooms.keys()].filter((s) => fits(asked, this.#rooms[s]!));
    const key = numbers.join();
    const list = this.#lists.get(key) ?? numbers.map((s) => this.#servers[s]!);
    this.#lists.set(key, list);
    return list;
  }
}

function suits(server: ProblemServer, model: ProblemModel): boolean {
  return (
    (model.server === null || model.server === server.name) &&
    model.requires.every((word) => server.capabilities.includes(word))
  );
}

function fits(asked: readonly number[], room: readonly number[]): boolean {
  return room.every((most, i) => asked[i]! <= most);
}

/** What a model asks of a server alone, on one worker: copies, memory by rules 1 and 2, the same of the GPU, slots, disk. */
function askedBy({ replicas, residency, update, memory, peak, gpuMemory, gpuPeak, disk }: ProblemModel): number[] {
  const stays = residency === 'always';
  // One that updates by `recreate` is gone while it loads: its peak is all. Else it, if it stays, and the peak on top.
  const loading = (size: number, most: number): number => (stays && update === 'surge' ? size + most : most);
  return [replicas.min, loading(memory, peak), memory, loading(gpuMemory, gpuPeak), gpuMemory, 1, 2 * disk];
}

/** What the server has of each of these. */
function roomOf({ replicas, capacity, workers, overcommit }: ProblemServer): number[] {
  const { memory, gpuMemory, slots, disk } = capacity;
  const each = (size: number, percent: number): number => Math.floor((size * percent) / (100 * workers));
  return [
    replicas.max,
    each(memory, 100),
    each(memory, 100 + overcommit),
    each(gpuMemory, 100),
    each(gpuMemory, 100 + overcommit),
    slots ?? Number.POSITIVE_INFINITY,
    disk ?? Number.POSITIVE_INFINITY,
  ];
}
