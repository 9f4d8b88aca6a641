import type { Placement, Problem } from '../ir/index.ts';
import { answer } from './answer.ts';
import { lowerBounds } from './bound.ts';
import { explain } from './explain.ts';
import { placeExtras } from './extras.ts';
import { buildInstance } from './instance.ts';
import { settleAll } from './settle.ts';

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
  const extras = placeExtras(packing, instance);
  return answer(instance, packing, extras, bounds, explain(instance, packing, unplaced));
}
