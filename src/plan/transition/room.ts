import { type Ordinal, type Problem, type ProblemServer, parseOrdinal } from '../../ir/index.ts';

/** What a copy takes of one ordinal, in MiB, workers counted. */
export interface Need {
  readonly memory: number;
  readonly gpuMemory: number;
}

/** One ordinal while the change runs: what models of it take, and what its loads and unloads were. */
export class Room {
  /** `server/ordinal`. */
  readonly name: string;
  readonly server: string;
  readonly ordinal: number;
  /** False: its server is gone from the fleet, so that its size is not known and nothing is loaded there. */
  readonly known: boolean;
  readonly workers: number;
  readonly #capacity: Need;
  #used: Need = { memory: 0, gpuMemory: 0 };
  /** What would be used had nothing been unloaded. */
  #gross: Need = { memory: 0, gpuMemory: 0 };
  #touched = false;
  #peak = 0;
  /** Most that a load needs on top of its own memory. */
  #onTop = 0;
  /** Level of the latest unload. */
  #freed = 0;

  constructor(name: string, place: Ordinal, server: ProblemServer | undefined) {
    this.name = name;
    this.server = place.server;
    this.ordinal = place.ordinal;
    this.known = server !== undefined;
    this.workers = server?.workers ?? 1;
    this.#capacity = server?.capacity ?? { memory: 0, gpuMemory: 0 };
  }

  /** Takes in a copy that is there from the beginning, before any is loaded or unloaded. */
  hold(need: Need): void {
    this.#used = plus(this.#used, need, 1);
    this.#gross = this.#used;
    this.#peak = this.#used.memory;
  }

  fits(peak: Need): boolean {
    return this.#fits(this.#used, peak);
  }

  /** Whether it would fit if what is free already and `more` were free. */
  fitsWithout(peak: Need, more: Need): boolean {
    return this.#fits(plus(this.#used, more, -1), peak);
  }

  #fits(used: Need, peak: Need): boolean {
    const { memory, gpuMemory } = this.#capacity;
    // A GPU that is too full is no matter to models that need none of it.
    const gpuFits = peak.gpuMemory === 0 || used.gpuMemory + peak.gpuMemory <= gpuMemory;
    return used.memory + peak.memory <= memory && gpuFits;
  }

  /** Loads a copy; gives the level at which it can be loaded: one above the unloads that it had to wait for. */
  load(need: Need, peak: Need): number {
    const level = this.#fits(this.#gross, peak) ? 1 : 1 + this.#freed;
    this.#touched = true;
    this.#peak = Math.max(this.#peak, this.#used.memory + peak.memory);
    this.#onTop = Math.max(this.#onTop, peak.memory - need.memory);
    this.#used = plus(this.#used, need, 1);
    this.#gross = plus(this.#gross, need, 1);
    return level;
  }

  unload(need: Need, level: number): void {
    this.#touched = true;
    this.#used = plus(this.#used, need, -1);
    this.#freed = Math.max(this.#freed, level);
  }

  get used(): Need {
    return this.#used;
  }

  get capacity(): Need {
    return this.#capacity;
  }

  /**
   * Most memory that there can be on the way: agents load as long as there is room, and unload when requests have gone
   * elsewhere, so old copies may still be there when the last new one comes. Undefined: nothing was loaded or unloaded
   * here.
   */
  get peak(): number | undefined {
    if (!this.#touched || !this.known) return undefined;
    return Math.max(this.#peak, Math.min(this.#gross.memory + this.#onTop, this.#capacity.memory));
  }
}

function plus(a: Need, b: Need, times: 1 | -1): Need {
  return { memory: a.memory + times * b.memory, gpuMemory: a.gpuMemory + times * b.gpuMemory };
}

/** The ordinals that a change has to do with, made when first asked for. */
export class Rooms {
  readonly #rooms = new Map<string, Room>();
  readonly #servers: ReadonlyMap<string, ProblemServer>;

  constructor(problem: Problem) {
    this.#servers = new Map(problem.servers.map((server) => [server.name, server]));
  }

  /** By `server/ordinal`. Undefined: not an ordinal. */
  at(name: string): Room | undefined {
    const found = this.#rooms.get(name);
    if (found !== undefined) return found;
    const place = parseOrdinal(name);
    if (place === undefined) return undefined;
    const room = new Room(name, place, this.#servers.get(place.server));
    this.#rooms.set(name, room);
    return room;
  }

  all(): readonly Room[] {
    return [...this.#rooms.values()];
  }
}
