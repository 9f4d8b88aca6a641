import type { Packing } from '../state/packing.ts';
import type { Loose } from './loose.ts';
import { Sums } from './sums.ts';

/** A gain in urgency below this is noise. */
const NOISE = 1e-6;

/**
 * Lets an ordinal take in loose copies, or one for one that it holds, as long as that leaves less urgent ones loose: the
 * best such step first. `choices` are the loose models that may come, the most urgent first; it is kept up to date.
 * Returns how many pairs were compared.
 */
export function exchange(
  packing: Packing,
  loose: Loose,
  urgency: Float64Array,
  s: number,
  k: number,
  choices: number[],
): number {
  const { instance } = packing;
  const pool = packing.pools[s]!;
  let compared = 0;
  for (;;) {
    const held = pool.held(k);
    const load = new Sums(instance, pool, k);
    compared += held.length;
    let gain = NOISE * pool.shape.cost;
    let comes = -1;
    let goes = -1;
    for (let i = -1; i < held.length; i++) {
      // Out of turn: nobody goes.
      const out = i < 0 ? -1 : held[i]!;
      load.without(out);
      const own = out < 0 ? 0 : urgency[out]!;
      for (const model of choices) {
        if (urgency[model]! - own <= gain) break;
        compared++;
        if (!load.takes(model) || !loose.mayGo(model, s, k)) continue;
        // Copies of one model are bound to a server: one that is loose is not made so for one that is free.
        if (out >= 0 && instance.min[out]! > 1 && instance.min[model] === 1) continue;
        gain = urgency[model]! - own;
        comes = model;
        goes = out;
        break;
      }
    }
    if (comes < 0) return compared;
    if (goes >= 0) {
      loose.take(goes, k);
      if (!choices.includes(goes)) insertSorted(choices, goes, urgency);
    }
    loose.put(comes, s, k);
  }
}

/** Keeps a list in descending order of urgency. */
function insertSorted(list: number[], model: number, urgency: Float64Array): void {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (urgency[list[middle]!]! >= urgency[model]!) low = middle + 1;
    else high = middle;
  }
  list.splice(low, 0, model);
}
