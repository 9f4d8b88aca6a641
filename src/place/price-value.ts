import type { Component } from './components.ts';
import type { Instance, ServerShape } from './instance.ts';
import { whole } from './pack-bound.ts';
import { sizeAbove } from './resources.ts';

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
  for (const [i, shape] of shapes.entries()) {
    let most = 0;
    for (const [level, ofLevel] of prices[i]!.entries()) {
      if (reaches(shape, levels[level]!)) most = Math.max(most, total(ofLevel));
    }
    const low = least.get(shape.index)!;
    const base = shape.cost - most >= 0 ? low : Math.max(low, shape.max);
    value += (shape.cost - most) * base;
    magnitude += (shape.cost + most) * base;
  }
  const local = new Map(component.servers.map((s, i) => [s, i]));
  for (const { servers, models } of component.groups()) {
    const offers = undominated(
      servers.flatMap((s) => offersOf(instance, local.get(s)!, shapes[local.get(s)!]!, levels, prices)),
    );
    for (const model of models) value += cheapest(instance, model, offers) * instance.min[model]!;
  }
  magnitude += Math.abs(value);
  const unit = shapes.reduce((divisor, { cost }) => gcd(divisor, cost), 0);
  const bound = unit === 0 ? 0 : Math.max(0, Math.ceil((value - MARGIN * magnitude - MARGIN) / unit) * unit);
  return { value: bound, prices: { levels, prices } };
}

/** What a model pays on ordinals of one server and level. */
interface Offer {
  readonly shape: ServerShape;
  readonly begin: number;
  /** Where the level ends. */
  readonly end: number;
  readonly resources: readonly number[];
  readonly prices: readonly number[];
}

function offersOf(
  { servers }: Instance,
  i: number,
  { index }: ServerShape,
  levels: readonly number[],
  prices: Prices['prices'],
): Offer[] {
  const shape = servers[index]!;
  return levels.flatMap((begin, level) => {
    if (!reaches(shape, begin)) return [];
    const priced = Array.from(prices[i]![level]!.entries()).filter(([, price]) => price > 0);
    const end = levels[level + 1] ?? Number.POSITIVE_INFINITY;
    return [{ shape, begin, end, resources: priced.map(([r]) => r), prices: priced.map(([, price]) => price) }];
  });
}

/** Offers without those that ask no less than another, for every resource of ordinals of the same kind. */
function undominated(offers: readonly Offer[]): Offer[] {
  const byKind = new Map<string, Offer[]>();
  for (const offer of offers) {
    const { memory, limit, gpu, gpuLimit, slots, disk, workers } = offer.shape;
    const kind = [memory, limit, gpu, gpuLimit, slots, disk, workers, offer.begin].join();
    const kept = byKind.get(kind) ?? [];
    if (kept.some((other) => asksNoMore(other, offer))) continue;
    byKind.set(kind, [...kept.filter((other) => !asksNoMore(offer, other)), offer]);
  }
  return [...byKind.values()].flat();
}

function asksNoMore(a: Offer, b: Offer): boolean {
  return a.resources.every((r, k) => {
    const at = b.resources.indexOf(r);
    return at >= 0 && a.prices[k]! <= b.prices[at]!;
  });
}

function cheapest(instance: Instance, model: number, offers: readonly Offer[]): number {
  const own = instance.transient[model]!;
  let least = Number.POSITIVE_INFINITY;
  for (const { shape, begin, end, resources, prices } of offers) {
    if (own >= end) continue;
    let sum = 0;
    for (let k = 0; k < resources.length && sum < least; k++) {
      sum += (prices[k]! * sizeAbove(instance, model, shape, resources[k]!, begin)) / whole;
    }
    if (sum < least) least = sum;
  }
  return least;
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
