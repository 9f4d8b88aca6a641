import type { Component } from '../state/components.ts';
import type { Instance } from '../state/instance.ts';
import { resourceCount } from '../state/resources.ts';
import { type Bundles, offersFor } from './bundles.ts';
import { reaches } from './prices.ts';

/**
 * For every bundle, the ordinals that would take it: of which server, with a T of which level, and how many of them the
 * whole bundle would fill, resource by resource. An ordinal whose T lies in a level has its capacity less the level's
 * begin for models that stay, and holds only models of that level or a lower one. A structure of arrays: there are up to
 * a hundred thousand.
 */
export interface Offers {
  /** By bundle: its first offer; one more at the end. */
  readonly first: Int32Array;
  /** By offer: server of the component × levels + level. */
  readonly kind: Int32Array;
  /** By offer: its first entry; one more at the end. */
  readonly entries: Int32Array;
  /** By entry: kind × resources + resource. */
  readonly row: Int32Array;
  /** By entry: ordinals that the bundle fills. */
  readonly volume: Float64Array;
}

export function offersOf(instance: Instance, component: Component, { levels, list }: Bundles): Offers {
  const shapes = component.servers.map((s) => instance.servers[s]!);
  const evictable = list.some(({ always }) => !always);
  const most = offersFor({ levels, list });
  const first = new Int32Array(list.length + 1);
  const kind = new Int32Array(most);
  const entries = new Int32Array(most + 1);
  const row = new Int32Array(most * resourceCount);
  const volume = new Float64Array(most * resourceCount);
  let offer = 0;
  let entry = 0;
  const put = (resource: number, filled: number): void => {
    if (!(filled > 0)) return;
    row[entry] = kind[offer]! * resourceCount + resource;
    volume[entry++] = filled;
  };
  for (const [g, { servers, models, level: own, always }] of list.entries()) {
    const sums = sumsOf(instance, models);
    const rooms = new Rooms(instance, models);
    for (const i of servers) {
      const shape = shapes[i]!;
      const { workers: w } = shape;
      for (let level = own; level < levels.length && reaches(shape, levels[level]!); level++) {
        kind[offer] = i * levels.length + level;
        if (always) {
          const room = shape.memory / w;
          put(0, level === own ? rooms.filled(room) : sums.memory / Math.max(1, room - levels[level]!));
        }
        // What stays counts against the capacity itself, which is then the tighter limit.
        if (evictable || shape.limit < shape.memory) put(1, (sums.memory * w) / Math.max(1, shape.limit));
        if (sums.gpu > 0) {
          if (always) put(2, rooms.gpuFilled(shape.gpu / w));
          if (evictable || shape.gpuLimit < shape.gpu) put(3, (sums.gpu * w) / Math.max(1, shape.gpuLimit));
        }
        put(4, sums.copies / shape.slots);
        put(5, sums.disk / shape.disk);
        entries[++offer] = entry;
      }
    }
    first[g + 1] = offer;
  }
  return {
    first,
    kind: kind.subarray(0, offer),
    entries: entries.subarray(0, offer + 1),
    row: row.subarray(0, entry),
    volume: volume.subarray(0, entry),
  };
}

interface Sums {
  readonly memory: number;
  readonly gpu: number;
  readonly disk: number;
  readonly copies: number;
}

/** What all copies of these models ask for, T aside. */
function sumsOf({ memory, gpu, disk, min }: Instance, models: readonly number[]): Sums {
  const sums = { memory: 0, gpu: 0, disk: 0, copies: 0 };
  for (const m of models) {
    sums.memory += memory[m]! * min[m]!;
    sums.gpu += gpu[m]! * min[m]!;
    sums.disk += disk[m]! * min[m]!;
    sums.copies += min[m]!;
  }
  return sums;
}

/** How many ordinals of a capacity models that stay fill, T included: few capacities differ. */
class Rooms {
  readonly #instance: Instance;
  readonly #models: readonly number[];
  readonly #known = new Map<number, number>();
  readonly #gpuKnown = new Map<number, number>();

  constructor(instance: Instance, models: readonly number[]) {
    this.#instance = instance;
    this.#models = models;
  }

  /** `room`: memory of an ordinal for one worker. */
  filled(room: number): number {
    const { memory, transient } = this.#instance;
    return this.#sum(this.#known, room, memory, transient);
  }

  gpuFilled(room: number): number {
    const { gpu, gpuTransient } = this.#instance;
    return this.#sum(this.#gpuKnown, room, gpu, gpuTransient);
  }

  #sum(known: Map<number, number>, room: number, demand: Float64Array, top: Float64Array): number {
    const before = known.get(room);
    if (before !== undefined) return before;
    const { min } = this.#instance;
    let sum = 0;
    for (const m of this.#models) sum += (demand[m]! * min[m]!) / Math.max(1, room - top[m]!);
    known.set(room, sum);
    return sum;
  }
}
