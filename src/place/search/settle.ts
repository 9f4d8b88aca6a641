import { boundsFor, type ComponentBounds } from '../bounds/bound.ts';
import { closeGradually } from '../change/close.ts';
import { secure } from '../extras/extras.ts';
import type { Instance } from '../state/instance.ts';
import type { Packing } from '../state/packing.ts';
import { writePlaces } from '../state/places.ts';
import type { Steps } from '../state/pool.ts';
import { search } from './search.ts';

/** The required copies, and the models that found no place, ascending. */
export interface Settled {
  readonly packing: Packing;
  readonly unplaced: readonly number[];
  /** Bounds for all models, where the search wanted them. */
  readonly bounds: readonly ComponentBounds[] | undefined;
  /** Steps of all searches that it took. */
  readonly spent: number;
}

type Placed = Omit<Settled, 'spent'>;

/** Places the required copies; what a policy asks for beyond them is seen to. */
export async function settleAll(instance: Instance): Promise<Settled> {
  const steps: Steps = { spent: 0 };
  const settled = await polish(instance, await settleOnce(instance, steps), steps);
  return { ...settled, spent: steps.spent };
}

/** Steps of all searches together after which none is made to place a little more. */
const PATIENCE = 3_000_000;

/** Rounds of placing what is left as a change to what stands. */
const ROUNDS = 4;

/** Where packing from nothing left models over, a change to the result may still place them: all may move. */
async function polish(instance: Instance, first: Placed, steps: Steps): Promise<Placed> {
  if (instance.before) return first;
  let best = first;
  for (let round = 0; round < ROUNDS && best.unplaced.length > 0 && steps.spent < PATIENCE; round++) {
    const before = writePlaces(best.packing).map((at) => at && { at });
    const problem = { ...instance.problem, moves: instance.models.length };
    const again = await settleOnce({ ...instance, problem, before }, steps);
    if (again.unplaced.length >= best.unplaced.length) break;
    best = again;
  }
  return best;
}

/** Models left out for want of a refuge before all that are new are. */
const RETRIES = 50;

async function settleOnce(instance: Instance, steps: Steps): Promise<Placed> {
  let known: readonly ComponentBounds[] | undefined;
  const bounds = (): readonly ComponentBounds[] => {
    known ??= boundsFor(instance, () => true);
    return known;
  };
  const without = new Set<number>();
  for (;;) {
    const { packing, history, unplaced } = await search(instance, bounds, without);
    steps.spent += packing.steps.spent;
    const isSecured = instance.problem.policy.survive === 'replica';
    const lost = isSecured ? secure(packing, history) : [];
    // What could not be kept safe must not have pushed others around: once more without it.
    const before = without.size;
    if (instance.before && lost.length > 0) {
      const isEnough = before >= RETRIES || steps.spent > PATIENCE;
      const displaced = isEnough || lost.some((model) => history.free[model] !== 1);
      for (const model of lost) if (history.free[model] === 1) without.add(model);
      if (displaced) for (const model of instance.models.keys()) if (history.free[model] === 1) without.add(model);
    }
    if (without.size > before) continue;
    const all = [...unplaced, ...lost].sort((a, b) => a - b);
    if (all.length === 0) closeGradually(packing, history);
    return { packing, unplaced: all, bounds: known };
  }
}
