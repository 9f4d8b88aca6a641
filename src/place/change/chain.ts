import { type InsertRule, insert } from '../pack/insert.ts';
import { candidatesOf } from '../state/instance.ts';
import type { Packing } from '../state/packing.ts';

const inPlace: InsertRule = { look: 16, fit: 'best', opening: 'never' };

/** Models that one pushes off an ordinal, at most. */
const PUSHED = 2;

/** What one model asked for in vain. */
interface Vain {
  readonly memory: number;
  readonly transient: number;
  readonly gpu: number;
}

/**
 * Finds room by chains, whoever moves: a model takes the place of others, which take those of others again, until the
 * last fit where there is room. Most models on a full server can go elsewhere, but not to where there happens to be
 * room; those that can make way for them.
 *
 * What was looked for in vain is remembered, since models alike ask again and again: no model of the same class that is
 * no smaller is tried. That may miss room that came into being meanwhile, and spares nearly all of the work.
 */
export class Chains {
  readonly #packing: Packing;
  /** Steps after which nothing more is tried. */
  readonly #end: number;
  readonly #vain = new Map<number, Vain[]>();
  /** Models on the way, which cannot be pushed again. */
  readonly #chain = new Set<number>();

  constructor(packing: Packing, end: number) {
    this.#packing = packing;
    this.#end = end;
  }

  /** Gives a model the copies that it lacks, the shortest chain first, or changes nothing. */
  place(model: number, longest: number): boolean {
    for (let length = 0; length <= longest; length++) {
      if (this.#inVain(model, length)) continue;
      if (length === 0 ? insert(this.#packing, model, inPlace, undefined) : this.#push(model, length)) return true;
      if (this.#packing.steps.spent < this.#end) this.#remember(model, length);
    }
    return false;
  }

  /** Puts the one copy that a model lacks where others make way for it. */
  #push(model: number, length: number): boolean {
    const packing = this.#packing;
    const { instance } = packing;
    const copies = packing.copies(model);
    if (instance.min[model]! - copies.length !== 1) return false;
    const servers = copies.length > 0 ? [packing.server[model]!] : candidatesOf(instance, model);
    this.#chain.add(model);
    const pushed = [1, PUSHED].some((count) => servers.some((s) => this.#pushOff(model, s, count, length)));
    this.#chain.delete(model);
    return pushed;
  }

  /** Puts a copy of a model on any ordinal of a server off which so many others can be pushed. */
  #pushOff(model: number, s: number, count: number, length: number): boolean {
    const { base, pools, steps } = this.#packing;
    const copies = this.#packing.copies(model);
    for (let k = 0; k < base[s]! && steps.spent < this.#end; k++) {
      if (k === pools[s]!.closed || copies.includes(k)) continue;
      const choices = count === 1 ? this.#singles(model, s, k, length) : this.#largest(count, model, s, k, length);
      if (choices.some((victims) => this.#exchange(model, s, k, victims, length))) return true;
    }
    return false;
  }

  /** Single models that give enough memory, the smallest first. */
  #singles(model: number, s: number, k: number, length: number): (readonly number[])[] {
    const { memory, transient } = this.#packing.instance;
    const pool = this.#packing.pools[s]!;
    const w = pool.shape.workers;
    const lack = pool.lacking(model, k);
    const top = pool.transient(k);
    const enough = this.#pushable(s, k, length).filter((victim) => {
      const lowers = transient[victim]! * w === top;
      return memory[victim]! * w + (lowers ? top : 0) >= lack;
    });
    return enough.sort((a, b) => memory[a]! - memory[b]! || a - b).map((victim) => [victim]);
  }

  /** The largest few, if they give enough memory together. */
  #largest(count: number, model: number, s: number, k: number, length: number): (readonly number[])[] {
    const { memory } = this.#packing.instance;
    const pool = this.#packing.pools[s]!;
    const largest = this.#pushable(s, k, length)
      .sort((a, b) => memory[b]! - memory[a]! || a - b)
      .slice(0, count);
    const gives = largest.reduce((sum, victim) => sum + memory[victim]! * pool.shape.workers, pool.transient(k));
    return largest.length === count && gives >= pool.lacking(model, k) ? [largest] : [];
  }

  /** Models on an ordinal that may find another place. */
  #pushable(s: number, k: number, length: number): number[] {
    const held = this.#packing.pools[s]!.held(k);
    this.#packing.steps.spent += held.length + 1;
    return held.filter((victim) => !this.#chain.has(victim) && !this.#inVain(victim, length - 1));
  }

  /** Puts a model in the place of others, and those elsewhere; or changes nothing. */
  #exchange(model: number, s: number, k: number, victims: readonly number[], length: number): boolean {
    const packing = this.#packing;
    const mark = packing.mark();
    for (const victim of victims) packing.remove(victim, k);
    packing.steps.spent += 4;
    if (packing.pools[s]!.fits(model, k)) {
      packing.add(model, s, k);
      for (const victim of victims) this.#chain.add(victim);
      const placed = victims.every((victim) => this.place(victim, length - 1));
      for (const victim of victims) this.#chain.delete(victim);
      if (placed) {
        packing.keep();
        return true;
      }
    }
    packing.rollback(mark);
    return false;
  }

  #inVain(model: number, length: number): boolean {
    const { memory, transient, gpu } = this.#packing.instance;
    const known = this.#vain.get(this.#key(model, length));
    if (!known) return false;
    return known.some(
      (vain) => vain.memory <= memory[model]! && vain.transient <= transient[model]! && vain.gpu <= gpu[model]!,
    );
  }

  #remember(model: number, length: number): void {
    const { memory, transient, gpu } = this.#packing.instance;
    const vain = { memory: memory[model]!, transient: transient[model]!, gpu: gpu[model]! };
    const key = this.#key(model, length);
    const known = this.#vain.get(key);
    if (known) known.push(vain);
    else this.#vain.set(key, [vain]);
  }

  /** The same for models that may go to the same places: of several copies, each is a kind of its own. */
  #key(model: number, length: number): number {
    const { classes, classOf, min, always } = this.#packing.instance;
    const kind = min[model]! > 1 ? classes.length + model : classOf[model]!;
    return (kind * 2 + always[model]!) * 8 + length;
  }
}
