import { type Component, components } from './components.ts';
import type { Instance } from './instance.ts';
import { binBound } from './pack-bound.ts';
import type { Packing } from './packing.ts';
import { type Priced, priceBound } from './price-bound.ts';
import { resourceCount, sizeOf } from './resources.ts';

/** A valid lower bound on Σ cost × base of one component. */
export interface Lower {
  readonly component: Component;
  readonly value: number;
  /** The arguments that it rests on, joined by `+`. */
  readonly method: string;
  /** What the prices say. Absent: not computed. */
  readonly priced?: Priced;
}

/** Bounds for the given models: whatever the history, no legal placement of them costs less. */
export function lowerBounds(instance: Instance, includes: (model: number) => boolean): Lower[] {
  return components(instance, includes).map((component) => boundOf(instance, component));
}

/**
 * Bounds for the placed models. Where a component's bases are the least that there are, nothing more is computed: they
 * prove themselves.
 */
export function boundsOf(packing: Packing, known: readonly Lower[] | undefined): Lower[] {
  const { instance } = packing;
  const all = known ?? components(instance, (model) => packing.server[model]! >= 0).map((component) => ({ component }));
  return all.map((lower) => {
    const { component } = lower;
    const least = component.servers.every((s) => packing.base[s] === instance.servers[s]!.min);
    if (!least) return 'method' in lower ? lower : boundOf(instance, component);
    const value = component.servers.reduce((sum, s) => sum + instance.servers[s]!.cost * packing.base[s]!, 0);
    return { component, value, method: 'min' };
  });
}

function boundOf(instance: Instance, component: Component): Lower {
  const { servers } = instance;
  const own = new Map<number, number[]>(component.servers.map((s) => [s, []]));
  for (const group of component.groups()) {
    if (group.servers.length > 1) continue;
    const models = own.get(group.servers[0]!)!;
    for (const model of group.models) models.push(model);
  }
  const least = new Map<number, number>();
  let packed = false;
  for (const [s, models] of own) {
    const base = leastBase(instance, s, models);
    if (base > servers[s]!.min) packed = true;
    least.set(s, Math.max(servers[s]!.min, base));
  }
  const floor = component.servers.reduce((sum, s) => sum + servers[s]!.cost * least.get(s)!, 0);
  const base: Lower = { component, value: floor, method: packed ? 'min+packing' : 'min' };
  const priced = component.servers.length > 1 ? priceBound(instance, component, least) : undefined;
  const best = [
    base,
    { component, value: floor + copiesBound(instance, component, least), method: `${base.method}+copies` },
    { component, value: priced?.value ?? 0, method: `${base.method}+prices` },
  ].reduce((a, b) => (b.value > a.value ? b : a));
  return priced ? { ...best, priced } : best;
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
