import type { History } from '../state/history.ts';
import type { Instance } from '../state/instance.ts';
import type { Packing } from '../state/packing.ts';
import { type Place, PlaceReader } from '../state/place-reader.ts';
import { placeRefuges, raiseForRefuges, runsTwice } from './refuge.ts';

/** What is placed beside the required copies. */
export interface Extras {
  /** Further copies: ordinals on the model's server, ascending. */
  readonly spare: ReadonlyMap<number, readonly number[]>;
  /** By model: the ordinal of its server where its only copy goes while its own is drained; −1: none. */
  readonly refuge: Int32Array;
}

/**
 * Places further copies and refuges. Further copies come first, since refuges take what is left; if one lost ordinal
 * must leave no model dark (`survive: replica`), refuges come first and copies may not spoil them.
 */
export function placeExtras(packing: Packing, instance: Instance): Extras {
  const survive = instance.problem.policy.survive === 'replica';
  const spare = new Map<number, number[]>();
  if (!survive) {
    placeSpare(packing, instance, spare, () => true);
    return { spare, refuge: placeRefuges(packing, spare).refuge };
  }
  const { refuge } = placeRefuges(packing, spare);
  const guests = guestsByOrdinal(packing, refuge);
  placeSpare(packing, instance, spare, (s, k) => guestsFit(packing, s, k, guests.get(key(packing, s, k))));
  for (const model of spare.keys()) {
    if (runsTwice(packing, spare, model, packing.base[packing.server[model]!]!)) refuge[model] = -1;
  }
  return { spare, refuge };
}

/**
 * Gives every model with one copy a refuge by raising bases; where that is impossible, models are taken away and
 * returned, ascending: first those that came or changed.
 */
export function secure(packing: Packing, history: History): number[] {
  const lost: number[] = [];
  for (let emptied = false; ; ) {
    const exposed = raiseForRefuges(packing);
    if (exposed.length === 0 && !emptied) return lost.sort((a, b) => a - b);
    if (exposed.length === 0) packing.trim();
    emptied = exposed.length > 0;
    for (const s of new Set(Array.from(exposed, (model) => packing.server[model]!))) {
      for (const model of sacrifice(packing, s, exposed, history)) {
        packing.clear(model);
        lost.push(model);
      }
    }
  }
}

/** Which models a server gives up, a part at a time, so that no more go than must. */
function sacrifice(packing: Packing, s: number, exposed: Int32Array, history: History): number[] {
  const here = [...exposed].filter((model) => packing.server[model] === s);
  const newcomers = here.filter((model) => history.free[model] === 1);
  if (newcomers.length > 0) return newcomers.slice(0, Math.ceil(newcomers.length / 4));
  const others = packing.instance.models.keys().filter((m) => packing.server[m] === s && history.free[m] === 1);
  const [other] = others;
  return other === undefined ? here.slice(0, Math.ceil(here.length / 4)) : [other];
}

/** Puts spare copies of the previous placement back where they still fit, then adds more, the most loaded models first. */
function placeSpare(
  packing: Packing,
  instance: Instance,
  spare: Map<number, number[]>,
  allowed: (s: number, k: number) => boolean,
): void {
  const eager = elastic(packing);
  if (eager.length === 0) return;
  const reader = instance.before && new PlaceReader(instance);
  const add = (model: number, k: number): boolean => {
    const s = packing.server[model]!;
    const pool = packing.pools[s]!;
    if (!pool.fits(model, k)) return false;
    pool.add(model, k);
    if (!allowed(s, k)) {
      pool.remove(model, k);
      return false;
    }
    const ordinals = spare.get(model);
    if (ordinals) ordinals.push(k);
    else spare.set(model, [k]);
    return true;
  };
  const room = (model: number): number =>
    instance.max[model]! - packing.copies(model).length - (spare.get(model)?.length ?? 0);
  const most = packing.instance.servers.map(({ max, isAutoscaled }, s) => (isAutoscaled ? max : packing.base[s]!));
  for (const model of eager) {
    const place = reader && previousCopies(instance, model, reader);
    if (!place || place.server !== packing.server[model]) continue;
    for (const k of place.ordinals) {
      if (k < most[place.server]! && room(model) > 0 && !packing.copies(model).includes(k)) add(model, k);
    }
  }
  for (const model of eager) {
    const s = packing.server[model]!;
    const base = packing.base[s]!;
    const spans = [
      [base, most[s]!],
      [0, base],
    ] as const;
    for (const [from, to] of spans) {
      for (let k = from; k < to && room(model) > 0; k++) {
        const skip = [...packing.copies(model), ...(spare.get(model) ?? [])];
        const [next] = packing.pools[s]!.fitting(model, k, to, 1, skip, packing.steps);
        if (next === undefined) break;
        add(model, next);
        k = next;
      }
    }
  }
}

/** Placed models that may have more copies than they must: most loaded first, then those with fewest copies. */
function elastic(packing: Packing): number[] {
  const { instance } = packing;
  const { models, min, max } = instance;
  const eager: number[] = [];
  for (let model = 0; model < models.length; model++) {
    if (packing.server[model]! >= 0 && max[model]! > min[model]!) eager.push(model);
  }
  return eager.sort((a, b) => models[b]!.load - models[a]!.load || min[a]! - min[b]! || a - b);
}

/** Further copies before, and required ones that are required no more. */
function previousCopies(instance: Instance, model: number, reader: PlaceReader): Place | undefined {
  const place = instance.before?.[model];
  return place && reader.read(model, place.spare ? [...place.at, ...place.spare] : place.at);
}

/** By refuge ordinal: whom it takes in, grouped by the ordinal they come from. */
type Guests = Map<number, Map<number, number[]>>;

function guestsByOrdinal(packing: Packing, refuge: Int32Array): Guests {
  const guests: Guests = new Map();
  for (const [model, k] of refuge.entries()) {
    if (k < 0) continue;
    const at = key(packing, packing.server[model]!, k);
    const byOrigin = guests.get(at) ?? new Map<number, number[]>();
    guests.set(at, byOrigin);
    const own = packing.copies(model)[0]!;
    byOrigin.set(own, [...(byOrigin.get(own) ?? []), model]);
  }
  return guests;
}

function key(packing: Packing, s: number, k: number): number {
  return k * packing.pools.length + s;
}

/** Whether an ordinal, as it is, still takes in the guests of any one other ordinal. */
function guestsFit(
  packing: Packing,
  s: number,
  k: number,
  guests: ReadonlyMap<number, readonly number[]> | undefined,
): boolean {
  if (!guests) return true;
  const pool = packing.pools[s]!;
  for (const models of guests.values()) {
    const held = models.filter((model) => !pool.held(k).includes(model));
    for (const model of held) pool.add(model, k);
    const legal = pool.legal(k);
    for (const model of held.toReversed()) pool.remove(model, k);
    if (!legal) return false;
  }
  return true;
}
