import { type Items, mostOf } from '../state/items.ts';
import { Load } from '../state/load.ts';
import { whole } from '../state/resources.ts';

/** How many copies of each kind one ordinal holds. */
export type Pattern = Int32Array;

/** The most valuable content of one ordinal. */
export interface Filling {
  readonly pattern: Pattern;
  readonly value: number;
  /** No filling is worth more. Equal to `value` where the search was exhaustive. */
  readonly most: number;
  /** Steps that it took: cells of a table in thousands, or nodes of a search and an eighth of its looks. */
  readonly steps: number;
  /** Others that are worth more than what was asked for. */
  readonly others: readonly Pattern[];
}

/** Cells above which the table is not made, and where the answer must be exact. */
const CELLS = 1_000_000;
const EXACT_CELLS = 40_000_000;
/** Steps of a search before it settles for a bound, and where the answer should be exact. */
const NODES = 4_000;
const EXACT_NODES = 400_000;
/** Most fillings that are given besides the best. */
const OTHERS = 16;

/**
 * Finds the most valuable legal content of an ordinal. Where memory alone decides, T included, exactly: a table over
 * memory used, to which kinds are added in ascending T; after those up to some T, what fits beside that T is a
 * candidate (Martello and Toth 1990 for the table; T ascending makes one table do for all T). Else by branch and
 * bound, kinds by value per size, where sizes of several resources are joined by weights that bound best.
 */
export class Knapsack {
  readonly #items: Items;
  readonly #memory: number;
  /** Kinds in ascending T. */
  readonly #byTop: readonly number[];
  readonly #unit: number;
  #taken = new Uint16Array(0);

  constructor(items: Items) {
    this.#items = items;
    const { list, shape } = items;
    this.#byTop = [...list.keys()].sort((a, b) => list[a]!.transient - list[b]!.transient || a - b);
    this.#unit = list.reduce((unit, item) => gcd(gcd(unit, item.memory), item.transient), 0) || 1;
    this.#memory = Math.floor(shape.memory / this.#unit);
  }

