import { byCodeUnit } from '../../diagnostics/index.ts';
import type { Lock, Problem, Transition } from '../../ir/index.ts';
import type { DecidedModel } from '../decide.ts';
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
  const rooms = new Rooms(problem);
  const { steps, levels, interrupted } = new Simulation(subjectsOf(problem, bases, decided, lock, rooms));
  const peaks = rooms
    .all()
    .flatMap(({ name, peak }): [string, number][] => (peak === undefined ? [] : [[name, peak]]))
    .toSorted(([a], [b]) => byCodeUnit(a, b));
  return { transition: { ...changesOf(decided, lock), interrupted, steps, peaks: Object.fromEntries(peaks) }, levels };
}
