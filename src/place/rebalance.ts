import type { Placement, Problem } from '../ir/index.ts';
import { closeWhole } from './change/close.ts';
import { settleAll } from './search/settle.ts';
import { conclude, solve } from './solve.ts';
import { History } from './state/history.ts';
import { buildInstance, type Effort } from './state/instance.ts';

/** What so many moves buy, in all. */
export interface RebalanceStep {
  /** Models that move, beyond those that a compile without rebalancing moves. */
  readonly moves: number;
  /** Σ cost × base. */
  readonly cost: number;
}

export interface Rebalanced {
  /** What stands without rebalancing costs. */
  readonly before: number;
  /** One step an ordinal that closes, within the limit. */
  readonly steps: readonly RebalanceStep[];
  /** What a solve from nothing costs, and how many models that moves. */
  readonly scratch: RebalanceStep;
  readonly placement: Placement;
}

/**
 * Closes ordinals of a placement that grew commit by commit: again and again the last ordinal of the server where the
 * cost saved per model moved is highest, as long as all moves together stay within the limit. A solve from nothing is
 * taken instead where it costs less and its moves stay within the limit, too.
 */
export async function rebalance(problem: Problem, moves: number, effort: Effort = 'normal'): Promise<Rebalanced> {
  const instance = buildInstance(problem, effort);
  const settled = await settleAll(instance);
  const { packing } = settled;
  const before = packing.cost();
  const places = packing.server.slice();
  const ordinals = instance.models.map((_, model) => packing.copies(model));
  const steps: RebalanceStep[] = [];
  const history = new History(instance.models.length, moves);
  if (settled.unplaced.length === 0) {
    closeWhole(packing, history, () => steps.push({ moves: history.moved, cost: packing.cost() }));
  }
  const { previous: _previous, changed: _changed, ...fresh } = problem;
  const anew = await solve(fresh, effort);
  const stands = new Map(instance.models.map(({ name }, model) => [name, model]));
  let differ = 0;
  for (const [name, at] of Object.entries(anew.assignments)) {
    const model = stands.get(name)!;
    const server = instance.servers[places[model]!]?.name;
    const now = new Set(ordinals[model]!.map((k) => `${server}/${k}`));
    if (places[model]! >= 0 && at.some((ordinal) => !now.has(ordinal))) differ++;
  }
  const scratch = { moves: differ, cost: anew.certificate.used };
  if (anew.unplaced.length === 0 && scratch.moves <= moves && scratch.cost < packing.cost()) {
    const previous = Object.fromEntries(Object.entries(anew.assignments).map(([name, at]) => [name, { at }]));
    const followed = buildInstance({ ...problem, previous, changed: [] }, effort);
    const { placement } = await conclude(instance, { ...(await settleAll(followed)), bounds: undefined });
    return { before, steps: [scratch], scratch, placement };
  }
  const { placement } = await conclude(instance, settled);
  return { before, steps, scratch, placement };
}
