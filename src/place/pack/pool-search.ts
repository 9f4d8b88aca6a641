import type { ComponentBounds } from '../bounds/bound.ts';
import { loadEngine } from '../bounds/engine.ts';
import type { Stand } from '../bounds/exhaust.ts';
import type { Pattern } from '../bounds/knapsack.ts';
import type { Found } from '../state/found.ts';
import { diveForPatterns, fillOneByOne, modelsOf, solvePatterns } from './pool-packer.ts';
import { standAs } from './stand.ts';

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
  return best ? standAs(found, bounds.component, standsOf(modelsOf(items, best), s!)) : found;
}

/** Where models stand, from what each ordinal of a server holds. */
function standsOf(ordinals: readonly (readonly number[])[], server: number): readonly Stand[] {
  return ordinals.flatMap((models, k) => models.map((model) => ({ model, server, ordinals: [k] })));
}
