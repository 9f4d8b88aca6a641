import type { Packing } from '../state/packing.ts';
import type { Saved } from '../state/pool.ts';

/** Where models go while their ordinal is drained. */
export interface Refuges {
  /** By model: an ordinal of the same server; −1: none is needed, or none was found. */
  readonly refuge: Int32Array;
  /** Models with one copy that have no refuge, ascending. */
  readonly exposed: Int32Array;
}

/** Finds a refuge for every model with one copy below its base, as far as there is room. */
export function placeRefuges(packing: Packing, spare: ReadonlyMap<number, readonly number[]>): Refuges {
  const refuge = new Int32Array(packing.instance.models.length).fill(-1);
  const exposed: number[] = [];
  for (let s = 0; s < packing.pools.length; s++) {
    for (let own = 0; own < packing.base[s]!; own++) flee(packing, s, own, spare, refuge, exposed);
  }
  return { refuge, exposed: Int32Array.from(exposed).sort() };
}

/**
 * Raises bases until every model with one copy has a refuge, or its server may have no more ordinals. Gives those that
 * then have none, ascending. One empty ordinal is a refuge for all models of any other.
 */
export function raiseForRefuges(packing: Packing): Int32Array {
  const { servers } = packing.instance;
  for (;;) {
    const { exposed } = placeRefuges(packing, new Map());
    const short = new Set(Array.from(exposed, (model) => packing.server[model]!));
    const raisable = [...short].filter((s) => packing.base[s]! < servers[s]!.max);
    if (raisable.length === 0) return exposed;
    for (const s of raisable) packing.open(s, packing.base[s]! + 1);
  }
}

/** Finds places for all that have their only copy on one ordinal, the largest first; they must fit together. */
function flee(
  packing: Packing,
  s: number,
  own: number,
  spare: ReadonlyMap<number, readonly number[]>,
  refuge: Int32Array,
  exposed: number[],
): void {
  const pool = packing.pools[s]!;
  const base = packing.base[s]!;
  const { memory } = packing.instance;
  const before = new Map<number, Saved>();
  const held = pool.held(own);
  const n = packing.instance.models.length;
  // One number a model, the largest first: numbers sort much faster than by a function.
  const lonely = new Float64Array(held.length);
  let count = 0;
  for (const model of held) {
    if (packing.copies(model)[0] !== own || runsTwice(packing, spare, model, base)) continue;
    lonely[count++] = model - memory[model]! * n;
  }
  const order = lonely.subarray(0, count).sort();
  pool.closed = own;
  for (let i = 0; i < count; i++) {
    const model = ((order[i]! % n) + n) % n;
    // An ordinal that already holds a further copy of the model cannot hold another.
    const k = pool.firstFit(model, base, spare.get(model) ?? NONE, packing.steps);
    if (k < 0) exposed.push(model);
    else {
      if (!before.has(k)) before.set(k, pool.save(k));
      pool.add(model, k);
      refuge[model] = k;
    }
  }
  pool.closed = -1;
  for (const saved of before.values()) pool.restore(saved);
}

const NONE: readonly number[] = [];

/** Whether a further copy of the model runs as long as its required ones do. */
export function runsTwice(
  packing: Packing,
  spare: ReadonlyMap<number, readonly number[]>,
  model: number,
  base: number,
): boolean {
  if (packing.copies(model).length > 1) return true;
  return spare.size > 0 && (spare.get(model)?.some((k) => k < base) ?? false);
}
