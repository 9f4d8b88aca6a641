import type { Lower } from './bound.ts';
import { construct, type Keys, order, orderKeys, type Variant, variants } from './construct.ts';
import { drain } from './drain.ts';
import { History } from './history.ts';
import { type InsertRule, insert } from './insert.ts';
import { candidatesOf, type Instance } from './instance.ts';
import { keepPrevious } from './keep.ts';
import { Packing } from './packing.ts';
import type { Steps } from './pool.ts';
import type { Priced } from './price-bound.ts';
import { resourceCount, sizeOf } from './resources.ts';
import { addBeside, spread } from './spread.ts';

/** Where required copies stand, and which models found no place. */
export interface Found {
  readonly packing: Packing;
  readonly history: History;
  /** Ascending. */
  readonly unplaced: readonly number[];
}

/** Steps after which no further variant is begun: small fleets see the whole portfolio, the largest one variant. */
const BUDGET = 250_000;
/** Steps that emptying ordinals may take, per variant and model. */
const DRAIN = 6;
/** And however few models there are. */
const DRAIN_LEAST = 40_000;
/** Models for which more room is searched by moving others, per variant. */
const REPAIRS = 200;

/** How a change to a running fleet is placed: keep the cost, move little. */
const careful: InsertRule = { look: 16, fit: 'best', opening: 'ordinal' };

/**
 * Finds a legal placement. With a previous one, everything stays that may stay and only the rest is placed; without,
 * a portfolio of variants competes until one reaches the lower bound or the budget of steps is spent. Models in
 * `without` are left out, and so unplaced, unless they stand already.
 */
export function search(instance: Instance, bounds: () => readonly Lower[], without: ReadonlySet<number>): Found {
  const steps: Steps = { spent: 0 };
  const start = new Packing(instance, steps);
  const n = instance.models.length;
  const history = new History(n);
  const pending = instance.problem.previous ? keepPrevious(start, history) : undefined;
  const left = (pending ?? Array.from({ length: n }, (_, model) => model)).filter((model) => !without.has(model));
  const found = pending && pending.length < n ? amend(start, left, history) : pack(start, left, bounds);
  if (without.size === 0) return found;
  const out = [...without].filter((model) => !found.packing.complete(model));
  return {
    ...found,
    unplaced: [...new Set([...found.unplaced, ...withdraw(found.packing, out)])].sort((a, b) => a - b),
  };
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
    const failed = construct(packing, order(instance, pending, keys, variant), careful, own);
    const unplaced = withdraw(packing, failed);
    packing.trim();
    const found = { packing, history: own, unplaced };
    if (!best || compareFound(found, best) < 0) best = found;
  }
  return best!;
}

/** Packs everything from nothing. */
function pack(start: Packing, all: readonly number[], bounds: () => readonly Lower[]): Found {
  const { instance, steps } = start;
  const least = start.clone();
  // What fits the least bases costs the least that there is.
  if (spread(least, all)) return { packing: least, history: History.none(instance.models.length), unplaced: [] };
  const keys = orderKeys(instance);
  let best: Found | undefined;
  for (const variant of variants) {
    if (best && (steps.spent > BUDGET || optimal(best, bounds()))) break;
    const packing = start.clone();
    if (variant.opened > 0) openWanted(packing, bounds(), variant.opened);
    const rank = variant.priced ? ranking(instance, bounds()) : undefined;
    const found = attempt(packing, all, keys, rank ? { ...variant, rank } : variant);
    if (!best || compareFound(found, best) < 0) best = found;
  }
  return balance(best!, start, all);
}

function attempt(packing: Packing, all: readonly number[], keys: Keys, variant: Variant): Found {
  const { instance } = packing;
  const history = History.none(instance.models.length);
  let failed = construct(packing, order(instance, all, keys, variant), variant, undefined);
  failed = [
    ...failed.slice(0, REPAIRS).filter((model) => !insert(packing, model, variant, history)),
    ...failed.slice(REPAIRS),
  ];
  const unplaced = withdraw(packing, failed);
  packing.trim();
  drain(packing, history, DRAIN_LEAST + DRAIN * instance.models.length);
  packing.trim();
  return { packing, history, unplaced };
}

function optimal(found: Found, bounds: readonly Lower[]): boolean {
  const bound = bounds.reduce((sum, { value }) => sum + value, 0);
  return found.unplaced.length === 0 && found.packing.cost() <= bound;
}

/** Opens as many ordinals as a fractional packing fills, so that every model finds the servers that suit it open. */
function openWanted(packing: Packing, bounds: readonly Lower[], part: number): void {
  for (const { component, priced } of bounds) {
    if (!priced) continue;
    for (const [i, s] of component.servers.entries()) {
      const base = Math.min(Math.floor(priced.wanted[i]! * part), packing.instance.servers[s]!.max);
      if (base > packing.base[s]!) packing.open(s, base);
    }
  }
}

/** Candidate servers in the order of what a model pays there, by the prices of the bound. */
function ranking(instance: Instance, bounds: readonly Lower[]): ((model: number) => readonly number[]) | undefined {
  const prices = new Map<number, { readonly priced: Priced; readonly i: number }>();
  for (const { component, priced } of bounds) {
    if (priced) for (const [i, s] of component.servers.entries()) prices.set(s, { priced, i });
  }
  if (prices.size === 0) return undefined;
  const known = new Map<number, readonly number[]>();
  return (model) => {
    const kind = instance.classOf[model]! * 4 + instance.always[model]! * 2 + (instance.gpu[model]! > 0 ? 1 : 0);
    let ranked = known.get(kind);
    if (!ranked) {
      const pay = (s: number): number => {
        const found = prices.get(s);
        if (!found) return 0;
        let sum = 0;
        for (let r = 0; r < resourceCount; r++) {
          const each = found.priced.prices[found.i * resourceCount + r]!;
          if (each > 0) sum += each * sizeOf(instance, model, instance.servers[s]!, r);
        }
        return sum;
      };
      ranked = candidatesOf(instance, model)
        .map((s) => ({ s, pay: pay(s) }))
        .sort((a, b) => a.pay - b.pay || a.s - b.s)
        .map(({ s }) => s);
      known.set(kind, ranked);
    }
    return ranked;
  };
}

/** Packs once more onto as many ordinals, each model where least is used: the same cost, more evenly. */
function balance(best: Found, start: Packing, all: readonly number[]): Found {
  if (best.unplaced.length > 0) return best;
  const packing = start.clone();
  for (const [s, base] of best.packing.base.entries()) packing.open(s, base);
  if (!spread(packing, all)) return best;
  packing.trim();
  const found = { packing, history: best.history, unplaced: [] };
  return compareFound(found, best) < 0 ? found : best;
}

/** Takes away what stands of models that could not be placed whole. */
function withdraw(packing: Packing, failed: readonly number[]): number[] {
  for (const model of failed) packing.clear(model);
  return failed.toSorted((a, b) => a - b);
}

/** The objective: fewest unplaced, then least cost, then fewest moves, then evenness. */
function compareFound(a: Found, b: Found): number {
  return (
    a.unplaced.length - b.unplaced.length ||
    a.packing.cost() - b.packing.cost() ||
    a.history.moved - b.history.moved ||
    imbalance(a.packing) - imbalance(b.packing)
  );
}

/** Σ over ordinals of the square of how full each is, in thousandths. */
function imbalance(packing: Packing): number {
  let sum = 0;
  for (const [s, pool] of packing.pools.entries()) {
    for (let k = 0; k < packing.base[s]!; k++) {
      const fill = Math.floor(1000 * pool.fill(k));
      sum += fill * fill;
    }
  }
  return sum;
}
