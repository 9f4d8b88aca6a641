import type { Component } from '../state/components.ts';
import type { Instance } from '../state/instance.ts';
import { resourceCount } from '../state/resources.ts';
import type { Bundles, Guide, Part } from './bundles.ts';
import { type Offers, offersOf } from './offers.ts';
import type { Prices } from './prices.ts';

/** How strongly prices follow what is fullest, first and last: powers, so that nothing rests on a library's rounding. */
const EXPONENTS = [16, 64];
/** The part of the rounds that goes with the first. */
const EARLY = 0.7;
/** How much dearer than the cheapest an offer must be for all that may leave it to leave, as a part of one. */
const SPAN = 0.05;
/** Less of a bundle than this does not stay anywhere. */
const LEAST = 1e-3;
/** Entries that the rounds look at before prices are taken, and the bounds on their number. */
const EFFORT = 600_000;
const ROUNDS = { least: 12, most: 50 };
/** How many times as many rounds, at most, guide: prices are good sooner than parts are. */
const GUIDE_ROUNDS = 3;
/** Which part of the rounds, at the end, have their prices evaluated. */
const LATE = 0.4;

/**
 * Models as a fluid: bundles flow to the ordinals that are cheapest for them, and an ordinal's cost is charged to the
 * resource that is fullest there. Round by round, each bundle in turn moves a part of what it has in dear places to the
 * cheapest, and prices follow at once. This comes near the optimum of the linear program that says the same
 * (`FleetProgram`), in a fraction of its time and without the engine.
 *
 * Any prices prove a bound (`priceValue`); these are the best that were met.
 */
export class Fluid {
  readonly #component: Component;
  readonly #bundles: Bundles;
  readonly #offers: Offers;
  readonly #cost: Float64Array;
  readonly #low: Float64Array;
  /** By offer: the part of its bundle. */
  readonly #share: Float64Array;
  /** By kind of ordinal, then resource: ordinals filled. */
  readonly #filled: Float64Array;
  /** By kind of ordinal: the most over resources. */
  readonly #ordinals: Float64Array;
  readonly #prices: Float64Array;
  readonly #best: Float64Array;
  #exponent = EXPONENTS[0]!;
  #rounds = 0;

  /** `rounds`: how many, where the size is not to say. */
  constructor(
    instance: Instance,
    component: Component,
    bundles: Bundles,
    least: ReadonlyMap<number, number>,
    rounds?: number,
  ) {
    this.#component = component;
    this.#bundles = bundles;
    this.#offers = offersOf(instance, component, bundles);
    const { servers } = component;
    const kinds = servers.length * bundles.levels.length;
    this.#cost = Float64Array.from(servers, (s) => instance.servers[s]!.cost);
    this.#low = Float64Array.from(servers, (s) => least.get(s)!);
    this.#share = new Float64Array(this.#offers.kind.length);
    this.#filled = new Float64Array(kinds * resourceCount);
    this.#ordinals = new Float64Array(kinds);
    this.#prices = new Float64Array(kinds * resourceCount);
    this.#best = new Float64Array(kinds * resourceCount);
    this.#findPrices(rounds ?? this.#affordable());
  }

