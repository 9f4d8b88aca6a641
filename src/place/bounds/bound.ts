import type { Argument, BaseEvidence, ComponentEvidence } from '../../ir/index.ts';
import { type Component, components } from '../state/components.ts';
import type { Instance } from '../state/instance.ts';
import { type Items, itemsOf } from '../state/items.ts';
import type { Packing } from '../state/packing.ts';
import { record } from '../state/record.ts';
import { resourceCount, resources, sizeOf } from '../state/resources.ts';
import { type Bundles, bundle, type Guide, offersFor } from './bundles.ts';
import { loadEngine } from './engine.ts';
import { writePrices } from './evidence.ts';
import { type Exhausted, exhaust } from './exhaust.ts';
import { FleetProgram } from './fleet-program.ts';
import { Fluid } from './fluid.ts';
import { type ColumnBound, Master, type Solution } from './master.ts';
import { binBound } from './pack-bound.ts';
import { priceValue } from './price-value.ts';
import type { Prices } from './prices.ts';

/** A valid lower bound on Σ cost × base of one component. */
export interface Lower {
  readonly component: Component;
  readonly value: number;
  /** The arguments that it rests on, joined by `+`. */
  readonly method: string;
  /** Made when asked for: it may be large. */
  readonly evidence: () => ComponentEvidence;
}

/** Most columns of a linear program that is solved once, for its prices; and of one that is solved again and again. */
const COLUMNS = { fast: 0, normal: 0, thorough: 130_000 };
const GUIDE_COLUMNS = { fast: 0, normal: 0, thorough: 40_000 };
/** Most copies, and kinds of them, that a pool has for column generation. */
const COPIES = { fast: 0, normal: 1_000, thorough: 10_000 };
const KINDS = { fast: 0, normal: 300, thorough: 1_000 };
/** Copies an ordinal holds: with many, volume says nearly all, and there are too many patterns to choose from. */
const CROWD = { fast: 0, normal: 9, thorough: 30 };
/** Steps that column generation may take, and rounding its result. */
const STEPS = { fast: 0, normal: 600_000, thorough: 6_000_000 };
/** Levels of T, and of size, that programs tell apart: as many as the limit on columns allows. */
const LEVELS = [
  [4, 3],
  [3, 3],
  [2, 3],
  [2, 2],
] as const;

/** The same for programs that guide: levels of T matter most to them. */
const GUIDE_LEVELS = [
  [4, 3],
  [3, 3],
  [3, 2],
  [4, 1],
  [3, 1],
  [2, 1],
] as const;

/** The same for fluids, and the most offers that they may have, at a guess. */
const FLUID_LEVELS = [
  [4, 3],
  [3, 2],
  [2, 2],
  [2, 1],
] as const;
const FLUID_OFFERS = 20_000;

/** The same for fluids that guide alone, one after the other, and their rounds. */
const FINE_LEVELS = [
  [4, 3],
  [6, 3],
  [8, 2],
] as const;
const FINE = { fast: [], normal: FINE_LEVELS.slice(0, 2), thorough: FINE_LEVELS } as const;
const FINE_ROUNDS = { fast: 0, normal: 100, thorough: 200 };

/** What column generation says of a pool. */
export interface Columned {
  readonly master: Master;
  readonly solution: Solution;
  readonly bound: ColumnBound;
}

/**
 * Lower bounds of one component, from the cheapest argument to the dearest; each is made when it is asked for. They
 * depend on the models alone, not on history: the same placement gets the same certificate however it came about.
 */
export class ComponentBounds {
  readonly component: Component;
  readonly #instance: Instance;
  #least: ReadonlyMap<number, Least> | undefined;
  #bases: ReadonlyMap<number, number> | undefined;
  #simple: readonly Lower[] | undefined;
  #fluid: Fluid | undefined;
  #priced: { readonly value: number; readonly prices: Prices } | undefined;
  /** null: not made yet. */
  #guideBundles: Bundles | undefined | null = null;
  #guide: { readonly value: number; readonly prices: Prices } | undefined;
  #items: Items | undefined;
  #columns: Columned | undefined;
  /** null: not made yet. */
  #exhausted: Exhausted | undefined | null = null;

  constructor(instance: Instance, component: Component) {
    this.#instance = instance;
    this.component = component;
  }

