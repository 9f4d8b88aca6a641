import type { ProblemModel, ProblemServer, Resource } from '../../src/ir/index.ts';

/** Sizes are in parts of an ordinal of 1 / 2^30. */
export const whole = 2n ** 30n;

/** What one copy asks of an ordinal, and what the ordinal has, where its T is at least `floor` on one worker. */
interface Measure {
  readonly asked: (server: ProblemServer, model: ProblemModel) => number;
  readonly room: (server: ProblemServer, model: ProblemModel, floor: number) => number;
}

const measures: Readonly<Record<Resource, Measure>> = {
  memory: {
    asked: ({ workers }, model) => (stays(model) ? model.memory * workers : 0),
    room: ({ capacity, workers }, model, floor) => capacity.memory - Math.max(transient(model), floor) * workers,
  },
  overcommit: {
    asked: ({ workers }, { memory }) => memory * workers,
    room: ({ capacity, overcommit }) => Math.floor((capacity.memory * (100 + overcommit)) / 100),
  },
  gpuMemory: {
    asked: ({ workers }, model) => (stays(model) ? model.gpuMemory * workers : 0),
    room: ({ capacity, workers }, model) => capacity.gpuMemory - gpuTransient(model) * workers,
  },
  gpuOvercommit: {
    asked: ({ workers }, { gpuMemory }) => gpuMemory * workers,
    room: ({ capacity, overcommit }) => Math.floor((capacity.gpuMemory * (100 + overcommit)) / 100),
  },
  slots: { asked: () => 1, room: ({ capacity }) => capacity.slots ?? Number.POSITIVE_INFINITY },
  disk: { asked: (_, { disk }) => 2 * disk, room: ({ capacity }) => capacity.disk ?? Number.POSITIVE_INFINITY },
};

export function isResource(name: string): name is Resource {
  return Object.hasOwn(measures, name);
}

/** The part of an ordinal that one copy takes, where the ordinal's T is at least `floor`; rounded down. */
export function sizeOf(server: ProblemServer, model: ProblemModel, resource: Resource, floor: number): bigint {
  const { asked, room } = measures[resource];
  const [some, all] = [asked(server, model), room(server, model, floor)];
  if (some === 0 || all === Number.POSITIVE_INFINITY) return 0n;
  return some >= all ? whole : (BigInt(some) * whole) / BigInt(all);
}

/** The same as a fraction, not rounded down: both numbers are exact in a double, and the quotient is the nearest one. */
export function aboutSizeOf(server: ProblemServer, model: ProblemModel, resource: Resource, floor: number): number {
  const { asked, room } = measures[resource];
  const some = asked(server, model);
  if (some === 0) return 0;
  const all = room(server, model, floor);
  return some >= all ? 1 : some / all;
}

/** T of rule 1, on one worker. */
export function transient(model: ProblemModel): number {
  return isReplaced(model) ? model.peak - model.memory : model.peak;
}

function gpuTransient(model: ProblemModel): number {
  return isReplaced(model) ? model.gpuPeak - model.gpuMemory : model.gpuPeak;
}

function stays({ residency }: ProblemModel): boolean {
  return residency === 'always';
}

/** Whether the old version makes room before the new one loads. */
function isReplaced(model: ProblemModel): boolean {
  return stays(model) && model.update === 'recreate';
}
