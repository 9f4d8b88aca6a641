import type { Component } from './components.ts';
import type { Instance, ServerShape } from './instance.ts';
import { resourceCount, sizeOf } from './resources.ts';

/** Copies that ask the same of an ordinal of one server. */
export interface Item {
  /** Models whose copies these are; each has `copies` of them. */
  readonly models: readonly number[];
  readonly copies: number;
  /** Memory, GPU memory and disk that one copy takes, T aside. */
  readonly memory: number;
  readonly gpu: number;
  readonly disk: number;
  readonly always: boolean;
  readonly transient: number;
  readonly gpuTransient: number;
  /** By resource: the part of an ordinal that it takes at least (see `sizeOf`). */
  readonly sizes: Float64Array;
}

/** What packs one server: the kinds of copies, and what an ordinal has. */
export interface Items {
  readonly shape: ServerShape;
  /** Largest first. */
  readonly list: readonly Item[];
  /** Copies of each kind. */
  readonly counts: Int32Array;
  /** Resources that limit anything. */
  readonly active: readonly number[];
  /** Whether memory alone decides: no evictable model, no GPU, no slots, no disk. */
  readonly memoryOnly: boolean;
}

/** The copies that a component of one server holds. */
export function itemsOf(instance: Instance, component: Component): Items {
  const shape = instance.servers[component.servers[0]!]!;
  const w = shape.workers;
  const groups = new Map<string, number[]>();
  const { memory, gpu, disk, always, transient, gpuTransient, min } = instance;
  for (const { models } of component.groups()) {
    for (const m of models) {
      const key = [memory[m], gpu[m], disk[m], always[m], transient[m], gpuTransient[m], min[m]].join();
      const group = groups.get(key);
      if (group) group.push(m);
      else groups.set(key, [m]);
    }
  }
  const list = [...groups.values()].map((models): Item => {
    const m = models[0]!;
    return {
      models,
      copies: min[m]!,
      memory: memory[m]! * w,
      gpu: gpu[m]! * w,
      disk: disk[m]!,
      always: always[m] === 1,
      transient: transient[m]! * w,
      gpuTransient: gpuTransient[m]! * w,
      sizes: Float64Array.from({ length: resourceCount }, (_, r) => sizeOf(instance, m, shape, r)),
    };
  });
  const largest = (item: Item): number => item.sizes.reduce((most, size) => Math.max(most, size), 0);
  list.sort((a, b) => largest(b) - largest(a) || b.memory - a.memory || a.models[0]! - b.models[0]!);
  const active = Array.from({ length: resourceCount }, (_, r) => r).filter((r) =>
    list.some(({ sizes }) => sizes[r]! > 0),
  );
  const plain = list.every((item) => item.always && item.gpu === 0 && item.gpuTransient === 0);
  const unlimited = shape.slots === Number.POSITIVE_INFINITY && shape.disk === Number.POSITIVE_INFINITY;
  return {
    shape,
    list,
    counts: Int32Array.from(list, ({ models, copies }) => models.length * copies),
    active,
    memoryOnly: plain && unlimited && shape.limit >= shape.memory,
  };
}

/** How many copies of a kind one ordinal may hold: one of each model. */
export function mostOf({ models }: Item): number {
  return models.length;
}
