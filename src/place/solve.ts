import type { Evidence, Placement, Problem } from '../ir/index.ts';
import { answer } from './answer.ts';
import { boundsFor, certifiedBounds } from './bounds/bound.ts';
import { writeEvidence } from './bounds/evidence.ts';
import { explain } from './explain/explain.ts';
import { Trials } from './explain/remedies.ts';
import { placeExtras } from './extras/extras.ts';
import { type Settled, settleAll } from './search/settle.ts';
import { buildInstance, type Effort, type Instance } from './state/instance.ts';

/** Changes whenever the same problem may get another answer. */
export const solverVersion = '5';

/**
 * Finds a legal placement: with `previous`, everything that may stay stays, and only the rest is placed; without, the
 * cheapest that the portfolio finds. What has no legal place is listed with reasons and checked remedies. The same
 * problem gives the same placement, in whatever order its parts come.
 */
export async function solve(problem: Problem, effort: Effort = 'normal'): Promise<Placement> {
  return (await solveWithEvidence(problem, effort)).placement;
}

/** The same, and why its bounds hold. */
export async function solveWithEvidence(
  problem: Problem,
  effort: Effort = 'normal',
): Promise<{ placement: Placement; evidence: () => Evidence }> {
  const instance = buildInstance(problem, effort);
  return conclude(instance, await settleAll(instance));
}

/** Certifies, explains and writes what was settled. */
export async function conclude(
  instance: Instance,
  { packing, unplaced, bounds: searched, spent }: Settled,
): Promise<{ placement: Placement; evidence: () => Evidence }> {
  const bounds = (unplaced.length === 0 && searched) || boundsFor(instance, (model) => packing.server[model]! >= 0);
  const lowers = await certifiedBounds(packing, bounds);
  for (const one of new Set([...bounds, ...(searched ?? [])])) one.dispose();
  // Before further copies are placed: they would yield to any of these models.
  const { unplaced: explained, shortages } = await explain(
    instance,
    packing,
    unplaced,
    new Trials(instance, packing, spent),
  );
  const placement = answer(instance, packing, placeExtras(packing, instance), lowers, explained);
  return { placement, evidence: () => writeEvidence(lowers, shortages.evidence()) };
}
