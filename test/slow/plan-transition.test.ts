import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greedAgainstBest } from '../plan/exhaustive.ts';
import { replay } from '../plan/replay.ts';
import { build } from '../support/build.ts';
import { anyChange } from '../support/changes.ts';
import { problemOf } from '../support/small-fleet.ts';

const runs = 20_000;

describe('any transition, at length', () => {
  it.each([true, false])(
    'fits at each step and keeps every model served that it does not name (tight: %s)',
    (tight) => {
      const sizes = { servers: 3, replicas: 4, models: 24, copies: 3, further: 2, memory: 16, tight };
      fc.assert(
        fc.property(anyChange(sizes), ({ lock, fleet, placement }) => {
          const { plan } = build(fleet, placement, lock);
          const { faults, interrupted } = replay(lock, plan, problemOf(fleet));
          expect(faults).toEqual([]);
          expect(interrupted).toEqual(plan.transition.interrupted.map(({ model }) => model));
        }),
        { seed: 15, numRuns: runs / 4, endOnFailure: true },
      );
    },
  );

  it('interrupts more than the best order in at most 1 of 100 tiny, tight fleets', () => {
    const { all, worse } = greedAgainstBest(runs, 16);
    expect(worse * 100).toBeLessThanOrEqual(all);
  });
});
