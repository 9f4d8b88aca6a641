import { Diagnostics } from '../../src/diagnostics/index.ts';
import { canonicalJson, type Fleet, type Lock, type Placement, type Plan, sha256 } from '../../src/ir/index.ts';
import { buildPlan } from '../../src/plan/index.ts';
import { problemOf } from './plan-fleet.ts';

/** Builds a plan as the compiler does; `codes` are those of its diagnostics. */
export function build(
  of: Fleet,
  placement: Placement,
  lock?: Lock,
): { plan: Plan; lock: Lock; codes: readonly string[]; diagnostics: Diagnostics } {
  const diagnostics = new Diagnostics();
  const problem = problemOf(of);
  const demands = new Map(problem.models.map((model) => [model.name, sha256(canonicalJson(model), 8)]));
  const built = buildPlan(of, problem, placement, lock, { solver: '1', demands }, diagnostics);
  return { ...built, codes: diagnostics.list().map(({ code }) => code), diagnostics };
}
