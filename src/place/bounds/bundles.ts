import type { Component } from '../state/components.ts';
import type { Instance } from '../state/instance.ts';
import type { Prices } from './prices.ts';

/** Models that are treated alike: the same servers to go to, and nearly the same size and need on top while loading. */
export interface Bundle {
  /** Places in the component's list of servers. */
  readonly servers: readonly number[];
  /** Ascending. */
  readonly models: readonly number[];
  /** The level of T that they are in. */
  readonly level: number;
  /** Whether they are never evicted. */
  readonly always: boolean;
}

/** The bundles of a component, and where levels of T begin: the first at 0, in MiB on one worker. */
export interface Bundles {
  readonly levels: readonly number[];
  readonly list: readonly Bundle[];
}

/** Where a part of a bundle goes. */
export interface Part {
  /** Place in the component's list of servers. */
  readonly server: number;
  /** The level of T of the ordinals. */
  readonly level: number;
  /** The part of the bundle, from 0 to 1. */
  readonly share: number;
}

/** Where bundles go best, in parts, and what the ordinals are worth then. */
export interface Guide {
  readonly component: Component;
  readonly bundles: Bundles;
  /** By bundle: where its parts go. */
  readonly parts: readonly (readonly Part[])[];
  /** By server of the component. */
  readonly bases: Float64Array;
  /** By server of the component, then level: ordinals with such a T. */
  readonly ordinals: readonly Float64Array[];
  readonly prices: Prices;
}

/** Of how many models quantiles are taken. */
const SAMPLE = 4096;

/** Splits the groups of a component by what their models are: evictable or not, on a GPU or not, by T and by size. */
export function bundle(instance: Instance, component: Component, most: number, sizes: number): Bundles {
  const local = new Map(component.servers.map((s, i) => [s, i]));
  const groups = component.groups();
  const { transient, always, gpu, memory } = instance;
  const levels = begins(groups, transient, most);
  const bySize = begins(groups, memory, sizes + 1);
  const list = groups.flatMap((group) => {
    const servers = group.servers.map((s) => local.get(s)!);
    const parts: (number[] | undefined)[] = new Array(levels.length * 4 * bySize.length).fill(undefined);
    for (const model of group.models) {
      const kind = always[model]! * 2 + (gpu[model]! > 0 ? 1 : 0);
      const key = (levelOf(levels, transient[model]!) * 4 + kind) * bySize.length + levelOf(bySize, memory[model]!);
      const part = parts[key];
      if (part) part.push(model);
      else parts[key] = [model];
    }
    return parts.flatMap((models, key): Bundle[] => {
      if (!models) return [];
      return [{ servers, models, level: Math.floor(key / 4 / bySize.length), always: always[models[0]!] === 1 }];
    });
  });
  return { levels, list };
}

/** How many offers there are for these bundles, at most. */
export function offersFor({ levels, list }: Bundles): number {
  return list.reduce((sum, { servers, level }) => sum + servers.length * (levels.length - level), 0);
}

/** The level that a value of T is in. */
function levelOf(levels: readonly number[], value: number): number {
  let level = levels.length - 1;
  while (level > 0 && levels[level]! > value) level--;
  return level;
}

/** Where levels of a value begin: at 0, at the least value above it, and so that about as many models are in each. */
function begins(groups: ReturnType<Component['groups']>, values: Float64Array, most: number): number[] {
  const total = groups.reduce((sum, { models }) => sum + models.length, 0);
  const stride = Math.ceil(total / SAMPLE);
  const above: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  let at = 0;
  for (const { models } of groups) {
    for (const model of models) {
      const value = values[model]!;
      if (value <= 0) continue;
      if (value < least) least = value;
      if (at++ % stride === 0) above.push(value);
    }
  }
  const sorted = Float64Array.from(above).sort();
  const levels = new Set([0]);
  for (let i = 0; i < most - 1 && sorted.length > 0; i++) {
    levels.add(i === 0 ? least : sorted[Math.floor((i * sorted.length) / (most - 1))]!);
  }
  return [...levels];
}
