import type { History } from './history.ts';
import { candidatesOf, couldHold, type Instance } from './instance.ts';
import { type Ordinal, OrdinalReader } from './ordinal.ts';
import type { Packing } from './packing.ts';

/**
 * Lets every model stay where it was, as far as that is still legal. Models that did not change come first, so that a
 * changed one yields and not its neighbours. Where even the unchanged ones no longer fit together (a server shrank),
 * the largest go. Whatever is then incomplete counts as changed, and the budget of other moves follows from their
 * number. Returns the models that still lack copies, ascending.
 */
export function keepPrevious(packing: Packing, history: History): number[] {
  const { instance } = packing;
  const { problem } = instance;
  const previous = previousPlaces(instance);
  const n = instance.models.length;
  for (const name of problem.changed ?? []) {
    const model = instance.modelByName.get(name);
    if (model !== undefined) history.free[model] = 1;
  }
  for (let model = 0; model < n; model++) {
    const place = previous[model];
    if (!place || place.ordinals.length !== instance.min[model]) history.free[model] = 1;
    if (place && history.free[model] !== 1) for (const k of place.ordinals) packing.add(model, place.server, k);
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

interface Place {
  readonly server: number;
  readonly ordinals: readonly number[];
}

/** By model: where it was, if that is a legal place for it alone. */
function previousPlaces(instance: Instance): (Place | undefined)[] {
  const places: (Place | undefined)[] = new Array(instance.models.length).fill(undefined);
  const previous = instance.problem.previous ?? {};
  const reader = new OrdinalReader();
  for (const name of Object.keys(previous)) {
    const model = instance.modelByName.get(name);
    if (model !== undefined) places[model] = placeOn(instance, model, previous[name]!.at, reader);
  }
  return places;
}

/**
 * The ordinals among those given that exist, on the server that has most of them among those that may hold the model
 * (all of them are on one, unless the list was written by hand). Undefined: none.
 */
export function placeOn(
  instance: Instance,
  model: number,
  at: readonly string[],
  reader: OrdinalReader,
): Place | undefined {
  if (at.length === 1) {
    const ordinal = reader.read(at[0]!);
    const server = ordinal && serverFor(instance, model, ordinal);
    return server === undefined ? undefined : { server, ordinals: [ordinal!.number] };
  }
  const byServer = new Map<number, number[]>();
  for (const text of at) {
    const ordinal = reader.read(text);
    const s = ordinal && serverFor(instance, model, ordinal);
    if (s === undefined) continue;
    const ordinals = byServer.get(s);
    if (!ordinals) byServer.set(s, [ordinal!.number]);
    else if (!ordinals.includes(ordinal!.number)) ordinals.push(ordinal!.number);
  }
  let best: Place | undefined;
  for (const [server, ordinals] of byServer) {
    const more = best ? ordinals.length - best.ordinals.length : 1;
    if (more > 0 || (more === 0 && server < best!.server)) best = { server, ordinals };
  }
  return best && { server: best.server, ordinals: best.ordinals.toSorted((a, b) => a - b) };
}

/** The server of an ordinal, if the ordinal exists and the server may hold the model. */
function serverFor(instance: Instance, model: number, ordinal: Ordinal): number | undefined {
  const s = instance.serverByName.get(ordinal.server);
  if (s === undefined) return undefined;
  const server = instance.servers[s]!;
  const may =
    ordinal.number < server.max && candidatesOf(instance, model).includes(s) && couldHold(instance, model, server);
  return may ? s : undefined;
}
