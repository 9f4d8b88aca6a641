import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Placement, Problem } from '../../src/ir/index.ts';
import { solve } from '../../src/place/index.ts';
import { bruteForce } from '../checker/brute-force.ts';
import { checkPlacement } from '../checker/check-placement.ts';
import { after, problems } from '../support/problems.ts';

const tiny = problems({ servers: 3, models: 7, replicas: 4 });
const small = problems({ servers: 4, models: 12, replicas: 4 });

async function solved(problem: Problem): Promise<Placement> {
  const placement = await solve(problem);
  expect(checkPlacement(problem, placement)).toEqual([]);
  return placement;
}

test('every placement is legal', async () => {
  await fc.assert(
    fc.asyncProperty(small, async (problem) => void (await solved(problem))),
    { seed: 1, numRuns: 1000 },
  );
});

test('against trying everything: never better, never above its bound, and how often as good', async () => {
  let optimal = 0;
  let proven = 0;
  let feasible = 0;
  let missed = 0;
  await fc.assert(
    fc.asyncProperty(tiny, async (drawn) => {
      const problem: Problem = { ...drawn, policy: { survive: 'none' } };
      const { certificate, unplaced } = await solved(problem);
      const best = bruteForce(problem);
      if (best === undefined) {
        expect(unplaced.length).toBeGreaterThan(0);
        return;
      }
      feasible++;
      if (unplaced.length > 0) {
        missed++;
        return;
      }
      expect(certificate.used).toBeGreaterThanOrEqual(best);
      expect(certificate.lowerBound).toBeLessThanOrEqual(best);
      if (certificate.used === best) optimal++;
      if (certificate.gap === 0) proven++;
    }),
    { seed: 2, numRuns: 1500 },
  );
  console.log({ feasible, missed, optimal, proven });
});

test('a placement that is solved again stays', async () => {
  await fc.assert(
    fc.asyncProperty(small, async (problem) => {
      const first = await solved(problem);
      const second = await solved(after(problem, first));
      if (first.unplaced.length === 0) expect(second).toEqual({ ...first, moves: [] });
      else expect(names(first)).toEqual(expect.arrayContaining(names(second)));
    }),
    { seed: 3, numRuns: 500 },
  );
});

function names({ unplaced }: Placement): string[] {
  return unplaced.map(({ model }) => model);
}
