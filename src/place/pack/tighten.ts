import { type ComponentBounds, costOf } from '../bounds/bound.ts';
import type { Prices } from '../bounds/prices.ts';
import type { Packing } from '../state/packing.ts';
import { exchange } from './exchange.ts';
import { type InsertRule, insert } from './insert.ts';
import { Loose } from './loose.ts';
import { type Worth, worthOf } from './worth.ts';

/** One in so many ordinals is closed in a round, within bounds. */
const CLOSED = { oneIn: 128, least: 3, most: 24 };
/** Ordinals drawn for each that is closed: the one where most is lost is taken. */
const DRAWN = 5;

/** Where there is room; and where there is none, where the model's share of a new ordinal costs least. */
const inPlace: InsertRule = { look: 16, fit: 'best', opening: 'never' };
const opening: InsertRule = { look: 16, fit: 'best', opening: 'share' };

/** Comparisons of one copy with another that rounds may take. */
export interface Budget {
  left: number;
}

/**
 * Packs a component more tightly, in rounds: some ordinals are closed, those rather where most is lost; all others take
 * in or exchange what that made loose, so that what is left is little and can go to many servers; new ordinals take
 * that, each time the one that would be worth most for its cost. A round that ends dearer is taken back (ruin and
 * recreate: Schrimpf et al. 2000). The prices say what a copy is worth. Only for placements without history.
 */
export function tighten(packing: Packing, bounds: ComponentBounds, prices: Prices, budget: Budget): void {
  new Tightening(packing, bounds, worthOf(packing.instance, bounds.component, prices), budget).run();
}

interface Ordinal {
  readonly s: number;
  readonly k: number;
  readonly loss: number;
}

class Tightening {
  readonly #packing: Packing;
  readonly #worth: Worth;
  readonly #bounds: ComponentBounds;
  readonly #loose: Loose;
  readonly #budget: Budget;
  #random = 1;

  constructor(packing: Packing, bounds: ComponentBounds, worth: Worth, budget: Budget) {
    this.#packing = packing;
    this.#worth = worth;
    this.#bounds = bounds;
    this.#loose = new Loose(packing, bounds.component, worth.urgency);
    this.#budget = budget;
  }

  run(): void {
    const { component } = this.#bounds;
    const bound = this.#bounds.cheap().value;
    while (this.#budget.left > 0 && costOf(this.#packing, component) > bound) {
      const open = this.#open();
      if (open.length === 0) return;
      this.#budget.left -= open.length;
      this.#round(this.#draw(open));
    }
  }

  #round(closed: readonly Ordinal[]): void {
    const packing = this.#packing;
    const loose = this.#loose;
    const before = packing.cost();
    const mark = packing.mark();
    // From the top: the last ordinal takes the number of the one that is dropped.
    for (const { s, k } of closed.toSorted((a, b) => b.k - a.k || a.s - b.s)) {
      for (const model of [...packing.pools[s]!.held(k)]) loose.take(model, k);
      packing.dropOrdinal(s, k);
    }
    for (const s of this.#bounds.component.servers) this.#exchangeAll(s);
    if (this.#settleRest(before)) packing.keep();
    else packing.rollback(mark);
    loose.forget();
  }

  #exchangeAll(s: number): void {
    const packing = this.#packing;
    const choices = this.#loose.choices(s);
    if (choices.length === 0) return;
    for (let k = 0; k < packing.base[s]!; k++) {
      this.#budget.left -= exchange(packing, this.#loose, this.#worth.urgency, s, k, choices);
    }
  }

  /** Finds a place for all that is loose. False: that would cost more than `most`. */
  #settleRest(most: number): boolean {
    const packing = this.#packing;
    const loose = this.#loose;
    for (const model of loose.models) {
      const whole = packing.instance.min[model]! > 1 && packing.server[model] === -1;
      if (insert(packing, model, inPlace, undefined) || (whole && insert(packing, model, opening, undefined))) {
        loose.settle(model);
      }
    }
    while (loose.models.length > 0) {
      const s = packing.cost() < most ? this.#worthiest() : undefined;
      if (s === undefined) return false;
      const k = packing.base[s]!;
      packing.open(s, k + 1);
      const choices = loose.choices(s);
      for (const model of this.#fill(s, choices)) loose.put(model, s, k);
      this.#budget.left -= exchange(packing, loose, this.#worth.urgency, s, k, choices);
    }
    return packing.cost() <= most;
  }

  /** The server whose next ordinal would hold most for its cost. */
  #worthiest(): number | undefined {
    const { servers } = this.#packing.instance;
    let best: number | undefined;
    let most = Number.NEGATIVE_INFINITY;
    for (const s of this.#bounds.component.servers) {
      const choices = this.#packing.base[s]! < servers[s]!.max ? this.#loose.choices(s) : [];
      if (choices.length === 0) continue;
      const held = this.#fill(s, choices).reduce((sum, model) => sum + this.#worth.urgency[model]!, 0);
      if (held <= most * servers[s]!.cost) continue;
      most = held / servers[s]!.cost;
      best = s;
    }
    return best;
  }

  /** What a new ordinal would take, the most urgent first. */
  #fill(s: number, choices: readonly number[]): number[] {
    const pool = this.#packing.pools[s]!;
    const k = this.#packing.base[s]!;
    this.#budget.left -= choices.length;
    const saved: number[] = [];
    for (const model of choices) {
      if (!pool.fits(model, k)) continue;
      pool.add(model, k);
      saved.push(model);
    }
    for (const model of saved) pool.remove(model, k);
    return saved;
  }

  /** The ordinals that may be closed: as many of a server as it has above its least base, those where most is lost. */
  #open(): Ordinal[] {
    const { base, pools, instance } = this.#packing;
    return this.#bounds.component.servers.flatMap((s): Ordinal[] => {
      const { cost } = instance.servers[s]!;
      const spare = base[s]! - Math.max(this.#bounds.least.get(s)!, instance.servers[s]!.min);
      if (spare <= 0 || cost === 0) return [];
      const own = Array.from({ length: base[s]! }, (_, k) => {
        const loss = pools[s]!.held(k).reduce((left, model) => left - this.#worth.value[model]!, cost);
        return { s, k, loss };
      });
      return own.sort((a, b) => b.loss - a.loss || a.k - b.k).slice(0, spare);
    });
  }

  #draw(open: readonly Ordinal[]): Ordinal[] {
    const count = Math.min(open.length, CLOSED.most, Math.max(CLOSED.least, Math.round(open.length / CLOSED.oneIn)));
    const drawn = new Set<Ordinal>();
    while (drawn.size < count) {
      let worst = this.#any(open);
      for (let i = 1; i < DRAWN; i++) {
        const other = this.#any(open);
        if (drawn.has(worst) || (other.loss > worst.loss && !drawn.has(other))) worst = other;
      }
      drawn.add(worst);
    }
    return [...drawn];
  }

  /** One of them, evenly, by a linear congruential generator (Knuth, The Art of Computer Programming 2, 3.3.4). */
  #any(open: readonly Ordinal[]): Ordinal {
    this.#random = (Math.imul(this.#random, 1_664_525) + 1_013_904_223) >>> 0;
    return open[Math.floor((this.#random / 2 ** 32) * open.length)]!;
  }
}
