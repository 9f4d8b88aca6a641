import { parseOrdinal } from '../ir/index.ts';
import type { History } from './history.ts';
import { couldHold, findModel, type Instance } from './instance.ts';
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

/** Ordinals of one server, ascending. */
export interface Place {
  readonly server: number;
  readonly ordinals: readonly number[];
}

/** By model: where it was, if that is a legal place for it alone. */
function previousPlaces(instance: Instance): (Place | undefined)[] {
  const reader = new PlaceReader(instance);
  return (instance.before ?? []).map((place, model) => place && reader.read(model, place.at));
}

/** Reads where copies of models were. Places of one ordinal, by far the most, are made once each. */
export class PlaceReader {
  readonly #instance: Instance;
  readonly #known = new Map<string, Place | undefined>();
  /** By class and server: 1 where the server is a candidate. */
  readonly #candidates: Uint8Array;

  constructor(instance: Instance) {
    this.#instance = instance;
    const width = instance.servers.length;
    this.#candidates = new Uint8Array(instance.classes.length * width);
    for (const { index, candidates } of instance.classes) {
      for (const s of candidates) this.#candidates[index * width + s] = 1;
    }
  }

  /**
   * The ordinals among those given that exist, on the server that has most of them among those that may hold the model
   * (all of them are on one, unless the list was written by hand). Undefined: none.
   */
  read(model: number, at: readonly string[]): Place | undefined {
    const written = at.length === 1 ? this.#single(at[0]!) : this.#ascending(at);
    if (written) return this.#may(model, written.server) ? written : undefined;
    if (at.length < 2) return undefined;
    const byServer = new Map<number, number[]>();
    for (const text of at) {
      const place = this.#single(text);
      if (!place || !this.#may(model, place.server)) continue;
      const [k] = place.ordinals;
      const ordinals = byServer.get(place.server);
      if (!ordinals) byServer.set(place.server, [k!]);
      else if (!ordinals.includes(k!)) ordinals.push(k!);
    }
    let best: Place | undefined;
    for (const [server, ordinals] of byServer) {
      const more = best ? ordinals.length - best.ordinals.length : 1;
      if (more > 0 || (more === 0 && server < best!.server)) best = { server, ordinals };
    }
    return best && { server: best.server, ordinals: best.ordinals.toSorted((a, b) => a - b) };
  }

  /** The ordinals as a lock has them: all exist, are on one server, and ascend. Undefined: they were written by hand. */
  #ascending(at: readonly string[]): Place | undefined {
    const first = at.length > 0 ? this.#single(at[0]!) : undefined;
    if (!first) return undefined;
    const { server } = first;
    const ordinals: number[] = [first.ordinals[0]!];
    for (let i = 1; i < at.length; i++) {
      const place = this.#single(at[i]!);
      if (!place || place.server !== server || place.ordinals[0]! <= ordinals[i - 1]!) return undefined;
      ordinals.push(place.ordinals[0]!);
    }
    return { server, ordinals };
  }

  /** One ordinal, if it exists. */
  #single(text: string): Place | undefined {
    const known = this.#known.get(text);
    if (known !== undefined || this.#known.has(text)) return known;
    const { servers, serverByName } = this.#instance;
    const ordinal = parseOrdinal(text);
    const server = ordinal && serverByName.get(ordinal.server);
    const exists = server !== undefined && ordinal!.ordinal < servers[server]!.max;
    const place = exists ? { server, ordinals: [ordinal!.ordinal] } : undefined;
    this.#known.set(text, place);
    return place;
  }

  #may(model: number, s: number): boolean {
    const instance = this.#instance;
    const of = instance.classOf[model]!;
    if (this.#candidates[of * instance.servers.length + s] !== 1) return false;
    return instance.classes[of]!.allFit || couldHold(instance, model, instance.servers[s]!);
  }
}
