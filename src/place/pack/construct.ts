import type { History } from '../state/history.ts';
import { type Instance, share } from '../state/instance.ts';
import type { Packing } from '../state/packing.ts';
import { type InsertRule, insert } from './insert.ts';

/** One deterministic way to pack: in which order models come, and where each goes. */
export interface Variant extends InsertRule {
  /** Models with few candidates first, so that flexible ones fill what is left. */
  readonly scarcity: boolean;
  /** What comes first among equals: models that need much on top while loading, or large ones, or many copies. */
  readonly order: 'transient' | 'share' | 'sum' | 'copies';
}

/**
 * Tried in this order. Models with a similar T are packed together by the first: on an ordinal T counts once, so one
 * large T among small models wastes most.
 */
export const variants: readonly Variant[] = [
  { scarcity: true, order: 'transient', look: 8, fit: 'best', opening: 'share' },
  { scarcity: true, order: 'share', look: 8, fit: 'best', opening: 'ordinal' },
  { scarcity: false, order: 'transient', look: 32, fit: 'best', opening: 'share' },
  { scarcity: true, order: 'copies', look: 8, fit: 'best', opening: 'ordinal' },
  { scarcity: false, order: 'copies', look: 8, fit: 'best', opening: 'share' },
  { scarcity: false, order: 'sum', look: 32, fit: 'best', opening: 'ordinal' },
  { scarcity: true, order: 'transient', look: 1, fit: 'best', opening: 'ordinal' },
];

/** How large and how hard to place each model is, computed once for all variants. */
export interface Keys {
  readonly share: Float64Array;
  readonly sum: Float64Array;
  readonly transient: Float64Array;
  /** By class: how much room its candidates have at most. */
  readonly room: readonly number[];
}

/** By class: how much room its candidates have at most, and the widest of them; −1: none. */
export function classKeys({ classes, servers }: Instance): { room: readonly number[]; widest: readonly number[] } {
  const room = classes.map(({ candidates }) =>
    candidates.reduce((sum, s) => sum + servers[s]!.max * servers[s]!.memory, 0),
  );
  const widest = classes.map(({ candidates }) =>
    candidates.reduce<number>((best, s) => {
      const [a, b] = [servers[s]!, servers[best]];
      return !b || a.gpu > b.gpu || (a.gpu === b.gpu && a.memory > b.memory) ? s : best;
    }, -1),
  );
  return { room, widest };
}

export function orderKeys(instance: Instance): Keys {
  const n = instance.models.length;
  const { room, widest } = classKeys(instance);
  const keys: Keys = { share: new Float64Array(n), sum: new Float64Array(n), transient: new Float64Array(n), room };
  const { memory, gpu, transient, gpuTransient } = instance;
  for (let m = 0; m < n; m++) {
    const server = instance.servers[widest[instance.classOf[m]!]!];
    if (!server) continue;
    const w = server.workers;
    const capacity = Math.max(1, server.memory);
    const ofGpu = server.gpu > 0 ? (gpu[m]! * w) / server.gpu : 0;
    const ofGpuTransient = server.gpu > 0 ? (gpuTransient[m]! * w) / server.gpu : 0;
    keys.share[m] = share(instance, m, server);
    keys.sum[m] = (memory[m]! * w) / capacity + ofGpu;
    keys.transient[m] = Math.max((transient[m]! * w) / capacity, ofGpuTransient);
  }
  return keys;
}

/** The models in the variant's order. */
export function order(instance: Instance, models: readonly number[], keys: Keys, variant: Variant): number[] {
  const { min, classOf, always } = instance;
  const first = variant.order === 'copies' ? keys.share : keys[variant.order];
  const byCopies = variant.order === 'copies';
  return models.toSorted((a, b) => {
    if (variant.scarcity && classOf[a] !== classOf[b]) {
      const room = keys.room[classOf[a]!]! - keys.room[classOf[b]!]!;
      if (room !== 0) return room;
    }
    if (variant.scarcity && classOf[a] === classOf[b] && always[a] !== always[b]) return always[b]! - always[a]!;
    if (byCopies && min[a] !== min[b]) return min[b]! - min[a]!;
    return first[b]! - first[a]! || keys.share[b]! - keys.share[a]! || min[b]! - min[a]! || a - b;
  });
}

/** Places the models one by one; returns those that found no place. */
export function construct(
  packing: Packing,
  models: readonly number[],
  rule: InsertRule,
  history: History | undefined,
): number[] {
  return models.filter((model) => !insert(packing, model, rule, history));
}
