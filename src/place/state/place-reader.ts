import { parseOrdinal } from '../../ir/index.ts';
import { couldHold, type Instance } from './instance.ts';

/** Ordinals of one server, ascending. */
export interface Place {
  readonly server: number;
  readonly ordinals: readonly number[];
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
