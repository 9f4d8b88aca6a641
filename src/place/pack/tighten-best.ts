import type { ComponentBounds } from '../bounds/bound.ts';
import type { Prices } from '../bounds/prices.ts';
import { compareFound, type Found } from '../state/found.ts';
import type { Packing } from '../state/packing.ts';
import { follow } from './guided.ts';
import { tighten } from './tighten.ts';

/** Comparisons of copies that tightening may take, for each copy that there is, and in all. */
const EACH = { fast: 0, normal: 4_000, thorough: 10_000 };
const MOST = { fast: 0, normal: 40_000_000, thorough: 400_000_000 };
/** The part of that which a placement takes that still competes is one in so many. */
const TRIALS = 8;

/**
 * Follows fluids of finer bundles, tightens each placement a little, and then the best of them as far as the effort
 * goes: which guide leads to the best is not known before.
 */
export function tightenBest(
  found: Found,
  start: Packing,
  all: readonly number[],
  several: readonly ComponentBounds[],
): Found {
  if (several.length === 0 || start.instance.effort === 'fast') return found;
  let best = found;
  let prices = fluidPrices(several);
  const sources = several.map((one) => one.fineGuides());
  for (;;) {
    const guides = sources.flatMap((source) => source.next().value ?? []);
    if (guides.length === 0) break;
    const next = follow(start.clone(), all, guides);
    const own = guides.map((guide) => guide.prices);
    tightenAll(next, several, own, 'trial');
    if (compareFound(next, best) >= 0) continue;
    best = next;
    prices = own;
  }
  tightenAll(best, several, prices, 'all');
  return best;
}

/** By component of several servers, the prices that its bound rests on. */
export function fluidPrices(several: readonly ComponentBounds[]): readonly Prices[] {
  return several.map((one) => one.fluid()!.prices);
}

/** Packs components of several servers more tightly, where all models have a place. */
export function tightenAll(
  { packing, unplaced }: Found,
  several: readonly ComponentBounds[],
  prices: readonly Prices[],
  share: 'trial' | 'all',
): void {
  if (unplaced.length > 0) return;
  const { min, effort } = packing.instance;
  const part = share === 'trial' ? 1 / TRIALS : 1;
  for (const [i, one] of several.entries()) {
    let copies = 0;
    for (const { models } of one.component.groups()) for (const model of models) copies += min[model]!;
    tighten(packing, one, prices[i]!, { left: part * Math.min(EACH[effort] * copies, MOST[effort]) });
  }
  packing.trim();
}
