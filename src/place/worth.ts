import type { Component } from './components.ts';
import type { Instance, ServerShape } from './instance.ts';
import { type Prices, reaches } from './price-value.ts';

/** What copies of models are worth to a packing, one number a model. */
export interface Worth {
  /**
   * The least that any server asks for a copy. By weak duality no legal ordinal holds more than it costs, and what it
   * holds less is lost there: room that nothing fills, or models that are cheaper elsewhere.
   */
  readonly value: Float64Array;
  /** By how much it hurts to be left with a copy: its value, and more for models that can go to few servers. */
  readonly urgency: Float64Array;
}

/** How much more urgent a copy is that can go to one server alone, as a multiple of its value. */
const SCARCE = 10;
/** Part of what room with overcommit costs that evictable copies are taken to be worth at least: it may be free. */
const EVICTABLE = 0.6;

/** At these prices. Floating point will do: worth guides, and proves nothing. */
export function worthOf(instance: Instance, component: Component, { levels, prices }: Prices): Worth {
  const { memory, always, min } = instance;
  const value = new Float64Array(instance.models.length);
  const urgency = new Float64Array(instance.models.length);
  const local = new Map(component.servers.map((s, i) => [s, i]));
  for (const { servers, models } of component.groups()) {
    const shapes = servers.map((s) => instance.servers[s]!);
    const asks = shapes.flatMap((shape) => asksOf(shape, levels, prices[local.get(shape.index)!]!));
    asks.sort((a, b) => a.least - b.least);
    const room = Math.min(...shapes.map(({ cost, limit, workers }) => (cost * workers) / Math.max(1, limit)));
    for (const model of models) {
      const own = cheapest(instance, model, asks);
      // Copies of one model stand on one server: what is left of them can go nowhere else.
      const choices = min[model]! > 1 ? 1 : servers.length;
      const least = always[model] === 1 ? 0 : EVICTABLE * room * memory[model]!;
      value[model] = own;
      urgency[model] = Math.max(own, least) * (1 + SCARCE / Math.sqrt(choices));
    }
  }
  return { value, urgency };
}

/** What models pay on ordinals of one server and level of T. */
interface Ask {
  readonly begin: number;
  readonly end: number;
  /** Memory, and GPU memory, of an ordinal for one worker. */
  readonly room: number;
  readonly gpuRoom: number;
  /** For what T leaves of these. */
  readonly stays: number;
  readonly gpuStays: number;
  /** For each MiB, for itself, and for each MiB of disk. */
  readonly each: number;
  readonly gpuEach: number;
  readonly slot: number;
  readonly disk: number;
  /** The least for a MiB of a model that stays. */
  readonly least: number;
}

function asksOf(shape: ServerShape, levels: readonly number[], prices: readonly Float64Array[]): Ask[] {
  const w = shape.workers;
  return levels.flatMap((begin, level): Ask[] => {
    if (!reaches(shape, begin)) return [];
    const [stays, overcommit, gpuStays, gpuOvercommit, slots, disk] = prices[level]! as unknown as readonly number[];
    const room = Math.max(1, shape.memory / w);
    const each = (overcommit! * w) / Math.max(1, shape.limit);
    return [
      {
        begin,
        end: levels[level + 1] ?? Number.POSITIVE_INFINITY,
        room,
        gpuRoom: shape.gpu / w,
        stays: stays!,
        gpuStays: gpuStays!,
        each,
        gpuEach: (gpuOvercommit! * w) / Math.max(1, shape.gpuLimit),
        slot: slots! / Math.max(1, shape.slots),
        disk: disk! / Math.max(1, shape.disk),
        least: stays! / room + each,
      },
    ];
  });
}

function cheapest(instance: Instance, model: number, asks: readonly Ask[]): number {
  const memory = instance.memory[model]!;
  const top = instance.transient[model]!;
  const gpu = instance.gpu[model]!;
  const stays = instance.always[model] === 1;
  let least = Number.POSITIVE_INFINITY;
  for (const ask of asks) {
    if (stays && memory * ask.least >= least) break;
    if (top >= ask.end) continue;
    let sum = memory * ask.each + ask.slot + ask.disk * instance.disk[model]!;
    if (stays) sum += ask.stays * part(memory, ask.room - Math.max(top, ask.begin));
    if (gpu > 0) {
      sum += gpu * ask.gpuEach;
      if (stays) sum += ask.gpuStays * part(gpu, ask.gpuRoom - instance.gpuTransient[model]!);
    }
    if (sum < least) least = sum;
  }
  return least;
}

function part(demand: number, room: number): number {
  return demand >= room ? 1 : demand / room;
}
