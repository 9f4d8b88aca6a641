import { classKeys } from './construct.ts';
import { candidatesOf, type Instance, share } from './instance.ts';
import { LeastFull } from './least-full.ts';
import type { Packing } from './packing.ts';

/** Ordinals looked at one by one, per model, before the even way is given up: where it works, few are. */
const EFFORT = 64;

/**
 * Places models on the ordinals that are open, each where it leaves the ordinal least full: models with few candidates
 * first, then the largest. Evenness leaves room on every ordinal, for what flees from another, for growth and for
 * loading. Returns false, with only some of them placed, where one finds no room that way.
 */
export function spread(packing: Packing, models: ArrayLike<number>): boolean {
  const { instance } = packing;
  const fullness = packing.pools.map((pool, s) => new LeastFull(packing.base[s]!, (k) => pool.fill(k)));
  const end = packing.steps.spent + EFFORT * models.length;
  const order = scarceAndLargeFirst(instance, models);
  for (let i = 0; i < order.length; i++) {
    if (packing.steps.spent > end || !place(packing, order[i]!, fullness)) return false;
  }
  return true;
}

/**
 * Adds what is left beside what stands, on ordinals that are paid for whatever they hold: those below the least base of
 * a server. Ordinals above that are better filled tightly, so that they may close one day. Either all of it finds room
 * there, or nothing has changed.
 */
export function addBeside(packing: Packing, pending: readonly number[]): boolean {
  if (pending.some((model) => packing.copies(model).length > 0)) return false;
  const mark = packing.mark();
  const { servers } = packing.instance;
  const fullness = packing.pools.map((pool, s) => new LeastFull(servers[s]!.min, (k) => pool.fill(k)));
  const order = scarceAndLargeFirst(packing.instance, pending);
  if (order.every((model) => place(packing, model, fullness))) {
    packing.keep();
    return true;
  }
  packing.rollback(mark);
  return false;
}

function place(packing: Packing, model: number, fullness: readonly LeastFull[]): boolean {
  const { servers, memory } = packing.instance;
  const candidates = candidatesOf(packing.instance, model);
  const full = new Set<number>();
  for (;;) {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const s of candidates) {
      const top = fullness[s]!.least;
      if (top >= least || (full.size > 0 && full.has(s))) continue;
      const { workers, limit } = servers[s]!;
      const after = top + (memory[model]! * workers) / Math.max(1, limit);
      if (after >= least) continue;
      least = after;
      best = s;
    }
    if (best < 0) return false;
    const ordinals = choose(packing, model, best, fullness[best]!);
    for (const k of ordinals) {
      packing.add(model, best, k);
      fullness[best]!.update(k, packing.pools[best]!.fill(k));
    }
    if (ordinals.length > 0) return true;
    full.add(best);
  }
}

/** The least full ordinals of a server that can hold the copies of a model; none where there are too few. */
function choose(packing: Packing, model: number, s: number, fullness: LeastFull): readonly number[] {
  const pool = packing.pools[s]!;
  const need = packing.instance.min[model]!;
  if (need === 1 && pool.fits(model, fullness.ordinal)) return [fullness.ordinal];
  const { ordinals } = fullness;
  const fits: number[] = [];
  packing.steps.spent += ordinals;
  for (let k = 0; k < ordinals; k++) if (pool.fits(model, k)) fits.push(k);
  if (fits.length < need) return [];
  return fits.sort((a, b) => fullness.of(a) - fullness.of(b) || a - b).slice(0, need);
}

/** Sorted as numbers, which costs a fraction of what a comparison by function does: rank, size, then index. */
function scarceAndLargeFirst(instance: Instance, models: ArrayLike<number>): Float64Array {
  const { room, widest } = classKeys(instance);
  const rooms = [...new Set(room)].sort((a, b) => a - b);
  const rank = room.map((own) => rooms.indexOf(own));
  const n = instance.models.length;
  // All three must fit into the 53 bits of an exact integer.
  const bits = Math.floor(52 - Math.log2(2 * rooms.length + 1) - Math.log2(n + 1));
  const sizes = 2 ** Math.max(0, Math.min(24, bits));
  const order = new Float64Array(models.length);
  for (let i = 0; i < models.length; i++) {
    const model = models[i]!;
    const of = instance.classOf[model]!;
    const server = instance.servers[widest[of]!];
    const size = server ? share(instance, model, server) : 0;
    const evictable = 1 - instance.always[model]!;
    order[i] = ((2 * rank[of]! + evictable) * sizes + Math.floor((1 - size) * (sizes - 1))) * n + model;
  }
  order.sort();
  for (let i = 0; i < order.length; i++) order[i] = order[i]! % n;
  return order;
}
