import type { Instance, ServerShape } from './instance.ts';

/** One ordinal, in the unit of item sizes: so fine that rounding down costs nothing that matters. */
export const whole = 2 ** 30;

/**
 * The resources of an ordinal, each as a valid relaxation of the rules: for every legal ordinal the sizes of what it
 * holds sum to at most `whole`.
 *
 * T of rule 1 is part of a model's size. A model of demand d and transient need t may meet on an ordinal of capacity C
 * only with T ≥ t, so that Σ d ≤ C − T. Its size d / (C − t) is thus at most d / (C − T), and sizes sum to at most 1.
 */
export const resources = ['memory', 'overcommit', 'gpuMemory', 'gpuOvercommit', 'slots', 'disk'] as const;

export const resourceCount = resources.length;

/** The part of an ordinal of the server that one copy takes of a resource, in units of `whole`, rounded down. */
export function sizeOf(instance: Instance, model: number, server: ServerShape, resource: number): number {
  const w = server.workers;
  switch (resource) {
    case 0:
      return instance.always[model] === 1
        ? part(instance.memory[model]! * w, server.memory - instance.transient[model]! * w)
        : 0;
    case 1:
      return part(instance.memory[model]! * w, server.limit);
    case 2:
      return instance.always[model] === 1
        ? part(instance.gpu[model]! * w, server.gpu - instance.gpuTransient[model]! * w)
        : 0;
    case 3:
      return part(instance.gpu[model]! * w, server.gpuLimit);
    case 4:
      return server.slots === Number.POSITIVE_INFINITY ? 0 : part(1, server.slots);
    default:
      return server.disk === Number.POSITIVE_INFINITY ? 0 : part(instance.disk[model]!, server.disk);
  }
}

/** Never above the true part: more is taken off than a division can round up. */
function part(demand: number, capacity: number): number {
  return demand === 0 ? 0 : Math.min(whole, Math.max(0, Math.floor((demand / capacity) * whole - 2 ** -16)));
}
