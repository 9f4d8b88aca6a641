import { type Component, components } from './components.ts';
import { loadEngine } from './engine.ts';
import { type Bundles, bundle, columnsOf, FleetProgram, type Guide } from './fleet-program.ts';
import type { Instance } from './instance.ts';
import { type Items, itemsOf } from './items.ts';
import { type ColumnBound, Master, type Solution } from './master.ts';
import { binBound } from './pack-bound.ts';
import type { Packing } from './packing.ts';
import { type Priced, priceBound } from './price-bound.ts';
import { priceValue } from './price-value.ts';
import { resourceCount, sizeOf } from './resources.ts';

/** A valid lower bound on Σ cost × base of one component. */
export interface Lower {
  readonly component: Component;
  readonly value: number;
  /** The arguments that it rests on, joined by `+`. */
  readonly method: string;
}

/** Most columns of a linear program, by how much effort is made. */
const COLUMNS = { fast: 0, normal: 8_000, thorough: 60_000 };
/** Most copies, and kinds of them, that a pool has for column generation; and steps that it may take. */
const COPIES = { fast: 0, normal: 1_000, thorough: 10_000 };
const KINDS = { fast: 0, normal: 300, thorough: 1_000 };
const STEPS = { fast: 0, normal: 4_000_000, thorough: 40_000_000 };
/** Levels of T, and of size, that programs tell apart: as many as the limit on columns allows. */
const LEVELS = [
  [4, 3],
  [3, 3],
  [2, 3],
  [2, 1],
  [1, 1],
] as const;

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
  #least: ReadonlyMap<number, number> | undefined;
  #simple: readonly Lower[] | undefined;
  #priced: Priced | undefined;
  #bundles: Bundles | undefined;
  #guide: { readonly guide: Guide; readonly value: number } | undefined;
  #items: Items | undefined;
  #columns: Columned | undefined;

  constructor(instance: Instance, component: Component) {
    this.#instance = instance;
    this.component = component;
  }

  /** The least base of each server, by what can only go there. */
  get least(): ReadonlyMap<number, number> {
    this.#least ??= leastBases(this.#instance, this.component);
    return this.#least;
  }

  /** What prices from a subgradient method say. Undefined: there is one server. */
  priced(): Priced | undefined {
    if (this.component.servers.length === 1) return undefined;
    this.#priced ??= priceBound(this.#instance, this.component, this.least);
    return this.#priced;
  }

  /** The bundles of the component's linear program. Undefined: it would be too large for the effort. */
  bundles(): Bundles | undefined {
    if (this.component.servers.length === 1) return undefined;
    if (this.#bundles) return this.#bundles;
    const most = COLUMNS[this.#instance.effort];
    for (const [levels, sizes] of LEVELS) {
      if (most === 0) return undefined;
      const bundles = bundle(this.#instance, this.component, levels, sizes);
      if (columnsOf(bundles) > most) continue;
      this.#bundles = bundles;
      return bundles;
    }
    return undefined;
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

  /** Frees what the engine holds. */
  dispose(): void {
    this.#columns?.master.dispose();
  }

  /** The best bound without the engine. */
  cheap(): Lower {
    const floor = this.#floor();
    const priced = this.priced();
    return this.#best([...floor, ...(priced ? [this.#lower(priced.value, 'prices')] : [])]);
  }

  /** The cheapest argument that proves the cost, or else the best bound of all. */
  async reach(cost: number): Promise<Lower> {
    const found: Lower[] = [...this.#floor()];
    const enough = (): boolean => found.some(({ value }) => value >= cost);
    if (!enough()) {
      const priced = this.priced();
      if (priced) found.push(this.#lower(priced.value, 'prices'));
    }
    if (!enough()) {
      const program = await this.#program();
      if (program) found.push(this.#lower(program.value, 'prices'));
    }
    if (!enough()) {
      const columns = await this.columns();
      const [s] = this.component.servers;
      if (columns) found.push(this.#lower(columns.bound.bins * this.#instance.servers[s!]!.cost, 'columns'));
    }
    return found.find(({ value }) => value >= cost) ?? this.#best(found);
  }

  #floor(): readonly Lower[] {
    if (this.#simple) return this.#simple;
    const { servers } = this.#instance;
    const floor = this.component.servers.reduce((sum, s) => sum + servers[s]!.cost * this.least.get(s)!, 0);
    const copies = copiesBound(this.#instance, this.component, this.least);
    this.#simple = [this.#lower(floor), ...(copies > 0 ? [this.#lower(floor + copies, 'copies')] : [])];
    return this.#simple;
  }

  async #program(): Promise<{ readonly guide: Guide; readonly value: number } | undefined> {
    const bundles = this.bundles();
    if (!bundles || this.#guide) return this.#guide;
    const program = new FleetProgram(await loadEngine(), this.#instance, this.component, bundles, this.least, 0);
    const guide = program.solve();
    program.dispose();
    if (!guide) return undefined;
    const { value } = priceValue(this.#instance, this.component, this.least, guide.prices);
    this.#guide = { guide, value };
    return this.#guide;
  }

  #lower(value: number, argument?: string): Lower {
    const { servers } = this.#instance;
    const packed = this.component.servers.some((s) => this.least.get(s)! > servers[s]!.min);
    const method = `min${packed ? '+packing' : ''}${argument ? `+${argument}` : ''}`;
    return { component: this.component, value, method };
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
export async function certifiedBounds(
  packing: Packing,
  known: readonly ComponentBounds[] | undefined,
): Promise<Lower[]> {
  const { instance } = packing;
  const all = known ?? boundsFor(instance, (model) => packing.server[model]! >= 0);
  const lowers: Lower[] = [];
  for (const bounds of all) {
    const { component } = bounds;
    const cost = costOf(packing, component);
    const least = component.servers.every((s) => packing.base[s] === instance.servers[s]!.min);
    lowers.push(least ? { component, value: cost, method: 'min' } : await bounds.reach(cost));
  }
  return lowers;
}

/** Σ cost × base of one component. */
export function costOf(packing: Packing, { servers }: Component): number {
  return servers.reduce((sum, s) => sum + packing.instance.servers[s]!.cost * packing.base[s]!, 0);
}

function leastBases(instance: Instance, component: Component): Map<number, number> {
  const own = new Map<number, number[]>(component.servers.map((s) => [s, []]));
  for (const group of component.groups()) {
    if (group.servers.length > 1) continue;
    const models = own.get(group.servers[0]!)!;
    for (const model of group.models) models.push(model);
  }
  const least = new Map<number, number>();
  for (const [s, models] of own) least.set(s, Math.max(instance.servers[s]!.min, leastBase(instance, s, models)));
  return least;
}

/** The least base of a server that must hold these models, whatever else it holds. */
function leastBase(instance: Instance, s: number, models: readonly number[]): number {
  if (models.length === 0) return 0;
  const server = instance.servers[s]!;
  const items = models.flatMap((model) => new Array<number>(instance.min[model]!).fill(model));
  let best = models.reduce((most, model) => Math.max(most, instance.min[model]!), 0);
  for (let resource = 0; resource < resourceCount; resource++) {
    best = Math.max(best, binBound(Float64Array.from(items, (model) => sizeOf(instance, model, server, resource))));
  }
  return best;
}

/** What must come on top, since some server needs as many ordinals as a model has copies. */
function copiesBound(instance: Instance, component: Component, least: ReadonlyMap<number, number>): number {
  let best = 0;
  for (const { servers, models } of component.groups()) {
    const copies = models.reduce((most, model) => Math.max(most, instance.min[model]!), 0);
    const onTop = servers.map((s) => instance.servers[s]!.cost * Math.max(0, copies - least.get(s)!));
    best = Math.max(best, Math.min(...onTop));
  }
  return best;
}
