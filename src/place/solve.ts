import type { Placement, Problem } from '../ir/index.ts';
import { answer } from './answer.ts';
import { lowerBounds } from './bound.ts';
import { explain } from './explain.ts';
import { placeExtras, secure } from './extras.ts';
import { buildInstance, type Instance } from './instance.ts';
import type { Packing } from './packing.ts';
import { search } from './search.ts';

/** Changes whenever the same problem may get another answer. */
export const solverVersion = '1';

/**
 * Finds a legal placement: with `previous`, everything that may stay stays, and only the rest is placed; without, the
 * cheapest that the portfolio finds. What has no legal place is listed with reasons and checked remedies. The same
 * problem gives the same placement, in whatever order its parts come.
 */
export async function solve(problem: Problem): Promise<Placement> {
  const instance = buildInstance(problem);
  const { packing, unplaced } = settleAll(instance);
  const bounds = lowerBounds(instance, (model) => packing.server[model]! >= 0);
  const extras = placeExtras(packing);
  return answer(packing, extras, bounds, explain(packing, unplaced));
}

/** The required copies alone. */
export function settleAll(instance: Instance): { packing: Packing; unplaced: readonly number[] } {
  let bound: number | undefined;
  const lowest = (): number => {
    bound ??= lowerBounds(instance, () => true).reduce((sum, { value }) => sum + value, 0);
    return bound;
  };
  const { packing, unplaced } = search(instance, lowest);
  if (instance.problem.policy.survive !== 'replica') return { packing, unplaced };
  const lost = secure(packing);
  return { packing, unplaced: [...unplaced, ...lost].sort((a, b) => a - b) };
}
