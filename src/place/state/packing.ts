import type { Instance } from './instance.ts';
import { Pool, type Steps } from './pool.ts';

const NONE: readonly number[] = [];

/** Lists of one ordinal, made once each: most models have one copy. */
const singles: (readonly number[])[] = [];

function single(k: number): readonly number[] {
  const known = singles[k];
  if (known) return known;
  singles[k] = [k];
  return singles[k];
}

/**
 * Which required copies stand where: a partial placement under construction. Every change can be taken back to a
 * mark, so that a search may try and regret.
 */
export class Packing {
  readonly instance: Instance;
  readonly steps: Steps;
  readonly pools: readonly Pool[];
  /** Ordinals of each server that required copies may stand on. */
  readonly base: Int32Array;
  /** Server of each model; −1: no copy stands anywhere. */
  readonly server: Int32Array;
  readonly #copies: (readonly number[])[];
  /**
   * Quadruples while marks are set: +1 added, −1 removed, 0 opened or 2 dropped; the model, the server, or the ordinal
   * that was empty; the server; the ordinal or the former base.
   */
  readonly #journal: number[] = [];
  #marks = 0;

  constructor(instance: Instance, steps: Steps, from?: Packing) {
    this.instance = instance;
    this.steps = steps;
    this.pools = from ? from.pools.map((pool) => pool.clone()) : instance.servers.map((s) => new Pool(instance, s));
    this.base = from ? from.base.slice() : Int32Array.from(instance.servers, (server) => server.min);
    this.server = from ? from.server.slice() : new Int32Array(instance.models.length).fill(-1);
    this.#copies = from ? from.#copies.slice() : new Array(instance.models.length).fill(NONE);
    if (!from) for (const [s, pool] of this.pools.entries()) pool.ensure(this.base[s]!);
  }

  clone(): Packing {
    return new Packing(this.instance, this.steps, this);
  }

  /** Ordinals that hold a required copy of the model, in no particular order. */
  copies(model: number): readonly number[] {
    return this.#copies[model]!;
  }

  /** Whether every required copy stands. */
  complete(model: number): boolean {
    return this.#copies[model]!.length >= this.instance.min[model]!;
  }

  add(model: number, server: number, k: number): void {
    if (this.#marks > 0) this.#journal.push(1, model, server, k);
    this.pools[server]!.add(model, k);
    this.server[model] = server;
    const copies = this.#copies[model]!;
    this.#copies[model] = copies.length === 0 ? single(k) : [...copies, k];
  }

  remove(model: number, k: number): void {
    const server = this.server[model]!;
    if (this.#marks > 0) this.#journal.push(-1, model, server, k);
    this.pools[server]!.remove(model, k);
    const copies = this.#copies[model]!;
    const rest = copies.length === 1 && copies[0] === k ? NONE : copies.filter((at) => at !== k);
    this.#copies[model] = rest;
    if (rest.length === 0) this.server[model] = -1;
  }

  /** Takes away every copy of a model. */
  clear(model: number): void {
    for (const k of this.#copies[model]!) this.remove(model, k);
  }

  /** Sets a server's base. */
  open(server: number, base: number): void {
    if (this.#marks > 0) this.#journal.push(0, server, server, this.base[server]!);
    this.base[server] = base;
    this.pools[server]!.ensure(base);
  }

  mark(): number {
    this.#marks++;
    return this.#journal.length;
  }

  /** Forgets a mark and stands by what was done since. */
  keep(): void {
    this.#marks--;
    if (this.#marks === 0) this.#journal.length = 0;
  }

  /** Models whose copies came or went since a mark, in the order in which they first did. */
  touched(mark: number): number[] {
    const models = new Set<number>();
    for (let i = mark; i < this.#journal.length; i += 4) {
      if (Math.abs(this.#journal[i]!) === 1) models.add(this.#journal[i + 1]!);
    }
    return [...models];
  }

  /** Takes back everything since a mark, and forgets it. */
  rollback(mark: number): void {
    const journal = this.#journal;
    const marks = this.#marks;
    this.#marks = 0;
    for (let i = journal.length - 4; i >= mark; i -= 4) {
      const [kind, model, server, k] = [journal[i]!, journal[i + 1]!, journal[i + 2]!, journal[i + 3]!];
      if (kind === 1) this.remove(model, k);
      else if (kind === -1) this.add(model, server, k);
      else {
        this.base[server] = k;
        if (kind === 2 && model !== k - 1) this.#exchange(server, model, k - 1);
      }
    }
    journal.length = mark;
    this.#marks = marks - 1;
  }

  /** Drops the highest ordinal of a base, after letting what it holds and an empty ordinal trade places. */
  dropOrdinal(server: number, empty: number): void {
    const last = this.base[server]! - 1;
    if (this.#marks > 0) this.#journal.push(2, empty, server, last + 1);
    if (empty !== last) this.#exchange(server, last, empty);
    this.base[server] = last;
  }

  /** Lets what an ordinal holds and an empty one trade places. */
  #exchange(server: number, from: number, empty: number): void {
    const pool = this.pools[server]!;
    for (const model of pool.held(from)) {
      this.#copies[model] = this.#copies[model]!.map((k) => (k === from ? empty : k));
    }
    pool.swap(empty, from);
  }

  /** Lowers every base to the highest ordinal in use, but not below the server's minimum. */
  trim(): void {
    for (const [s, pool] of this.pools.entries()) {
      let base = this.base[s]!;
      while (base > this.instance.servers[s]!.min && pool.held(base - 1).length === 0) base--;
      if (base !== this.base[s]) this.open(s, base);
    }
  }

  /** Σ cost × base. */
  cost(): number {
    return this.instance.servers.reduce((sum, server) => sum + server.cost * this.base[server.index]!, 0);
  }
}