  get prices(): Prices {
    const { levels } = this.#bundles;
    const width = resourceCount;
    return {
      levels,
      prices: this.#component.servers.map((_, i) =>
        levels.map((_level, l) =>
          this.#best.slice((i * levels.length + l) * width, (i * levels.length + l + 1) * width),
        ),
      ),
    };
  }

  /** Where the fluid is after some more rounds. */
  guide(): Guide {
    const most = Math.min(ROUNDS.most, GUIDE_ROUNDS * this.#rounds);
    while (this.#rounds < most) this.#round();
    const { levels, list } = this.#bundles;
    const { first, kind } = this.#offers;
    const width = levels.length;
    const parts = list.map((_, g): Part[] => {
      const own: Part[] = [];
      for (let c = first[g]!; c < first[g + 1]!; c++) {
        const share = this.#share[c]!;
        if (share > 0) own.push({ server: Math.floor(kind[c]! / width), level: kind[c]! % width, share });
      }
      return own;
    });
    const ordinals = this.#component.servers.map((_, i) => this.#ordinals.slice(i * width, (i + 1) * width));
    const bases = Float64Array.from(ordinals, (ofServer, i) =>
      Math.max(
        this.#low[i]!,
        ofServer.reduce((sum, each) => sum + each, 0),
      ),
    );
    return { component: this.#component, bundles: this.#bundles, parts, bases, ordinals, prices: this.prices };
  }

  #affordable(): number {
    const wished = Math.round(EFFORT / Math.max(1, this.#offers.row.length));
    return Math.max(ROUNDS.least, Math.min(ROUNDS.most, wished));
  }

  #findPrices(rounds: number): void {
    this.#start();
    let best = Number.NEGATIVE_INFINITY;
    while (this.#rounds < rounds) {
      if (this.#rounds === Math.floor(EARLY * rounds)) {
        this.#exponent = EXPONENTS[1]!;
        this.#priceAll();
      }
      this.#round();
      if (this.#rounds < (1 - LATE) * rounds) continue;
      const value = this.#worth();
      if (value > best) {
        best = value;
        this.#best.set(this.#prices);
      }
    }
  }

  #round(): void {
    this.#rounds++;
    const step = 1 / (1 + this.#rounds / 2);
    for (let g = 0; g < this.#bundles.list.length; g++) this.#flow(g, step);
  }

  /** Every bundle spreads evenly over its servers, on ordinals of its own level. */
  #start(): void {
    const { first } = this.#offers;
    for (const [g, { servers }] of this.#bundles.list.entries()) {
      let last = -1;
      for (let c = first[g]!; c < first[g + 1]!; c++) {
        const server = this.#serverOf(c);
        if (server !== last) this.#put(c, 1 / servers.length);
        last = server;
      }
    }
    this.#priceAll();
  }

  #serverOf(c: number): number {
    return Math.floor(this.#offers.kind[c]! / this.#bundles.levels.length);
  }

  /** Lets a part of what a bundle has in dear places go to the cheapest. */
  #flow(g: number, step: number): void {
    const { first } = this.#offers;
    const [from, to] = [first[g]!, first[g + 1]!];
    let cheapest = from;
    let least = Number.POSITIVE_INFINITY;
    for (let c = from; c < to; c++) {
      const asked = this.#asked(c);
      if (asked < least) {
        least = asked;
        cheapest = c;
      }
    }
    let moved = 0;
    for (let c = from; c < to; c++) {
      const share = this.#share[c]!;
      if (share === 0 || c === cheapest) continue;
      const over = this.#asked(c) - least;
      if (over <= 0) continue;
      let part = share * step * Math.min(1, over / (SPAN * least));
      if (share - part < LEAST) part = share;
      this.#put(c, -part);
      this.#price(this.#serverOf(c));
      moved += part;
    }
    if (moved === 0) return;
    this.#put(cheapest, moved);
    this.#price(this.#serverOf(cheapest));
  }

  /** What a bundle would pay for an offer. */
  #asked(c: number): number {
    const { entries, row, volume } = this.#offers;
    const prices = this.#prices;
    let sum = 0;
    for (let e = entries[c]!; e < entries[c + 1]!; e++) sum += prices[row[e]!]! * volume[e]!;
    return sum;
  }

  #put(c: number, part: number): void {
    const { entries, row, volume, kind } = this.#offers;
    const filled = this.#filled;
    const share = this.#share[c]! + part;
    this.#share[c] = share < LEAST / 2 ? 0 : share;
    for (let e = entries[c]!; e < entries[c + 1]!; e++) filled[row[e]!]! += part * volume[e]!;
    const at = kind[c]! * resourceCount;
    let most = 0;
    for (let r = at; r < at + resourceCount; r++) if (filled[r]! > most) most = filled[r]!;
    this.#ordinals[kind[c]!] = most;
  }

  #priceAll(): void {
    for (const i of this.#cost.keys()) this.#price(i);
  }

  /** Charges the cost of a server's ordinals to what is fullest; below the least base they cost nothing more. */
  #price(i: number): void {
    const { length: levels } = this.#bundles.levels;
    const prices = this.#prices;
    const filled = this.#filled;
    let base = 0;
    for (let l = 0; l < levels; l++) base += this.#ordinals[i * levels + l]!;
    const top = this.#cost[i]! * this.#above(base, this.#low[i]!);
    for (let l = 0; l < levels; l++) {
      const at = (i * levels + l) * resourceCount;
      const most = this.#ordinals[i * levels + l]!;
      if (most < 1e-9) {
        // Nobody is there: memory is what the first to come will need.
        prices.fill(0, at, at + resourceCount);
        prices[at] = top;
        continue;
      }
      let sum = 0;
      for (let r = at; r < at + resourceCount; r++) {
        const weight = filled[r]! <= 0 ? 0 : power(filled[r]! / most, this.#exponent);
        prices[r] = weight;
        sum += weight;
      }
      const scale = top / sum;
      for (let r = at; r < at + resourceCount; r++) prices[r]! *= scale;
    }
  }

  /** 0 where the base stays below the least there is, 1 where it is above. */
  #above(base: number, low: number): number {
    if (low === 0) return 1;
    const over = base > low ? 1 : power(base / low, this.#exponent);
    const under = base > low ? power(low / base, this.#exponent) : 1;
    return over / (over + under);
  }

  /** The bound that the prices would prove if bundles could not be split: an estimate from above. */
  #worth(): number {
    const { length: levels } = this.#bundles.levels;
    const { first } = this.#offers;
    let value = 0;
    for (const [i, cost] of this.#cost.entries()) {
      let most = 0;
      for (let l = 0; l < levels; l++) {
        const at = (i * levels + l) * resourceCount;
        let sum = 0;
        for (let r = at; r < at + resourceCount; r++) sum += this.#prices[r]!;
        if (sum > most) most = sum;
      }
      value += (cost - most) * this.#low[i]!;
    }
    for (let g = 0; g < this.#bundles.list.length; g++) {
      let least = Number.POSITIVE_INFINITY;
      for (let c = first[g]!; c < first[g + 1]!; c++) {
        const asked = this.#asked(c);
        if (asked < least) least = asked;
      }
      value += least;
    }
    return value;
  }
}

/** x to the power of a whole number that is a power of two. */
function power(x: number, exponent: number): number {
  let result = x;
  for (let n = exponent; n > 1; n >>= 1) result *= result;
  return result;
}
