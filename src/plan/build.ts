import type { Diagnostics } from '../diagnostics/index.ts';
import type { Fleet, Lock, Placement, Plan, Problem } from '../ir/index.ts';
import { decide } from './decide.ts';
import { gatewayPlan } from './gateway-plan.ts';
import { hintsOf } from './hints.ts';
import { checkImmutable } from './immutable.ts';
import { nextLock } from './next-lock.ts';
import { serverPlans } from './server-plans.ts';
import { checkShardSizes } from './shard-size.ts';
import { simulate } from './transition/index.ts';

/** What the solver says of itself and of what it was asked. */
export interface Solved {
  /** Its version, for the lock. */
  readonly solver: string;
  /** Hash of what it was asked for each model, by name. */
  readonly demands: ReadonlyMap<string, string>;
}

/**
 * Builds what runs from what people want and where the solver put it, and the lock that the next compile starts from.
 * Models that are not placed are left out. The same inputs with the lock that this returns give the same plan but for
 * its transition, which is then empty.
 */
export function buildPlan(
  fleet: Fleet,
  problem: Problem,
  placement: Placement,
  lock: Lock | undefined,
  solved: Solved,
  diagnostics: Diagnostics,
): { plan: Plan; lock: Lock } {
  checkImmutable(fleet, lock, diagnostics);
  const bases = new Map(Object.entries(placement.servers).map(([name, { base }]) => [name, base]));
  const decided = decide(fleet, placement, lock);
  const simulated = simulate(problem, bases, decided, lock);
  const hints = hintsOf(decided, simulated);
  const plan: Plan = {
    version: 1,
    environment: fleet.environment.name,
    servers: serverPlans(fleet, bases, decided, hints),
    gateway: gatewayPlan(decided, hints),
    transition: simulated.transition,
  };
  checkShardSizes(fleet, plan, diagnostics);
  return { plan, lock: nextLock(fleet, solved.solver, bases, decided, solved.demands, hints) };
}
