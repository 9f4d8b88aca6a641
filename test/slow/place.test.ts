import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Placement, Problem } from '../../src/ir/index.ts';
import { solve, solveWithEvidence } from '../../src/place/index.ts';
import { bruteForce } from '../checker/brute-force.ts';
import { checkEvidence } from '../checker/check-evidence.ts';
import { checkPlacement } from '../checker/check-placement.ts';
import { largeProblem } from '../support/large-problem.ts';
import { after, problems } from '../support/problems.ts';

/** Random problems per property. */
const RUNS = 2_000;
/** Commits in a row. */
const COMMITS = 100;

async function solved(asked: Problem): Promise<Placement> {
  const { placement, evidence } = await solveWithEvidence(asked);
  expect(checkPlacement(asked, placement)).toEqual([]);
  expect(checkEvidence(asked, placement, evidence())).toEqual([]);
  return placement;
}

test('legal, stable and within bounds, on many random problems', async () => {
  await fc.assert(
    fc.asyncProperty(problems({ servers: 5, models: 16, replicas: 5 }), async (asked) => {
      const first = await solved(asked);
      const second = await solved(after(asked, first));
      if (first.unplaced.length === 0) expect(JSON.stringify(second)).toBe(JSON.stringify({ ...first, moves: [] }));
    }),
    { seed: 101, numRuns: RUNS },
  );
});

test('against trying everything', async () => {
  const seen = { feasible: 0, missed: 0, optimal: 0, proven: 0 };
  await fc.assert(
    fc.asyncProperty(problems({ servers: 3, models: 8, replicas: 4 }), async (drawn) => {
      const asked: Problem = { ...drawn, policy: { survive: 'none' } };
      const best = bruteForce(asked);
      if (best === undefined) return;
      const { certificate, unplaced } = await solved(asked);
      seen.feasible++;
      if (unplaced.length > 0) seen.missed++;
      else {
        expect(certificate.used).toBeGreaterThanOrEqual(best);
        expect(certificate.lowerBound).toBeLessThanOrEqual(best);
        if (certificate.used === best) seen.optimal++;
        if (certificate.gap === 0) seen.proven++;
      }
    }),
    { seed: 102, numRuns: RUNS },
  );
  console.log(
    `of ${seen.feasible} feasible: ${seen.optimal} optimal, ${seen.proven} proven, ${seen.missed} not placed`,
  );
  expect(seen).toMatchObject({ missed: 0, optimal: seen.feasible, proven: seen.feasible });
});

test('commit after commit: always legal, few others move, the cost stays near a fresh start', async () => {
  let asked = largeProblem({ models: 1000, servers: 8, perOrdinal: 25, surge: true, seed: 9 });
  let placement = await solved(asked);
  const spares = largeProblem({ models: 1000 + COMMITS, servers: 8, perOrdinal: 25, surge: true, seed: 10 }).models;
  for (let commit = 0; commit < COMMITS; commit++) {
    const at = (commit * 37) % asked.models.length;
    const next = { ...spares[1000 + commit]!, name: `new-${commit}`, server: null, requires: [] };
    const models =
      commit % 3 === 0
        ? asked.models.filter((_, i) => i !== at)
        : commit % 3 === 1
          ? [...asked.models, next]
          : asked.models.map((one, i) => (i === at ? { ...one, memory: one.memory + 64, peak: one.peak + 64 } : one));
    const changed = commit % 3 === 0 ? [] : [commit % 3 === 1 ? next.name : asked.models[at]!.name];
    asked = { ...after({ ...asked, models }, placement), changed };
    placement = await solved(asked);
    expect(placement.unplaced).toEqual([]);
  }
  const { previous: _previous, changed: _changed, ...fresh } = asked;
  const { certificate } = await solve(fresh);
  console.log(`after ${COMMITS} commits ${placement.certificate.used}, fresh ${certificate.used}`);
  expect(placement.certificate.used).toBeLessThanOrEqual(certificate.used * 1.1);
});

test('a large fleet', async () => {
  const asked = largeProblem({ models: 10_000, servers: 25, perOrdinal: 40, surge: true, seed: 3 });
  const placement = await solved(asked);
  expect(placement.unplaced).toEqual([]);
  const { used, lowerBound } = placement.certificate;
  console.log(`used ${used}, bound ${lowerBound}`);
  const again = await solved(after(asked, placement));
  expect(JSON.stringify(again)).toBe(JSON.stringify(placement));
});
