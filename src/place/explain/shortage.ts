import type { ShortageEvidence } from '../../ir/index.ts';
import { homesOf, type Instance } from '../state/instance.ts';
import { Sharings } from './sharing.ts';
import { shortOfBounds } from './short-of-bounds.ts';
import { shortOfSums } from './short-of-sums.ts';

/** Servers that cannot hold all models that can go nowhere else. */
export interface Shortage {
  /** In words, without a capital or a period. */
  readonly message: string;
  /** The arguments that it rests on, joined by `+`. */
  readonly method: string;
  readonly evidence: () => ShortageEvidence;
}

/** Models that bounds of one answer may look at together, and sets of servers that are bounded for one class of models. */
const BUDGET = 400_000;
const SETS = 8;

/**
 * For models without a place: a small group of models, the one in question among them, that its servers cannot hold
 * together, so that not all of them have a place. What they ask for in sum tells most; where it proves nothing, the
 * bounds of a placement may.
 */
export class Shortages {
  readonly #instance: Instance;
  #sharings: Sharings | undefined;
  /** By the servers a model can go to: a fleet that is too small leaves many without a place. */
  readonly #known = new Map<string, Shortage | undefined>();
  #left = BUDGET;

  constructor(instance: Instance) {
    this.#instance = instance;
  }

  /** Undefined: no group was found that proves it. */
  async of(model: number): Promise<Shortage | undefined> {
    const homes = homesOf(this.#instance, model);
    const key = homes.join();
    if (!this.#known.has(key)) this.#known.set(key, await this.#find(homes));
    return this.#known.get(key);
  }

  /** Why each of those that were found holds, once each. */
  evidence(): ShortageEvidence[] {
    const all = [...this.#known.values()].flatMap((one) => (one ? [one.evidence()] : []));
    const keyOf = ({ servers, bases, argument }: ShortageEvidence): string =>
      JSON.stringify([servers, Object.keys(bases), argument.by]);
    return [...new Map(all.map((one) => [keyOf(one), one])).values()];
  }

  async #find(homes: readonly number[]): Promise<Shortage | undefined> {
    this.#sharings ??= new Sharings(this.#instance);
    const all = this.#sharings.of(homes);
    for (const shared of all) {
      const short = shortOfSums(this.#instance, shared);
      if (short) return short;
    }
    for (const shared of all.slice(0, SETS)) {
      if (this.#left < shared.count) return undefined;
      this.#left -= shared.count;
      const short = await shortOfBounds(this.#instance, shared, homes);
      if (short) return short;
    }
    return undefined;
  }
}
