import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Placement, Problem, ProblemModel, ShortageEvidence } from '../../src/ir/index.ts';
import { solveWithEvidence } from '../../src/place/index.ts';
import { plain, problem, problems, server } from '../support/problems.ts';
import { bruteForce } from './brute-force.ts';
import { checkShortages } from './check-shortages.ts';

/** Claims that the models have no place, and that this is proven. */
function claim(placement: Placement, models: readonly ProblemModel[]): Placement {
  const unplaced = models.map(({ name }) => ({ model: name, reasons: [], proof: 'total', remedies: [] }));
  return { ...placement, unplaced };
}

const twoPools = problem(
  [server('a', 100, { replicas: { min: 1, max: 2 } }), server('b', 50, { replicas: { min: 0, max: 3 } })],
  ['p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x'].map((name) => plain(name, 45)),
);

test('a shortage that was tampered with is refused', async () => {
  const { placement, evidence } = await solveWithEvidence(twoPools);
  const { shortages } = evidence();
  const [shortage] = shortages as [ShortageEvidence];
  expect(placement.unplaced.map(({ proof }) => proof)).toEqual(['total', 'total']);
  expect(shortage.argument).toEqual({ by: 'total', resource: 'overcommit' });
  expect(checkShortages(twoPools, placement, shortages)).toEqual([]);
  const changes: Readonly<Record<string, readonly ShortageEvidence[]>> = {
    'none at all': [],
    'a server less': [{ ...shortage, servers: ['a'] }],
    'a server that is not there': [{ ...shortage, servers: ['a', 'b', 'c'] }],
    'another resource': [{ ...shortage, argument: { by: 'total', resource: 'slots' } }],
    'no argument': [{ ...shortage, argument: { by: 'bases' } }],
    'all tried': [
      { ...shortage, argument: { by: 'exhaustion', steps: 1 } },
      { ...shortage, servers: ['b'] },
    ],
    'a base that nothing shows': [
      { ...shortage, argument: { by: 'bases' }, bases: { a: { by: 'copies', base: 9, model: 'p' } } },
    ],
  };
  for (const [name, changed] of Object.entries(changes)) {
    expect(checkShortages(twoPools, placement, changed), name).not.toEqual([]);
  }
  const larger = { ...twoPools, servers: twoPools.servers.map((one) => ({ ...one, replicas: { min: 0, max: 4 } })) };
  expect(checkShortages(larger, placement, shortages)).not.toEqual([]);
  const alone = placement.unplaced.map((one) => ({ ...one, proof: 'alone' }));
  expect(checkShortages(twoPools, { ...placement, unplaced: alone }, shortages)).not.toEqual([]);
});

test('a base that is too high speaks of its server alone', () => {
  const pinned = ['p', 'q'].map((name) => plain(name, 60, { server: 'a' }));
  const asked = problem(
    [server('a', 100), server('b', 100, { replicas: { min: 0, max: 1 } })],
    [...pinned, plain('m', 90)],
  );
  const bases = { a: { by: 'volume', base: 2, resource: 'memory', threshold: 2 ** 29 } } as const;
  const shortage: ShortageEvidence = { servers: ['a', 'b'], bases, argument: { by: 'bases' } };
  const claimed = (name: string): string[] => {
    const one = { model: name, reasons: [], proof: 'min+packing', remedies: [] };
    return checkShortages(asked, { unplaced: [one] } as unknown as Placement, [shortage]);
  };
  expect(claimed('q')).toEqual([]);
  expect(claimed('m')).toEqual(['m is in no shortage']);
});

test('what has a place is never proven to have none', { timeout: 60_000 }, async () => {
  const tiny = problems({ servers: 3, models: 7, replicas: 4 });
  const seen = { arguments: 0 };
  await fc.assert(
    fc.asyncProperty(
      tiny,
      fc.array(fc.nat({ max: 2 ** 30 }), { minLength: 12, maxLength: 12 }),
      async (drawn, guesses) => {
        const asked: Problem = { ...drawn, policy: { survive: 'none' } };
        if (bruteForce(asked) === undefined || asked.models.length === 0) return;
        const { placement, evidence } = await solveWithEvidence(asked);
        const names = asked.servers.map(({ name }) => name);
        const own = evidence().components.map(({ servers, bases, argument }) => ({ servers, bases, argument }));
        const dear = guesses.map((guess): ShortageEvidence => {
          const prices = Object.fromEntries(names.map((name) => [name, [{ memory: guess, overcommit: guess % 1000 }]]));
          return {
            servers: names,
            bases: {},
            argument: { by: 'prices', unit: 1 + (guess % 2 ** 20), levels: [0], prices },
          };
        });
        const volumes = guesses.flatMap((threshold) =>
          names.map((name): ShortageEvidence => {
            const base = asked.servers.find((one) => one.name === name)!.replicas.max + 1;
            const bases = { [name]: { by: 'volume', base, resource: 'memory', threshold } as const };
            return { servers: names, bases, argument: { by: 'bases' } };
          }),
        );
        const totals = (['overcommit', 'gpuOvercommit', 'slots'] as const).map(
          (resource): ShortageEvidence => ({ servers: names, bases: {}, argument: { by: 'total', resource } }),
        );
        const tried: ShortageEvidence = { servers: names, bases: {}, argument: { by: 'exhaustion', steps: 1 } };
        for (const one of [...own, ...dear, ...volumes, ...totals, tried]) {
          const faults = checkShortages(asked, claim(placement, asked.models), [one]);
          expect(faults.filter((fault) => fault.startsWith('shortage 0'))).not.toEqual([]);
          seen.arguments++;
        }
      },
    ),
    { seed: 31, numRuns: 120 },
  );
  expect(seen.arguments).toBeGreaterThan(1000);
});
