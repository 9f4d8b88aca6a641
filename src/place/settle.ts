import type { PreviousPlace } from '../ir/index.ts';
import { record, writeAssignments } from './answer.ts';
import { type Lower, lowerBounds } from './bound.ts';
import { secure } from './extras.ts';
import type { Instance } from './instance.ts';
import type { Packing } from './packing.ts';
import { search } from './search.ts';

/** The required copies, and the models that found no place, ascending. */
export interface Settled {
  readonly packing: Packing;
  readonly unplaced: readonly number[];
  /** Bounds for all models, where the search wanted them. */
  readonly bounds: readonly Lower[] | undefined;
}

/** Places the required copies; what a policy asks for beyond them is seen to. */
export function settleAll(instance: Instance): Settled {
  return polish(instance, settleOnce(instance));
}

/** Rounds of placing what is left as a change to what stands. */
const ROUNDS = 4;

/** Where packing from nothing left models over, a change to the result may still place them: all may move. */
function polish(instance: Instance, first: Settled): Settled {
  if (instance.problem.previous) return first;
  let best = first;
  for (let round = 0; round < ROUNDS && best.unplaced.length > 0; round++) {
    const previous = record<PreviousPlace>();
    for (const [model, at] of Object.entries(writeAssignments(instance, best.packing))) previous[model] = { at };
    const again = settleOnce({
      ...instance,
      problem: { ...instance.problem, previous, moves: instance.models.length },
    });
    if (again.unplaced.length >= best.unplaced.length) break;
    best = again;
  }
  return best;
}

/** Models left out for want of a refuge before all that are new are. */
const RETRIES = 50;

function settleOnce(instance: Instance): Settled {
  let known: readonly Lower[] | undefined;
  const bounds = (): readonly Lower[] => {
    known ??= lowerBounds(instance, () => true);
    return known;
  };
  const without = new Set<number>();
  for (;;) {
    const { packing, history, unplaced } = search(instance, bounds, without);
    if (instance.problem.policy.survive !== 'replica') return { packing, unplaced, bounds: known };
    const lost = secure(packing, history);
    // What could not be kept safe must not have pushed others around: once more without it.
    const before = without.size;
    if (instance.problem.previous && lost.length > 0) {
      const displaced = before >= RETRIES || lost.some((model) => history.free[model] !== 1);
      for (const model of lost) if (history.free[model] === 1) without.add(model);
      if (displaced) for (const model of instance.models.keys()) if (history.free[model] === 1) without.add(model);
    }
    if (without.size === before)
      return { packing, unplaced: [...unplaced, ...lost].sort((a, b) => a - b), bounds: known };
  }
}
