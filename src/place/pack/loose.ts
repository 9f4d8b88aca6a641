import type { Component } from '../state/components.ts';
import type { Packing } from '../state/packing.ts';

/**
 * Copies that were taken off their ordinals and look for others. A model of one copy may go to any of its servers; a
 * copy whose model stands elsewhere, only to that server.
 */
export class Loose {
  readonly #packing: Packing;
  /** By model: how much it hurts to be left with a copy. */
  readonly #urgency: Float64Array;
  /** By model: how many copies are loose. */
  readonly #count: Int32Array;
  /** By model: which servers it may go to; by server. */
  readonly #allowed: (Uint8Array | undefined)[];
  /** Models with loose copies, and some that no longer have any. */
  #models: number[] = [];
  readonly #listed: Uint8Array;

  constructor(packing: Packing, component: Component, urgency: Float64Array) {
    const n = packing.instance.models.length;
    this.#packing = packing;
    this.#urgency = urgency;
    this.#count = new Int32Array(n);
    this.#listed = new Uint8Array(n);
    this.#allowed = new Array(n).fill(undefined);
    for (const { servers, models } of component.groups()) {
      const allowed = new Uint8Array(packing.instance.servers.length);
      for (const s of servers) allowed[s] = 1;
      for (const model of models) this.#allowed[model] = allowed;
    }
  }

  /** The most urgent first. */
  get models(): readonly number[] {
    let n = 0;
    for (const model of this.#models) {
      if (this.#count[model]! > 0) this.#models[n++] = model;
      else this.#listed[model] = 0;
    }
    this.#models.length = n;
    return this.#models.toSorted(this.#byUrgency);
  }

  /** Those that may go to a server one copy at a time, the most urgent first. */
  choices(s: number): number[] {
    const { server, instance } = this.#packing;
    const chosen = this.#models.filter((model) => {
      if (this.#count[model] === 0) return false;
      return server[model] === s || (instance.min[model] === 1 && this.#allowed[model]?.[s] === 1);
    });
    return chosen.sort(this.#byUrgency);
  }

  take(model: number, k: number): void {
    this.#packing.remove(model, k);
    this.#count[model]!++;
    if (this.#listed[model] === 0) {
      this.#listed[model] = 1;
      this.#models.push(model);
    }
  }

  put(model: number, s: number, k: number): void {
    this.#packing.add(model, s, k);
    this.#count[model]!--;
  }

  /** Whether a copy of the model is loose that the ordinal may take, as far as its other copies go. */
  mayGo(model: number, s: number, k: number): boolean {
    const { server, instance } = this.#packing;
    if (this.#count[model] === 0) return false;
    return server[model] === s ? !this.#packing.copies(model).includes(k) : instance.min[model] === 1;
  }

  /** All copies of the model stand. */
  settle(model: number): void {
    this.#count[model] = 0;
  }

  /** Nothing is loose any more: what was done was taken back, or all stand. */
  forget(): void {
    for (const model of this.#models) {
      this.#count[model] = 0;
      this.#listed[model] = 0;
    }
    this.#models = [];
  }

  readonly #byUrgency = (a: number, b: number): number => this.#urgency[b]! - this.#urgency[a]! || a - b;
}