  /**
   * `values` by kind, at least 0; `limits`: copies that may be used of each; `above`: others worth more than this are
   * welcome. With `exact`, more work is done before a search settles for a bound.
   */
  fill(values: ArrayLike<number>, limits: ArrayLike<number>, above = Number.POSITIVE_INFINITY, exact = false): Filling {
    const cells = (this.#memory + 1) * this.#items.list.length;
    if (this.#items.memoryOnly && cells <= (exact ? EXACT_CELLS : CELLS)) return this.#table(values, limits, above);
    return this.#search(values, limits, above, exact ? EXACT_NODES : NODES);
  }

  #table(values: ArrayLike<number>, limits: ArrayLike<number>, above: number): Filling {
    const { list } = this.#items;
    const width = this.#memory + 1;
    const best = new Float64Array(width);
    const used = this.#byTop.filter((i) => values[i]! > 0 && limits[i]! > 0);
    if (this.#taken.length < used.length * width) this.#taken = new Uint16Array(list.length * width);
    const taken = this.#taken.fill(0, 0, used.length * width);
    const next = new Float64Array(width);
    const ends: { k: number; at: number; value: number }[] = [];
    let value = 0;
    let end = -1;
    let endAt = 0;
    for (const [k, i] of used.entries()) {
      const item = list[i]!;
      const size = item.memory / this.#unit;
      const fits = size === 0 ? limits[i]! : Math.floor(this.#memory / size);
      const most = Math.min(mostOf(item), limits[i]!, fits);
      const worth = values[i]!;
      const row = k * width;
      if (size === 0) {
        // From here on they come along in every cell.
        for (let c = 0; c < width; c++) {
          best[c]! += most * worth;
          taken[row + c] = most;
        }
      } else if (most === 1) {
        for (let c = width - 1; c >= size; c--) {
          const with1 = best[c - size]! + worth;
          if (with1 > best[c]!) {
            best[c] = with1;
            taken[row + c] = 1;
          }
        }
      } else {
        // Each cell looks at up to `most` copies below it.
        next.set(best);
        for (let c = size; c < width; c++) {
          let top = best[c]!;
          let count = 0;
          for (let n = 1, at = c - size; n <= most && at >= 0; n++, at -= size) {
            const sum = best[at]! + n * worth;
            if (sum > top) {
              top = sum;
              count = n;
            }
          }
          next[c] = top;
          taken[row + c] = count;
        }
        best.set(next);
      }
      const beside = this.#memory - item.transient / this.#unit;
      if (beside < 0) continue;
      if (best[beside]! > value) {
        value = best[beside]!;
        end = k;
        endAt = beside;
      }
      if (best[beside]! > above && taken[row + beside]! > 0) ends.push({ k, at: beside, value: best[beside]! });
    }
    const trace = (from: number, at: number): Pattern => {
      const pattern = new Int32Array(list.length);
      for (let k = from, c = at; k >= 0; k--) {
        const count = taken[k * width + c]!;
        pattern[used[k]!] = count;
        c -= (count * list[used[k]!]!.memory) / this.#unit;
      }
      return pattern;
    };
    const pattern = trace(end, endAt);
    const others = ends.sort((a, b) => b.value - a.value || a.k - b.k).slice(0, OTHERS);
    return {
      pattern,
      value,
      most: value,
      steps: (used.length * width) / 1000,
      others: others.map(({ k, at }) => trace(k, at)),
    };
  }

  #search(values: ArrayLike<number>, limits: ArrayLike<number>, above: number, nodes: number): Filling {
    const { list, active } = this.#items;
    const kinds = [...list.keys()].filter((i) => values[i]! > 0 && limits[i]! > 0);
    const { sizes, order } = this.#joined(kinds, values, limits);
    const tail = tails(order, values, list, active);
    const load = new Load(this.#items);
    const pattern = new Int32Array(list.length);
    const bestPattern = new Int32Array(list.length);
    const left = new Float64Array(active.length + 1).fill(whole);
    const others: Pattern[] = [];
    const work = { looked: 0 };
    let best = 0;
    let spent = 0;
    let cut = 0;
    // Every node is a legal content; its children add copies of one kind further down the order.
    const visit = (at: number, value: number, room: number): void => {
      if (value > best) {
        best = value;
        bestPattern.set(pattern);
        if (value > above) others.push(pattern.slice());
      }
      for (let k = at; k < order.length; k++) {
        let bound = value + bounded(k, room, order, sizes, values, limits, list, work);
        if (bound <= best * (1 + 1e-12)) return;
        bound = Math.min(bound, value + tail(k, left));
        if (bound <= best * (1 + 1e-12)) return;
        if (spent > nodes) {
          cut = Math.max(cut, bound);
          return;
        }
        const i = order[k]!;
        const item = list[i]!;
        const most = load.room(item, Math.min(mostOf(item), limits[i]!));
        spent++;
        for (let count = most; count > 0; count--) {
          const before = load.add(item, count);
          for (let a = 0; a < active.length; a++) left[a]! -= count * item.sizes[active[a]!]!;
          pattern[i] = count;
          visit(k + 1, value + count * values[i]!, room - count * sizes[i]!);
          for (let a = 0; a < active.length; a++) left[a]! += count * item.sizes[active[a]!]!;
          load.undo(item, count, before);
        }
        pattern[i] = 0;
      }
    };
    visit(0, 0, 1);
    return {
      pattern: bestPattern,
      value: best,
      most: Math.max(best, cut),
      steps: spent + work.looked / 8,
      others: others.slice(-OTHERS, -1),
    };
  }

  /** One size a kind, of those of all resources, and the kinds by value per size: the weights that bound best. */
  #joined(
    kinds: readonly number[],
    values: ArrayLike<number>,
    limits: ArrayLike<number>,
  ): { sizes: Float64Array; order: number[] } {
    const { list, active } = this.#items;
    const even = active.map(() => 1 / active.length);
    const options = [even, ...active.map((_, a) => active.map((_r, b) => (a === b ? 1 : 0)))];
    for (let a = 0; a + 1 < active.length; a++) {
      for (const part of [0.25, 0.75]) {
        options.push(active.map((_, b) => (b === a ? part : b === a + 1 ? 1 - part : 0)));
      }
    }
    let found: { sizes: Float64Array; order: number[]; bound: number } | undefined;
    for (const weights of active.length > 1 ? options : [even]) {
      const sizes = Float64Array.from(list, (item) =>
        active.reduce((sum, r, a) => sum + (weights[a]! * item.sizes[r]!) / whole, 0),
      );
      const order = kinds.toSorted((a, b) => values[b]! * sizes[a]! - values[a]! * sizes[b]! || a - b);
      const bound = bounded(0, 1, order, sizes, values, limits, list, { looked: 0 });
      if (!found || bound < found.bound) found = { sizes, order, bound };
    }
    return found!;
  }
}

/**
 * What the kinds from a place in the order on are worth at most, by two rough arguments: the most value per size of any
 * resource, and how many copies fit at most, each worth as much as the dearest.
 */
function tails(
  order: readonly number[],
  values: ArrayLike<number>,
  list: Items['list'],
  active: readonly number[],
): (at: number, left: Float64Array) => number {
  const n = order.length;
  const width = active.length;
  const dear = new Float64Array(n + 1);
  const density = new Float64Array((n + 1) * width);
  const small = new Float64Array((n + 1) * width).fill(Number.POSITIVE_INFINITY);
  for (let k = n - 1; k >= 0; k--) {
    const i = order[k]!;
    dear[k] = Math.max(dear[k + 1]!, values[i]!);
    for (let a = 0; a < width; a++) {
      const size = list[i]!.sizes[active[a]!]!;
      density[k * width + a] = Math.max(density[(k + 1) * width + a]!, values[i]! / size);
      small[k * width + a] = Math.min(small[(k + 1) * width + a]!, size);
    }
  }
  return (at, left) => {
    let bound = Number.POSITIVE_INFINITY;
    for (let a = 0; a < width; a++) {
      const room = left[a]! + 1;
      bound = Math.min(bound, room * density[at * width + a]!, Math.floor(room / small[at * width + a]!) * dear[at]!);
    }
    return Number.isNaN(bound) ? Number.POSITIVE_INFINITY : bound;
  };
}

/** What the kinds from `at` on are worth at most in what is left, fractions of copies allowed. */
function bounded(
  at: number,
  left: number,
  order: readonly number[],
  sizes: Float64Array,
  values: ArrayLike<number>,
  limits: ArrayLike<number>,
  list: Items['list'],
  work: { looked: number },
): number {
  let sum = 0;
  let room = left + 1e-9;
  for (let k = at; k < order.length && room > 0; k++) {
    work.looked++;
    const i = order[k]!;
    const most = Math.min(mostOf(list[i]!), limits[i]!);
    const size = sizes[i]!;
    if (size * most <= room) {
      sum += most * values[i]!;
      room -= size * most;
    } else {
      sum += (room / size) * values[i]!;
      room = 0;
    }
  }
  return sum;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
