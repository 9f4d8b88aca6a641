import { byCodeUnit } from '../../../diagnostics/index.ts';
import type { Capacity, PlannedModel, Version } from '../../../ir/index.ts';

/** What models take of a pod: memory and disk in MiB. */
interface Taken {
  readonly memory: number;
  readonly gpuMemory: number;
  readonly slots: number;
  readonly disk: number;
}

const nothing: Taken = { memory: 0, gpuMemory: 0, slots: 0, disk: 0 };

const words: Readonly<Record<keyof Taken, (needed: number, free: number) => string>> = {
  memory: (needed, free) => `needs ${needed} MiB of memory, of which ${free} are free`,
  gpuMemory: (needed, free) => `needs ${needed} MiB of GPU memory, of which ${free} are free`,
  slots: () => 'all slots are taken',
  disk: (needed, free) => `needs ${needed} MiB of disk, of which ${free} are free`,
};

/** One version of one model. */
interface Held {
  readonly model: string;
  readonly version: Version;
}

/**
 * Why a version cannot be loaded beside others by what placement counts. Undefined: there is room.
 *
 * @param inside what the server holds, whatever its state
 */
export function lackOfRoom({ model, version }: Held, inside: readonly Held[], capacity: Capacity): string | undefined {
  const taken = inside.map((held) => whenLoaded(held.version)).reduce(sum, nothing);
  const models = new Set(inside.map((held) => held.model));
  // Slots are counted in models: a version of one that is there needs none of its own.
  const needed = { ...whileLoading(version), slots: models.has(model) ? 0 : 1 };
  return lackOf(needed, { ...taken, slots: models.size }, capacity);
}

/**
 * Of models that are loaded on demand, those that fit beside the ones that are always loaded and beside one load at a
 * time: until they can be evicted, the others wait.
 *
 * @param here the models of one ordinal
 */
export function chosenOnDemand(here: readonly PlannedModel[], capacity: Capacity): ReadonlySet<string> {
  const chosen = new Set<string>();
  const always = here.filter(({ residency }) => residency === 'always');
  let taken = always.map(({ current }) => whenLoaded(current)).reduce(sum, nothing);
  let top = always.map(onTop).reduce(most, nothing);
  for (const entry of here.toSorted((a, b) => byCodeUnit(a.name, b.name))) {
    if (entry.residency === 'always') continue;
    const more = sum(taken, whenLoaded(entry.current));
    const higher = most(top, onTop(entry));
    if (lackOf(higher, more, capacity) !== undefined) continue;
    chosen.add(entry.name);
    taken = more;
    top = higher;
  }
  return chosen;
}

function lackOf(needed: Taken, taken: Taken, capacity: Capacity): string | undefined {
  // A pod without a GPU cannot be asked for its memory; slots and disk that are not given are not counted.
  const limits = { gpuMemory: 0, slots: Infinity, disk: Infinity, ...capacity };
  for (const kind of ['memory', 'gpuMemory', 'slots', 'disk'] as const) {
    const free = limits[kind] - taken[kind];
    if (needed[kind] > 0 && needed[kind] > free) return words[kind](needed[kind], Math.max(0, free));
  }
  return undefined;
}

function whenLoaded({ memory, gpuMemory = 0, disk = 0 }: Version): Taken {
  return { memory, gpuMemory, slots: 1, disk };
}

function whileLoading({ memory, peak, gpuMemory = 0, gpuPeak = gpuMemory, disk = 0 }: Version): Taken {
  return { memory: Math.max(memory, peak), gpuMemory: Math.max(gpuMemory, gpuPeak), slots: 1, disk };
}

/** What the next version of a model takes on top of all that is loaded, while it is loaded. */
function onTop({ current, update }: PlannedModel): Taken {
  const loading = whileLoading(current);
  const { memory, gpuMemory } = whenLoaded(current);
  // A slot and disk for the version beside it are not part of what placement counts.
  if (update === 'surge') return { ...loading, slots: 0, disk: 0 };
  return { memory: loading.memory - memory, gpuMemory: loading.gpuMemory - gpuMemory, slots: 0, disk: 0 };
}

function sum(a: Taken, b: Taken): Taken {
  return combine(a, b, (x, y) => x + y);
}

function most(a: Taken, b: Taken): Taken {
  return combine(a, b, Math.max);
}

function combine(a: Taken, b: Taken, how: (x: number, y: number) => number): Taken {
  return {
    memory: how(a.memory, b.memory),
    gpuMemory: how(a.gpuMemory, b.gpuMemory),
    slots: how(a.slots, b.slots),
    disk: how(a.disk, b.disk),
  };
}
