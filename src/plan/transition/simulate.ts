import { byCodeUnit } from '../../diagnostics/index.ts';
import type { Lock, Problem, Transition } from '../../ir/index.ts';
import type { DecidedModel } from '../decide.ts';
import { fewestInterruptions } from './order.ts';
import { Rooms } from './room.ts';
import { Simulation } from './simulation.ts';
import { subjectsOf } from './subjects.ts';
import { changesOf } from './summary.ts';

export interface Simulated {
  readonly transition: Transition;
  /** For each model that is loaded, how deep in the order: 1 waits for nothing. */
  readonly levels: ReadonlyMap<string, number>;
}

/**
 * Simulates the change from the lock's placement, with the lock's versions loaded, to the new one. Only what models do
 * to each other is seen: pods that restart because their template changes are no part of it, nor are loads that fail.
 */
export function simulate(
  problem: Problem,
  bases: ReadonlyMap<string, number>,
  decided: readonly DecidedModel[],
  lock: Lock | undefined,
): Simulated {
  const { rooms, simulation } = played(problem, bases, decided, lock);
  const { steps, levels, interrupted } = simulation;
  const peaks = rooms
    .all()
    .flatMap(({ name, peak }): [string, number][] => (peak === undefined ? [] : [[name, peak]]))
    .toSorted(([a], [b]) => byCodeUnit(a, b));
  return { transition: { ...changesOf(decided, lock), interrupted, steps, peaks: Object.fromEntries(peaks) }, levels };
}

/** Greedily; where that interrupts models, also by the best order that a search finds. */
function played(...[problem, bases, decided, lock]: Parameters<typeof simulate>): {
  readonly rooms: Rooms;
  readonly simulation: Simulation;
} {
  const setUp = () => {
    const rooms = new Rooms(problem);
    return { rooms, subjects: subjectsOf(problem, bases, decided, lock, rooms) };
  };
  const { rooms, subjects } = setUp();
  const greedy = { rooms, simulation: new Simulation(subjects) };
  const { interrupted } = greedy.simulation;
  if (interrupted.length === 0) return greedy;
  const again = setUp();
  const order = fewestInterruptions(again.subjects, new Set(interrupted.map(({ model }) => model)));
  if (order === undefined) return greedy;
  const ordered = { rooms: again.rooms, simulation: new Simulation(again.subjects, order) };
  return ordered.simulation.interrupted.length < interrupted.length ? ordered : greedy;
}
