import { Diagnostics } from '../../src/diagnostics/index.ts';
import type { Fleet, Lock, Placement, Plan } from '../../src/ir/index.ts';
import { solverVersion, toProblem } from '../../src/place/index.ts';
import { buildPlan } from '../../src/plan/index.ts';

/** Builds a plan as the compiler does; `codes` are those of its diagnostics. */
export function build(
  of: Fleet,
  placement: Placement,
  lock?: Lock,
): { plan: Plan; lock: Lock; codes: readonly string[]; diagnostics: Diagnostics } {
  const diagnostics = new Diagnostics();
  const { problem, demands } = toProblem(of, undefined);
  const built = buildPlan(of, problem, placement, lock, { solver: solverVersion, demands }, diagnostics);
  return { ...built, codes: diagnostics.list().map(({ code }) => code), diagnostics };
}
