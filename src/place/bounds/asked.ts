import type { Component } from '../state/components.ts';
import type { Instance, ServerShape } from '../state/instance.ts';
import { type Prices, reaches } from './prices.ts';

/** The least that any of some servers asks for a copy, at prices of their ordinals. */
export class Asked {
  readonly #instance: Instance;
  readonly #levels: readonly number[];
  readonly #asks: readonly Ask[];
  /** By level of T of a model, then kind: what it has to look at. */
  readonly #lists: (Float64Array | undefined)[];

  /** `servers`: those of the component that the models can go to. */
  constructor(instance: Instance, component: Component, { levels, prices }: Prices, servers: readonly number[]) {
    this.#instance = instance;
    this.#levels = levels;
    const local = new Map(component.servers.map((s, i) => [s, i]));
    this.#asks = servers.flatMap((s) => asksOf(instance.servers[s]!, levels, prices[local.get(s)!]!));
    this.#lists = new Array(levels.length * kinds.length).fill(undefined);
  }

  /** Infinite: no server has ordinals with so high a T. */
  cheapest(model: number): number {
    const { always, disk: disks } = this.#instance;
    const memory = this.#instance.memory[model]!;
    const top = this.#instance.transient[model]!;
    const gpu = this.#instance.gpu[model]!;
    const gpuTop = this.#instance.gpuTransient[model]!;
    const disk = disks[model]!;
    const asks = this.#listFor(top, always[model]! * 2 + (gpu > 0 ? 1 : 0));
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < asks.length && memory * asks[i]! < least; i += WIDTH) {
      const begin = asks[i + 1]!;
      const price = asks[i + 3]!;
      let sum = memory * asks[i + 4]! + asks[i + 5]! + disk * asks[i + 6]!;
      if (price > 0) sum += price * part(memory, asks[i + 2]! - (top > begin ? top : begin));
      if (gpu > 0) {
        sum += gpu * asks[i + 9]!;
        if (asks[i + 8]! > 0) sum += asks[i + 8]! * part(gpu, asks[i + 7]! - gpuTop);
      }
      if (sum < least) least = sum;
    }
    return least;
  }

  #listFor(top: number, kind: number): Float64Array {
    let level = this.#levels.length - 1;
    while (level > 0 && this.#levels[level]! > top) level--;
    const at = level * kinds.length + kind;
    const known = this.#lists[at];
    if (known) return known;
    const high = this.#asks.filter((ask) => ask.level >= level);
    const list = packed(undominated(high, kinds[kind]!));
    this.#lists[at] = list;
    return list;
  }
}

/**
 * What a model pays on ordinals of one server and level: for each MiB, relative to what T leaves of the capacity and
 * relative to the limit with overcommit, the same of the GPU, for itself, and for each MiB of disk.
 */
interface Ask {
  readonly level: number;
  readonly begin: number;
  /** Memory of an ordinal for one worker. */
  readonly room: number;
  readonly memory: number;
  readonly each: number;
  readonly gpuRoom: number;
  readonly gpu: number;
  readonly gpuEach: number;
  readonly slot: number;
  readonly disk: number;
}

function asksOf(shape: ServerShape, levels: readonly number[], prices: readonly Float64Array[]): Ask[] {
  const w = shape.workers;
  return levels.flatMap((begin, level): Ask[] => {
    if (!reaches(shape, begin)) return [];
    const [memory, overcommit, gpu, gpuOvercommit, slots, disk] = prices[level]! as unknown as readonly number[];
    return [
      {
        level,
        begin,
        room: shape.memory / w,
        memory: memory!,
        each: (overcommit! * w) / Math.max(1, shape.limit),
        gpuRoom: shape.gpu / w,
        gpu: gpu!,
        gpuEach: (gpuOvercommit! * w) / Math.max(1, shape.gpuLimit),
        slot: slots! / shape.slots,
        disk: disk! / Math.max(1, shape.disk),
      },
    ];
  });
}

/** What matters to models that are evicted, those on a GPU too, those that stay, and those on a GPU. */
const kinds = [
  { stays: false, onGpu: false },
  { stays: false, onGpu: true },
  { stays: true, onGpu: false },
  { stays: true, onGpu: true },
] as const;

/** Without those that nobody of the kind takes, since another is as cheap in all that matters. */
function undominated(asks: readonly Ask[], { stays, onGpu }: (typeof kinds)[number]): Ask[] {
  const seen = asks.map(
    (ask): Ask => ({
      ...ask,
      memory: stays ? ask.memory : 0,
      room: stays && ask.memory > 0 ? ask.room : Number.POSITIVE_INFINITY,
      gpu: stays && onGpu ? ask.gpu : 0,
      gpuRoom: stays && onGpu && ask.gpu > 0 ? ask.gpuRoom : Number.POSITIVE_INFINITY,
      gpuEach: onGpu ? ask.gpuEach : 0,
    }),
  );
  const kept: Ask[] = [];
  for (const ask of seen) {
    if (kept.some((other) => isNoDearer(other, ask))) continue;
    let n = 0;
    for (const other of kept) if (!isNoDearer(ask, other)) kept[n++] = other;
    kept.length = n;
    kept.push(ask);
  }
  return kept;
}

function isNoDearer(a: Ask, b: Ask): boolean {
  return (
    (a.memory === 0 || (a.memory <= b.memory && a.room >= b.room && a.begin <= b.begin)) &&
    a.each <= b.each &&
    (a.gpu === 0 || (a.gpu <= b.gpu && a.gpuRoom >= b.gpuRoom)) &&
    a.gpuEach <= b.gpuEach &&
    a.slot <= b.slot &&
    a.disk <= b.disk
  );
}

/** Numbers of an ask, in a row: objects would hold each in a place of its own. */
const WIDTH = 10;

/** Cheapest first, by what a MiB of memory costs at least: the first number. */
function packed(asks: readonly Ask[]): Float64Array {
  const least = ({ memory, room, each }: Ask): number => memory / Math.max(1, room) + each;
  const rows = asks.map((ask) => {
    const { begin, room, memory, each, slot, disk, gpuRoom, gpu, gpuEach } = ask;
    return [least(ask), begin, room, memory, each, slot, disk, gpuRoom, gpu, gpuEach];
  });
  return Float64Array.from(rows.sort((a, b) => a[0]! - b[0]!).flat());
}

/** No more than one: and nothing of nothing. */
function part(demand: number, room: number): number {
  if (demand === 0) return 0;
  return demand >= room ? 1 : demand / room;
}