  /** The least base of each server, by what can only go there. */
  get least(): ReadonlyMap<number, number> {
    this.#bases ??= new Map([...this.#reasons].map(([s, { base }]) => [s, base]));
    return this.#bases;
  }

  get #reasons(): ReadonlyMap<number, Least> {
    this.#least ??= leastBases(this.#instance, this.component);
    return this.#least;
  }

  /** Models as a fluid: its prices prove, its parts guide. Undefined: there is one server. */
  fluid(): Fluid | undefined {
    if (this.component.servers.length === 1) return undefined;
    if (!this.#fluid) {
      const [levels, sizes] = FLUID_LEVELS.find(([t, m]) => this.#guess(t, m) <= FLUID_OFFERS) ?? FLUID_LEVELS.at(-1)!;
      const bundles = bundle(this.#instance, this.component, levels, sizes);
      this.#fluid = new Fluid(this.#instance, this.component, bundles, this.least);
    }
    return this.#fluid;
  }

  /** Guides from fluids of finer bundles, after more rounds: they prove nothing, so each compile need not pay for them. */
  *fineGuides(): Generator<Guide> {
    if (this.component.servers.length === 1) return;
    const { effort } = this.#instance;
    for (const [t, sizes] of FINE[effort]) {
      const bundles = bundle(this.#instance, this.component, t, sizes);
      yield new Fluid(this.#instance, this.component, bundles, this.least, FINE_ROUNDS[effort]).guide();
    }
  }

  /** About how many offers there will be. */
  #guess(levels: number, sizes: number): number {
    return this.component.groups().reduce((sum, { servers, models }) => {
      return sum + Math.min(models.length, levels * sizes) * servers.length * levels * 0.5;
    }, 0);
  }

  #prices(): { readonly value: number; readonly prices: Prices } | undefined {
    const fluid = this.fluid();
    if (fluid) this.#priced ??= priceValue(this.#instance, this.component, this.least, fluid.prices);
    return this.#priced;
  }

  /** Bundles for a program that guides. Undefined: there is one server, or it would be too large for the effort. */
  guideBundles(): Bundles | undefined {
    if (this.#guideBundles === null) {
      this.#guideBundles = this.#bundle(GUIDE_LEVELS, GUIDE_COLUMNS[this.#instance.effort]);
    }
    return this.#guideBundles;
  }

  #bundle(choices: typeof LEVELS | typeof GUIDE_LEVELS, most: number): Bundles | undefined {
    if (this.component.servers.length === 1 || most === 0) return undefined;
    const [fewest, least] = choices.at(-1)!;
    const coarsest = bundle(this.#instance, this.component, fewest, least);
    if (offersFor(coarsest) > most) return undefined;
    for (const [levels, sizes] of choices.slice(0, -1)) {
      const bundles = bundle(this.#instance, this.component, levels, sizes);
      if (offersFor(bundles) <= most) return bundles;
    }
    return coarsest;
  }

  /** What packs the component's one server. Undefined: there are several, or it would be too much for the effort. */
  items(): Items | undefined {
    const { servers, effort, min } = this.#instance;
    const [s, ...others] = this.component.servers;
    if (others.length > 0 || effort === 'fast' || servers[s!]!.cost === 0) return undefined;
    const most = COPIES[effort];
    const copies = this.component
      .groups()
      .reduce((sum, { models }) => sum + models.reduce((n, m) => n + min[m]!, 0), 0);
    if (copies === 0 || copies > most) return undefined;
    const bins = Math.max(1, this.cheap().value / servers[s!]!.cost);
    if (copies / bins > CROWD[effort]) return undefined;
    this.#items ??= itemsOf(this.#instance, this.component);
    return this.#items.list.length <= KINDS[effort] ? this.#items : undefined;
  }

  /** What column generation says. Undefined as for `items`. */
  async columns(): Promise<Columned | undefined> {
    const items = this.items();
    if (!items || this.#columns) return this.#columns;
    const master = new Master(await loadEngine(), items, STEPS[this.#instance.effort]);
    for (const i of items.list.keys()) {
      const single = new Int32Array(items.list.length);
      single[i] = 1;
      master.add(single);
    }
    const solution = master.generate(items.counts, items.counts, true);
    if (!solution) return undefined;
    this.#columns = { master, solution, bound: master.prove(solution.duals, items.counts) };
    // Rounding has a budget of its own.
    master.left = STEPS[this.#instance.effort];
    return this.#columns;
  }

  /** What trying everything says. Undefined: that would be too much. */
  exhausted(): Exhausted | undefined {
    if (this.#exhausted === null) this.#exhausted = exhaust(this.#instance, this.component, this.least);
    return this.#exhausted;
  }

  /** Frees what the engine holds. */
  dispose(): void {
    this.#columns?.master.dispose();
  }

  /** The best bound without the engine. */
  cheap(): Lower {
    const floor = this.#floor();
    const priced = this.#prices();
    return this.#best([...floor, ...(priced ? [this.#byPrices(priced.value, priced.prices)] : [])]);
  }

  /** The cheapest argument that proves the cost, or else the best bound of all. */
  async reach(cost: number): Promise<Lower> {
    const found: Lower[] = [...this.#floor()];
    const enough = (): boolean => found.some(({ value }) => value >= cost);
    if (!enough()) {
      const priced = this.#prices();
      if (priced) found.push(this.#byPrices(priced.value, priced.prices));
    }
    const single = this.component.servers.length === 1;
    const tryAll = (): void => {
      const exhausted = this.exhausted();
      if (exhausted) found.push(this.#byExhaustion(exhausted));
    };
    // Of several servers, all is tried sooner than a program is solved; of one, patterns say more in less.
    if (!enough() && !single) tryAll();
    if (!enough() && !this.#exhausted?.stands) {
      const program = await this.#program();
      if (program) found.push(this.#byPrices(program.value, program.prices));
    }
    if (!enough()) {
      const columns = await this.columns();
      const [s] = this.component.servers;
      if (columns) found.push(this.#byColumns(columns, this.#instance.servers[s!]!.cost));
    }
    if (!enough() && single) tryAll();
    return found.find(({ value }) => value >= cost) ?? this.#best(found);
  }

  #floor(): readonly Lower[] {
    if (this.#simple) return this.#simple;
    const { servers } = this.#instance;
    const floor = this.component.servers.reduce((sum, s) => sum + servers[s]!.cost * this.least.get(s)!, 0);
    const { onTop, model } = copiesBound(this.#instance, this.component, this.least);
    this.#simple = [this.#lower(floor, () => ({ by: 'bases' }))];
    if (onTop > 0) {
      const { name } = this.#instance.models[model]!;
      this.#simple = [...this.#simple, this.#lower(floor + onTop, () => ({ by: 'copies', model: name }), 'copies')];
    }
    return this.#simple;
  }

  async #program(): Promise<{ readonly value: number; readonly prices: Prices } | undefined> {
    if (this.#guide) return this.#guide;
    const bundles = this.#bundle(LEVELS, COLUMNS[this.#instance.effort]);
    if (!bundles) return undefined;
    const program = new FleetProgram(await loadEngine(), this.#instance, this.component, bundles, this.least, 0);
    const guide = program.solve();
    program.dispose();
    if (!guide) return undefined;
    this.#guide = priceValue(this.#instance, this.component, this.least, guide.prices);
    return this.#guide;
  }

  #byPrices(value: number, prices: Prices): Lower {
    const names = this.component.servers.map((s) => this.#instance.servers[s]!.name);
    return this.#lower(value, () => writePrices(prices, names), 'prices');
  }

  #byColumns({ master, bound }: Columned, cost: number): Lower {
    const argument = (): Argument => {
      const values = record<number>();
      for (const [i, { models }] of master.items.list.entries()) {
        for (const model of models)
          if (bound.duals[i]! > 0) values[this.#instance.models[model]!.name] = bound.duals[i]!;
      }
      return { by: 'columns', most: bound.most, values };
    };
    return this.#lower(bound.bins * cost, argument, 'columns');
  }

  #byExhaustion({ value, steps }: Exhausted): Lower {
    return this.#lower(value, () => ({ by: 'exhaustion', steps }), 'exhaustion');
  }

  #lower(value: number, argument: () => Argument, word?: string): Lower {
    const { servers } = this.#instance;
    const packed = this.component.servers.some((s) => this.least.get(s)! > servers[s]!.min);
    const method = `min${packed ? '+packing' : ''}${word ? `+${word}` : ''}`;
    const evidence = (): ComponentEvidence => {
      const bases = record<BaseEvidence>();
      for (const [s, { because }] of this.#reasons) if (because) bases[servers[s]!.name] = because;
      const names = this.component.servers.map((s) => servers[s]!.name);
      return { servers: names, lowerBound: value, bases, argument: argument() };
    };
    return { component: this.component, value, method, evidence };
  }

  #best(lowers: readonly Lower[]): Lower {
    return lowers.reduce((a, b) => (b.value > a.value ? b : a));
  }
}

/** Bounds for the given models: whatever the history, no legal placement of them costs less. */
export function boundsFor(instance: Instance, includes: (model: number) => boolean): readonly ComponentBounds[] {
  return components(instance, includes).map((component) => new ComponentBounds(instance, component));
}

/**
 * The bounds that a placement is certified by: those of its placed models. Where a component's bases are the least that
 * there are, nothing more is computed: they prove themselves.
 */
export async function certifiedBounds(packing: Packing, all: readonly ComponentBounds[]): Promise<Lower[]> {
  const { instance } = packing;
  const lowers: Lower[] = [];
  for (const bounds of all) {
    const { component } = bounds;
    const cost = costOf(packing, component);
    const least = component.servers.every((s) => packing.base[s] === instance.servers[s]!.min);
    if (!least) lowers.push(await bounds.reach(cost));
    else {
      const names = component.servers.map((s) => instance.servers[s]!.name);
      const argument = { by: 'bases' } as const;
      const evidence = (): ComponentEvidence => ({ servers: names, lowerBound: cost, bases: {}, argument });
      lowers.push({ component, value: cost, method: 'min', evidence });
    }
  }
  return lowers;
}

/** Σ cost × base of one component. */
export function costOf(packing: Packing, { servers }: Component): number {
  return servers.reduce((sum, s) => sum + packing.instance.servers[s]!.cost * packing.base[s]!, 0);
}

/** The least base of a server, and why. */
interface Least {
  readonly base: number;
  /** Absent: it is the server's minimum. */
  readonly because?: BaseEvidence;
}

function leastBases(instance: Instance, component: Component): Map<number, Least> {
  const own = new Map<number, number[]>(component.servers.map((s) => [s, []]));
  for (const group of component.groups()) {
    if (group.servers.length > 1) continue;
    const models = own.get(group.servers[0]!)!;
    for (const model of group.models) models.push(model);
  }
  return new Map([...own].map(([s, models]) => [s, leastBase(instance, s, models)]));
}

/** The least base of a server that must hold these models, whatever else it holds. */
function leastBase(instance: Instance, s: number, models: readonly number[]): Least {
  const server = instance.servers[s]!;
  let best: Least = { base: server.min };
  let most: number | undefined;
  for (const model of models) if (most === undefined || instance.min[model]! > instance.min[most]!) most = model;
  if (most !== undefined && instance.min[most]! > best.base) {
    const base = instance.min[most]!;
    best = { base, because: { by: 'copies', base, model: instance.models[most]!.name } };
  }
  if (models.length === 0) return best;
  const items = models.flatMap((model) => new Array<number>(instance.min[model]!).fill(model));
  for (let r = 0; r < resourceCount; r++) {
    const { bins: base, threshold } = binBound(Float64Array.from(items, (m) => sizeOf(instance, m, server, r)));
    if (base > best.base) best = { base, because: { by: 'volume', base, resource: resources[r]!, threshold } };
  }
  return best;
}

/** What must come on top, since some server needs as many ordinals as a model has copies; and that model. */
function copiesBound(
  instance: Instance,
  component: Component,
  least: ReadonlyMap<number, number>,
): { readonly onTop: number; readonly model: number } {
  let best = { onTop: 0, model: -1 };
  for (const { servers, models } of component.groups()) {
    const model = models.reduce((most, m) => (instance.min[m]! > instance.min[most]! ? m : most));
    const copies = instance.min[model]!;
    const onTop = Math.min(...servers.map((s) => instance.servers[s]!.cost * Math.max(0, copies - least.get(s)!)));
    if (onTop > best.onTop) best = { onTop, model };
  }
  return best;
}
