import type { ComponentBounds } from '../bounds/bound.ts';
import { keepPrevious } from '../change/keep.ts';
import { construct, type Keys, order, orderKeys, type Variant, variants } from '../pack/construct.ts';
import { finish } from '../pack/finish.ts';
import { follow } from '../pack/guided.ts';
import type { InsertRule } from '../pack/insert.ts';
import { refine } from '../pack/refine.ts';
import { addBeside, spread } from '../pack/spread.ts';
import { compareFound, type Found, withdraw } from '../state/found.ts';
import { History } from '../state/history.ts';
import type { Instance } from '../state/instance.ts';
import { Packing } from '../state/packing.ts';
import type { Steps } from '../state/pool.ts';

/** Steps after which no further variant is begun: small fleets see the whole portfolio, the largest one variant. */
const BUDGET = 250_000;

/** How a change to a running fleet is placed: keep the cost, move little. */
const careful: InsertRule = { look: 16, fit: 'best', opening: 'ordinal' };

/** How full ordinals may be on average to be filled more evenly: above this it never succeeded. */
const FULL = 0.95;

/**
 * Finds a legal placement. With a previous one, everything stays that may stay and only the rest is placed; without,
 * a portfolio of variants competes until one reaches the lower bound or the budget of steps is spent. Models in
 * `without` are left out, and so unplaced, unless they stand already.
 */
export async function search(
  instance: Instance,
  bounds: () => readonly ComponentBounds[],
  without: ReadonlySet<number>,
): Promise<Found> {
  const steps: Steps = { spent: 0 };
  const start = new Packing(instance, steps);
  const n = instance.models.length;
  const history = new History(n);
  const pending = instance.before ? keepPrevious(start, history) : undefined;
  const left = (pending ?? Array.from({ length: n }, (_, model) => model)).filter((model) => !without.has(model));
  const found = pending && stands(start) ? amend(start, left, history) : await pack(start, left, bounds);
  if (without.size === 0) return found;
  const out = [...without].filter((model) => !found.packing.complete(model));
  return {
    ...found,
    unplaced: [...new Set([...found.unplaced, ...withdraw(found.packing, out)])].sort((a, b) => a - b),
  };
}

/** Whether any copy has a place. */
function stands({ server }: Packing): boolean {
  return server.some((s) => s >= 0);
}

/** Places what is left, beside what stands. */
function amend(start: Packing, pending: readonly number[], history: History): Found {
  if (pending.length === 0) return { packing: start, history, unplaced: [] };
  if (addBeside(start, pending)) return { packing: start, history, unplaced: [] };
  const { instance } = start;
  const keys = orderKeys(instance);
  const tried = pending.length === 1 ? variants.slice(0, 1) : variants.slice(0, 4);
  let best: Found | undefined;
  for (const variant of tried) {
    if (best && start.steps.spent > BUDGET) break;
    const packing = tried.length === 1 ? start : start.clone();
    const own = history.clone();
    const unplaced = placeRest(packing, order(instance, pending, keys, variant), own);
    packing.trim();
    const found = { packing, history: own, unplaced };
    if (!best || compareFound(found, best) < 0) best = found;
  }
  return best!;
}

/** Times that those which found no room are tried again. */
const AGAIN = 3;

/**
 * Places models in the given order; what finds no room is taken off whole and tried again, since copies of others that
 * find none may have stood in its way. Returns those that have no place, ascending.
 */
function placeRest(packing: Packing, ordered: readonly number[], history: History): readonly number[] {
  let left = ordered;
  for (let again = 0; left.length > 0 && again <= AGAIN; again++) {
    const failed = construct(packing, left, careful, history);
    withdraw(packing, failed);
    if (again > 0 && failed.length === left.length) break;
    left = failed;
  }
  return left.toSorted((a, b) => a - b);
}

/** Packs everything from nothing. */
async function pack(start: Packing, all: readonly number[], bounds: () => readonly ComponentBounds[]): Promise<Found> {
  const { instance, steps } = start;
  const least = start.clone();
  // What fits the least bases costs the least that there is.
  if (spread(least, all)) return { packing: least, history: History.none(instance.models.length), unplaced: [] };
  let best = flow(start, all, bounds());
  let keys: Keys | undefined;
  for (const variant of variants) {
    if (best && (steps.spent > BUDGET || optimal(best, bounds()))) break;
    keys ??= orderKeys(instance);
    const found = attempt(start.clone(), all, keys, variant);
    if (!best || compareFound(found, best) < 0) best = found;
  }
  const refined = optimal(best!, bounds()) ? best! : await refine(best!, start, all, bounds());
  return balance(refined, start, all);
}

function attempt(packing: Packing, all: readonly number[], keys: Keys, variant: Variant): Found {
  const failed = construct(packing, order(packing.instance, all, keys, variant), variant, undefined);
  return finish(packing, failed, variant);
}

function optimal(found: Found, bounds: readonly ComponentBounds[]): boolean {
  if (found.unplaced.length > 0) return false;
  return found.packing.cost() <= bounds.reduce((sum, one) => sum + one.cheap().value, 0);
}

/** Packs as models flow; undefined: there is no component of several servers. */
function flow(start: Packing, all: readonly number[], bounds: readonly ComponentBounds[]): Found | undefined {
  const guides = bounds.flatMap((one) => one.fluid()?.guide() ?? []);
  return guides.length === 0 ? undefined : follow(start.clone(), all, guides);
}

/** Packs once more onto as many ordinals, each model where least is used: the same cost, more evenly. */
function balance(best: Found, start: Packing, all: readonly number[]): Found {
  if (best.unplaced.length > 0 || fullness(best.packing) > FULL) return best;
  const packing = start.clone();
  for (const [s, base] of best.packing.base.entries()) packing.open(s, base);
  if (!spread(packing, all)) return best;
  packing.trim();
  const found = { packing, history: best.history, unplaced: [] };
  return compareFound(found, best) < 0 ? found : best;
}

/** How full the ordinals are on average, with what they keep free for loading. */
function fullness(packing: Packing): number {
  let sum = 0;
  let ordinals = 0;
  for (const [s, pool] of packing.pools.entries()) {
    const room = Math.max(1, Math.min(pool.shape.memory, pool.shape.limit));
    for (let k = 0; k < packing.base[s]!; k++) sum += Math.max(pool.fill(k), 1 - pool.free(k) / room);
    ordinals += packing.base[s]!;
  }
  return sum / Math.max(1, ordinals);
}
