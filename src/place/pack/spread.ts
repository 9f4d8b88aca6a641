import { candidatesOf, type Instance, share } from '../state/instance.ts';
import { LeastFull } from '../state/least-full.ts';
import type { Packing } from '../state/packing.ts';
import { classKeys } from './construct.ts';

/** Of how many ordinals of a server, beyond those that a model needs, the least full are tried. */
const LOOK = 16;
/** Servers and ordinals tried in vain, per model, before the even way is given up: where it works, few are. */
const EFFORT = 8;

/**
 * Places models on the ordinals that are open, each where it leaves the ordinal least full: models with few candidates
 * first, then the largest. Evenness leaves room on every ordinal, for what flees from another, for growth and for
 * loading. Returns false, with only some of them placed, where one finds no room that way.
 */
export function spread(packing: Packing, models: ArrayLike<number>): boolean {
  if (tooFull(packing, models)) return false;
  const open = new Open(packing, packing.base);
  const order = scarceAndLargeFirst(packing.instance, models);
  const end = packing.steps.spent + EFFORT * order.length;
  for (let i = 0; i < order.length; i++) {
    if (packing.steps.spent > end || !open.place(order[i]!)) return false;
  }
  return true;
}

/** Part of the memory of all ordinals above which nobody need try: room for T alone takes more. */
const FULL = 0.97;

/** Whether the models ask for nearly all memory there is, or more. */
function tooFull({ instance, base }: Packing, models: ArrayLike<number>): boolean {
  const { servers, memory, always, min } = instance;
  let room = 0;
  let workers = Number.POSITIVE_INFINITY;
  for (const { index, memory: capacity, workers: own } of servers) {
    room += base[index]! * capacity;
    workers = Math.min(workers, own);
  }
  let asked = 0;
  for (let i = 0; i < models.length; i++) {
    const model = models[i]!;
    if (always[model] === 1) asked += memory[model]! * min[model]! * workers;
  }
  return models.length > 1 && asked > FULL * room && instance.transient.some((value) => value > 0);
}

/**
 * Adds what is left beside what stands, on ordinals that are paid for whatever they hold: those below the least base of
 * a server. Ordinals above that are better filled tightly, so that they may close one day. Either all of it finds room
 * there, or nothing has changed.
 */
export function addBeside(packing: Packing, pending: readonly number[]): boolean {
  if (pending.some((model) => packing.copies(model).length > 0)) return false;
  const mark = packing.mark();
  const { instance } = packing;
  const open = new Open(
    packing,
    instance.servers.map(({ min }) => min),
  );
  if (scarceAndLargeFirst(instance, pending).every((model) => open.place(model))) {
    packing.keep();
    return true;
  }
  packing.rollback(mark);
  return false;
}

/** The ordinals that models are spread over. */
class Open {
  readonly #packing: Packing;
  readonly #ordinals: readonly LeastFull[];
  /** By server: how full its least full ordinal is; infinite where it has none. */
  readonly #least: Float64Array;
  /** By server: how much fuller one MiB makes an ordinal. */
  readonly #unit: Float64Array;

  /** `sizes` gives how many ordinals of each server count. */
  constructor(packing: Packing, sizes: ArrayLike<number>) {
    this.#packing = packing;
    this.#ordinals = packing.pools.map((pool, s) => new LeastFull(sizes[s]!, (k) => pool.fill(k)));
    this.#least = Float64Array.from(this.#ordinals, ({ least }) => least);
    this.#unit = Float64Array.from(packing.pools, ({ shape }) => shape.workers / Math.max(1, shape.limit));
  }

  /** Puts all copies of a model where they leave an ordinal least full, or changes nothing. */
  place(model: number): boolean {
    const full = new Set<number>();
    for (;;) {
      const s = this.#leastAfter(model, full);
      if (s < 0) return false;
      const ordinals = this.#choose(model, s);
      if (ordinals.length > 0) {
        for (const k of ordinals) {
          this.#packing.add(model, s, k);
          this.#ordinals[s]!.update(k, this.#packing.pools[s]!.fill(k));
        }
        this.#least[s] = this.#ordinals[s]!.least;
        return true;
      }
      full.add(s);
    }
  }

  /** The server where the model would leave an ordinal least full. */
  #leastAfter(model: number, full: ReadonlySet<number>): number {
    const { instance } = this.#packing;
    const size = instance.memory[model]!;
    const candidates = candidatesOf(instance, model);
    const least = this.#least;
    const unit = this.#unit;
    let best = -1;
    let lowest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < candidates.length; i++) {
      const s = candidates[i]!;
      const after = least[s]! + size * unit[s]!;
      if (after >= lowest || (full.size > 0 && full.has(s))) continue;
      lowest = after;
      best = s;
    }
    return best;
  }

  #choose(model: number, s: number): readonly number[] {
    const pool = this.#packing.pools[s]!;
    const ordinals = this.#ordinals[s]!;
    const need = this.#packing.instance.min[model]!;
    if (need === 1 && pool.fits(model, ordinals.ordinal)) return [ordinals.ordinal];
    return ordinals.choose(need, need + LOOK, (k) => {
      if (pool.fits(model, k)) return true;
      this.#packing.steps.spent++;
      return false;
    });
  }
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
