import type { History } from '../state/history.ts';
import { findModel, type Instance } from '../state/instance.ts';
import type { Packing } from '../state/packing.ts';
import { type Place, PlaceReader } from '../state/place-reader.ts';

/**
 * Lets every model stay where it was, as far as that is still legal. Models that did not change come first, so that a
 * changed one yields and not its neighbours. Where even the unchanged ones no longer fit together (a server shrank),
 * the largest go. Whatever is then incomplete counts as changed, and the budget of other moves follows from their
 * number. Returns the models that still lack copies, ascending.
 */
export function keepPrevious(packing: Packing, history: History): number[] {
  const { instance } = packing;
  const { problem } = instance;
  const given = instance.before ?? [];
  const previous = previousPlaces(instance);
  const n = instance.models.length;
  for (const name of problem.changed ?? []) {
    const model = findModel(instance, name);
    if (model >= 0) history.free[model] = 1;
  }
  for (let model = 0; model < n; model++) {
    const place = previous[model];
    // One that stood elsewhere as well does not stand as it did.
    const stays =
      place && place.ordinals.length === instance.min[model] && place.ordinals.length === given[model]!.at.length;
    if (!stays) history.free[model] = 1;
    else if (history.free[model] !== 1) for (const k of place.ordinals) packing.add(model, place.server, k);
  }
  evict(packing);
  for (let model = 0; model < n; model++) {
    const place = previous[model];
    if (!place || history.free[model] !== 1) continue;
    const pool = packing.pools[place.server]!;
    for (const k of place.ordinals.slice(0, instance.min[model])) {
      if (pool.fits(model, k)) packing.add(model, place.server, k);
    }
  }
  for (const [s, pool] of packing.pools.entries()) packing.open(s, Math.max(packing.base[s]!, pool.size));
  packing.trim();
  const pending: number[] = [];
  let changed = 0;
  for (let model = 0; model < n; model++) {
    if (!packing.complete(model)) {
      history.free[model] = 1;
      pending.push(model);
    }
    changed += history.free[model]!;
  }
  history.budget = Math.min(n, problem.moves * changed);
  return pending;
}

/** Takes models off ordinals that are over their capacity, the largest first, until what is left is legal. */
function evict(packing: Packing): void {
  const { memory, gpu } = packing.instance;
  for (const pool of packing.pools) {
    for (let k = 0; k < pool.size; k++) {
      while (!pool.legal(k)) {
        const [largest] = pool.held(k).toSorted((a, b) => memory[b]! - memory[a]! || gpu[b]! - gpu[a]! || a - b);
        packing.remove(largest!, k);
      }
    }
  }
}

/** By model: where it was, if that is a legal place for it alone. */
function previousPlaces(instance: Instance): (Place | undefined)[] {
  const reader = new PlaceReader(instance);
  return (instance.before ?? []).map((place, model) => place && reader.read(model, place.at));
}
