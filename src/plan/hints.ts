import type { LockedModel } from '../ir/index.ts';
import type { DecidedModel } from './decide.ts';
import type { Simulated } from './transition/index.ts';

/** What the plan says of the way to it, as the lock keeps it. */
export type Hints = Pick<LockedModel, 'step' | 'mayInterrupt'>;

const none: Hints = {};

/**
 * The hints of each model that has any: its place in the order of loads, where it must wait for another model's, and
 * whether it may be interrupted. They stay until the model is loaded anew, since a compile that changes nothing must
 * write the same plan.
 */
export function hintsOf(decided: readonly DecidedModel[], { levels, transition }: Simulated): (model: string) => Hints {
  const interrupted = new Set(transition.interrupted.map(({ model }) => model));
  const hints = new Map<string, Hints>();
  for (const { model, locked } of decided) {
    const level = levels.get(model.name);
    const isNew = level !== undefined || interrupted.has(model.name);
    const step = isNew ? level : locked?.step;
    const mayInterrupt = isNew ? interrupted.has(model.name) : locked?.mayInterrupt;
    if ((step === undefined || step < 2) && !mayInterrupt) continue;
    hints.set(model.name, { ...(step !== undefined && step > 1 && { step }), ...(mayInterrupt && { mayInterrupt }) });
  }
  return (model) => hints.get(model) ?? none;
}
