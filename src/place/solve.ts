import type { Placement, Problem } from '../ir/index.ts';
import { answer } from './answer.ts';
import { certifiedBounds } from './bound.ts';
import { explain } from './explain.ts';
import { placeExtras } from './extras.ts';
import { buildInstance, type Effort } from './instance.ts';
import { settleAll } from './settle.ts';

/** Changes whenever the same problem may get another answer. */
export const solverVersion = '3';

/**
 * Finds a legal placement: with `previous`, everything that may stay stays, and only the rest is placed; without, the
 * cheapest that the portfolio finds. What has no legal place is listed with reasons and checked remedies. The same
 * problem gives the same placement, in whatever order its parts come.
 */
export async function solve(problem: Problem, effort: Effort = 'normal'): Promise<Placement> {
  const instance = buildInstance(problem, effort);
  const { packing, unplaced, bounds } = await settleAll(instance);
  const lower = await certifiedBounds(packing, unplaced.length === 0 ? bounds : undefined);
  for (const one of bounds ?? []) one.dispose();
  // Before further copies are placed: they would yield to any of these models.
  const explained = await explain(instance, packing, unplaced);
  return answer(instance, packing, placeExtras(packing, instance), lower, explained);
}
