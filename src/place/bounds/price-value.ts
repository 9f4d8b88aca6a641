import type { Component } from '../state/components.ts';
import type { Instance } from '../state/instance.ts';
import { resourceCount, whole } from '../state/resources.ts';
import { Asked } from './asked.ts';
import { type Prices, priceUnit, reaches } from './prices.ts';

/** Far above what summing in floating point can be off, relative to the terms. */
const MARGIN = 1e-9;

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
  let copies = 0;
  for (const { servers, models } of component.groups()) {
    const asked = new Asked(instance, component, { levels, prices }, servers);
    for (const model of models) {
      value += asked.cheapest(model) * instance.min[model]!;
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

function total(prices: Float64Array): number {
  let sum = 0;
  for (const price of prices) sum += price;
  return sum;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
