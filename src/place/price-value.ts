import type { Component } from './components.ts';
import type { Instance, ServerShape } from './instance.ts';
import { whole } from './pack-bound.ts';
import { resourceCount } from './resources.ts';

/** Prices are whole multiples of one in so many, so that they can be written down and checked exactly. */
export const priceUnit = 2 ** 20;
/** Far above what summing in floating point can be off, relative to the terms. */
const MARGIN = 1e-9;

/** Prices of a component's ordinals. */
export interface Prices {
  /** Where levels of T begin: the first at 0, ascending, in MiB on one worker. */
  readonly levels: readonly number[];
  /** By server of the component, then level, then resource: the price of one ordinal's worth. */
  readonly prices: readonly (readonly Float64Array[])[];
}

/**
 * What prices prove, by weak duality. An ordinal whose T is in a level has its capacity less the level's begin for
 * models that stay, and holds only models of that level or a lower one; per ordinal of a server and level, and per
 * resource, sizes sum to at most 1. So for any prices p ≥ 0
 *   Σ over models of min over servers and levels of p·size + Σ over servers of min over bases of (cost − p)·base,
 * with p of a server the most over its levels, is a lower bound on the cost. Gives the prices rounded to units, and the
 * bound: the sum less more than floating point can be off, and then up to the next multiple of the greatest common
 * divisor of all costs.
 */
export function priceValue(
  instance: Instance,
  component: Component,
  least: ReadonlyMap<number, number>,
  given: Prices,
): { value: number; prices: Prices } {
  const { levels } = given;
  const prices = given.prices.map((ofServer) =>
    ofServer.map((ofLevel) => ofLevel.map((price) => Math.floor(price * priceUnit) / priceUnit)),
  );
  const shapes = component.servers.map((s) => instance.servers[s]!);
  let value = 0;
  let magnitude = 0;
  let highest = 0;
  for (const [i, shape] of shapes.entries()) {
    let most = 0;
    for (const [level, ofLevel] of prices[i]!.entries()) {
      if (reaches(shape, levels[level]!)) most = Math.max(most, total(ofLevel));
    }
    highest = Math.max(highest, most);
    const low = least.get(shape.index)!;
    const base = shape.cost - most >= 0 ? low : Math.max(low, shape.max);
    value += (shape.cost - most) * base;
    magnitude += (shape.cost + most) * base;
  }
  const local = new Map(component.servers.map((s, i) => [s, i]));
  let copies = 0;
  for (const { servers, models } of component.groups()) {
    const asks = servers.flatMap((s) => asksOf(shapes[local.get(s)!]!, levels, prices[local.get(s)!]!));
    const byKind: (Float64Array | undefined)[] = kinds.map(() => undefined);
    for (const model of models) {
      const kind = instance.always[model]! * 2 + (instance.gpu[model]! > 0 ? 1 : 0);
      byKind[kind] ??= packed(undominated(asks, kinds[kind]!));
      value += cheapest(instance, model, byKind[kind]) * instance.min[model]!;
      copies += instance.min[model]!;
    }
  }
  // Sizes that are written down are rounded down to parts of `whole`.
  magnitude += (copies * resourceCount * highest) / (whole * MARGIN);
  magnitude += Math.abs(value);
  const unit = shapes.reduce((divisor, { cost }) => gcd(divisor, cost), 0);
  const bound = unit === 0 ? 0 : Math.max(0, Math.ceil((value - MARGIN * magnitude - MARGIN) / unit) * unit);
  return { value: bound, prices: { levels, prices } };
}

/**
 * What a model pays on ordinals of one server and level: for each MiB, relative to what T leaves of the capacity and
 * relative to the limit with overcommit, the same of the GPU, for itself, and for each MiB of disk.
 */
interface Ask {
  readonly level: number;
  readonly begin: number;
  /** Where the level ends. */
  readonly end: number;
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
        end: levels[level + 1] ?? Number.POSITIVE_INFINITY,
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

/** Without those that nobody of the kind takes, since another of the same level is as cheap in all that matters. */
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
    a.level === b.level &&
    (a.memory === 0 || (a.memory <= b.memory && a.room >= b.room)) &&
    a.each <= b.each &&
    (a.gpu === 0 || (a.gpu <= b.gpu && a.gpuRoom >= b.gpuRoom)) &&
    a.gpuEach <= b.gpuEach &&
    a.slot <= b.slot &&
    a.disk <= b.disk
  );
}

/** Numbers of an ask, in a row: objects would hold each in a place of its own. */
const WIDTH = 11;

/** Cheapest first, by what a MiB of memory costs at least: the first number. */
function packed(asks: readonly Ask[]): Float64Array {
  const least = ({ memory, room, each }: Ask): number => memory / Math.max(1, room) + each;
  const rows = asks.map((ask) => {
    const { begin, end, room, memory, each, slot, disk, gpuRoom, gpu, gpuEach } = ask;
    return [least(ask), begin, end, room, memory, each, slot, disk, gpuRoom, gpu, gpuEach];
  });
  return Float64Array.from(rows.sort((a, b) => a[0]! - b[0]!).flat());
}

function cheapest(instance: Instance, model: number, asks: Float64Array): number {
  const memory = instance.memory[model]!;
  const top = instance.transient[model]!;
  const gpu = instance.gpu[model]!;
  const gpuTop = instance.gpuTransient[model]!;
  const disk = instance.disk[model]!;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < asks.length && memory * asks[i]! < least; i += WIDTH) {
    if (top >= asks[i + 2]!) continue;
    const begin = asks[i + 1]!;
    const price = asks[i + 4]!;
    let sum = memory * asks[i + 5]! + asks[i + 6]! + disk * asks[i + 7]!;
    if (price > 0) sum += price * part(memory, asks[i + 3]! - (top > begin ? top : begin));
    if (gpu > 0) {
      sum += gpu * asks[i + 10]!;
      if (asks[i + 9]! > 0) sum += asks[i + 9]! * part(gpu, asks[i + 8]! - gpuTop);
    }
    if (sum < least) least = sum;
  }
  return least;
}

/** No more than one: and nothing of nothing. */
function part(demand: number, room: number): number {
  if (demand === 0) return 0;
  return demand >= room ? 1 : demand / room;
}

/** Whether an ordinal of the server can have such a T. */
export function reaches(shape: ServerShape, level: number): boolean {
  return level * shape.workers <= shape.memory;
}

function total(prices: Float64Array): number {
  let sum = 0;
  for (const price of prices) sum += price;
  return sum;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
