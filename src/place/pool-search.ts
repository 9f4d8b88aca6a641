import { type ComponentBounds, costOf } from './bound.ts';
import { loadEngine } from './engine.ts';
import type { Found } from './found.ts';
import type { Pattern } from './knapsack.ts';
import { diveForPatterns, fillOneByOne, modelsOf, solvePatterns } from './pool-packer.ts';

/**
 * Packs a component of one server as well as can be, in order of effort, until the bound is reached: ordinals filled
 * one by one; patterns rounded by diving; the best of all known patterns. Gives the placement with this component
 * replaced, or the one it was given.
 */
export async function repack(found: Found, bounds: ComponentBounds): Promise<Found> {
  const items = bounds.items();
  if (!items) return found;
  const [s] = bounds.component.servers;
  const { cost, min, max } = items.shape;
  const homeless = new Set(found.unplaced);
  const incomplete = items.list.some(({ models }) => models.some((model) => homeless.has(model)));
  let most = incomplete ? max + 1 : found.packing.base[s!]!;
  let best: readonly Pattern[] | undefined;
  const note = (patterns: readonly Pattern[] | undefined): void => {
    if (!patterns || patterns.length === 0 || patterns.length >= most) return;
    most = patterns.length;
    best = patterns;
  };
  const floor = (value: number): number => Math.max(min, Math.ceil(value / cost));
  note(fillOneByOne(items, floor(bounds.cheap().value)));
  if (most > floor(bounds.cheap().value)) {
    const columns = await bounds.columns();
    const target = columns ? Math.max(floor(bounds.cheap().value), columns.bound.bins) : 0;
    if (columns && most > target) note(diveForPatterns(columns.master, columns.solution.use, target, most));
    if (columns && most > target)
      note(solvePatterns(await loadEngine(), columns.master, columns.solution, target, most));
  }
  return best ? replaced(found, bounds, modelsOf(items, best)) : found;
}

function replaced(found: Found, { component }: ComponentBounds, ordinals: readonly (readonly number[])[]): Found {
  const packing = found.packing.clone();
  const [s] = component.servers;
  const placed = new Set<number>();
  for (const { models } of component.groups()) for (const model of models) packing.clear(model);
  if (packing.base[s!]! < ordinals.length) packing.open(s!, ordinals.length);
  for (const [k, models] of ordinals.entries()) {
    for (const model of models) {
      packing.add(model, s!, k);
      placed.add(model);
    }
  }
  packing.trim();
  const next = { ...found, packing, unplaced: found.unplaced.filter((model) => !placed.has(model)) };
  return next.unplaced.length < found.unplaced.length || costOf(packing, component) < costOf(found.packing, component)
    ? next
    : found;
}
