import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Placement, Problem } from '../../src/ir/index.ts';
import { rebalance, solve } from '../../src/place/index.ts';
import { checkPlacement } from '../checker/check-placement.ts';
import { after, plain, problem, problems, server } from '../support/problems.ts';

const pool = server('cpu', 100, { replicas: { min: 1, max: 9 } });
/** Four half-empty ordinals, as models that went have left them. */
const loose = problem(
  [pool],
  [...'abcd'].map((name) => plain(name, 40)),
  {
    changed: [],
    previous: { a: { at: ['cpu/0'] }, b: { at: ['cpu/1'] }, c: { at: ['cpu/2'] }, d: { at: ['cpu/3'] } },
  },
);

/** Legal, whatever moved: the limit on moves is that of the rebalance. */
function checked(asked: Problem, placement: Placement): void {
  const { previous: _previous, changed: _changed, ...fresh } = asked;
  expect(checkPlacement(fresh, { ...placement, moves: [] })).toEqual([]);
}

test('every move closes a replica, and the limit holds', async () => {
  const none = await rebalance(loose, 0);
  expect(none).toMatchObject({ before: 4, steps: [], scratch: { cost: 2 } });
  expect(none.placement).toEqual(await solve(loose));
  const one = await rebalance(loose, 1);
  expect(one.steps).toEqual([{ moves: 1, cost: 3 }]);
  checked(loose, one.placement);
  const two = await rebalance(loose, 2);
  expect(two.steps).toEqual([
    { moves: 1, cost: 3 },
    { moves: 2, cost: 2 },
  ]);
  expect(two.placement.certificate).toMatchObject({ used: 2, gap: 0 });
  checked(loose, two.placement);
});

test('what was rebalanced stays', async () => {
  const { placement } = await rebalance(loose, 9);
  expect(await solve(after(loose, placement))).toEqual({ ...placement, moves: [] });
});

test('on random problems: legal, no dearer, within the limit', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      problems({ servers: 4, models: 12, replicas: 4 }),
      fc.nat({ max: 6 }),
      fc.nat(),
      async (asked, moves, seed) => {
        const first = await solve(asked);
        const models = asked.models.filter((_, i) => (seed >> i) % 2 === 0);
        const now: Problem = { ...after(asked, first), models, changed: [] };
        const stays = await solve(now);
        const { placement, before } = await rebalance(now, moves);
        checked(now, placement);
        if (placement.unplaced.length === 0) {
          const again = await solve(after({ ...now, moves: asked.moves }, placement));
          expect(again).toEqual({ ...placement, moves: [] });
        }
        expect(before).toBe(stays.certificate.used);
        expect(placement.certificate.used).toBeLessThanOrEqual(before);
        const moved = Object.keys(placement.assignments).filter(
          (name) =>
            stays.assignments[name] &&
            JSON.stringify(placement.assignments[name]) !== JSON.stringify(stays.assignments[name]),
        );
        expect(moved.length).toBeLessThanOrEqual(moves);
      },
    ),
    { seed: 8, numRuns: 60 },
  );
});
