import fc from 'fast-check';
import { expect, test } from 'vitest';
import type {
  Argument,
  BaseEvidence,
  ComponentEvidence,
  Evidence,
  Placement,
  Prices,
  Problem,
  ProblemModel,
  ProblemServer,
  Resource,
} from '../../src/ir/index.ts';
import { solveWithEvidence } from '../../src/place/index.ts';
import { largeProblem } from '../support/large-problem.ts';
import { model, plain, problem, problems, server } from '../support/problems.ts';
import { bruteForce, legal } from './brute-force.ts';
import { checkEvidence } from './check-evidence.ts';
import { findHomes } from './homes.ts';
import { sizeOf, transient, whole } from './sizes.ts';

const tiny = problems({ servers: 3, models: 7, replicas: 4 });
const small = problems({ servers: 4, models: 12, replicas: 4 });
const patience = 60_000;

const resources: readonly Resource[] = ['memory', 'overcommit', 'gpuMemory', 'gpuOvercommit', 'slots', 'disk'];
const serverNames = ['s0', 's1', 's2', 's3'];
const modelNames = Array.from({ length: 7 }, (_, i) => `m${i}`);

function couldHold(one: ProblemServer, asking: ProblemModel): boolean {
  return (
    (asking.server ?? one.name) === one.name &&
    asking.requires.every((word) => one.capabilities.includes(word)) &&
    asking.replicas.min <= one.replicas.max &&
    legal(one, [asking])
  );
}

test('homes are the servers that could hold a model alone', () => {
  fc.assert(
    fc.property(small, ({ servers, models }) => {
      const homes = findHomes(servers, models);
      for (const each of models) expect(homes.get(each)).toEqual(servers.filter((one) => couldHold(one, each)));
    }),
    { seed: 21, numRuns: 300 },
  );
});

/** A placement that claims so much of one component of all servers; where models are does not matter to evidence. */
function claim({ servers, models }: Problem, lowerBound: number): Placement {
  const bound = { used: lowerBound, lowerBound, gap: 0, method: 'min' };
  return {
    version: 1,
    assignments: Object.fromEntries(models.map(({ name }) => [name, []])),
    spare: {},
    refuge: {},
    servers: {},
    moves: [],
    certificate: { ...bound, components: [{ ...bound, servers: servers.map(({ name }) => name) }] },
    unplaced: [],
  };
}

function evidenceOf({ servers }: Problem, lowerBound: number, argument: Argument): Evidence {
  return {
    version: 1,
    shortages: [],
    components: [{ servers: servers.map(({ name }) => name), lowerBound, bases: {}, argument }],
  };
}

type Priced = Extract<Argument, { by: 'prices' }>;

/** What prices prove, every offer summed in whole numbers. */
function plainly({ servers, models }: Problem, { unit, levels, prices }: Priced): number {
  const divide = (a: number, b: number): number => (b === 0 ? a : divide(b, a % b));
  const divisor = servers.reduce((all, { cost }) => divide(all, cost), 0);
  if (divisor === 0) return 0;
  const least = (list: readonly bigint[]): bigint => list.reduce((a, b) => (b < a ? b : a));
  const offers = servers.flatMap((one) =>
    levels.flatMap((begin, level) => {
      const own = Object.entries(prices[one.name]![level]!) as [Resource, number][];
      return begin * one.workers <= one.capacity.memory ? [{ one, begin, own, end: levels[level + 1] }] : [];
    }),
  );
  let sum = 0n;
  for (const one of servers) {
    const totals = offers.filter((offer) => offer.one === one).map(({ own }) => own.reduce((a, [, p]) => a + p, 0));
    const each = BigInt(one.cost * unit - Math.max(...totals));
    sum += whole * least([each * BigInt(one.replicas.min), each * BigInt(one.replicas.max)]);
  }
  for (const each of models) {
    const open = offers.filter(({ one, end }) => couldHold(one, each) && (end === undefined || transient(each) < end));
    const asked = open.map(({ one, own, begin }) =>
      own.reduce((all, [resource, price]) => all + BigInt(price) * sizeOf(one, each, resource, begin), 0n),
    );
    sum += least(asked) * BigInt(each.replicas.min);
  }
  const step = BigInt(divisor * unit) * whole;
  return sum <= 0n ? 0 : Number((sum + step - 1n) / step) * divisor;
}

/** Prices near each other, so that many offers are nearly the cheapest. */
function pricesNear(most: number): fc.Arbitrary<Priced> {
  const price = fc.oneof(
    fc.nat({ max: most }),
    fc.integer({ min: -2, max: 2 }).map((by) => Math.max(0, Math.floor(most / 8) + by)),
  );
  const ofLevel: fc.Arbitrary<Prices> = fc.dictionary(fc.constantFrom(...resources), price, { maxKeys: 3 });
  return fc.constantFrom([0], [0, 5], [0, 3, 11]).chain((levels) =>
    fc.tuple(...serverNames.map(() => fc.tuple(...levels.map(() => ofLevel)))).map((lists) => ({
      by: 'prices' as const,
      unit: 1,
      levels,
      prices: Object.fromEntries(lists.map((list, i) => [serverNames[i]!, list])),
    })),
  );
}

test('prices prove what all offers, summed in whole numbers, prove', { timeout: patience }, () => {
  let positive = 0;
  const scales = fc.constantFrom(8, 2 ** 10, 2 ** 40).chain((most) => fc.tuple(fc.constant(most), pricesNear(most)));
  fc.assert(
    fc.property(small, scales, (drawn, [most, argument]) => {
      // Costs without a common divisor, as high as prices: bounds are not rounded to more than one part of them.
      const servers = drawn.servers.map((one, i) => ({ ...one, cost: (one.cost * most) / 4 + i }));
      const models = drawn.models.filter((each) => servers.some((one) => couldHold(one, each)));
      const asked = { ...drawn, servers, models };
      const proven = plainly(asked, argument);
      if (proven > 0) positive++;
      expect(checkEvidence(asked, claim(asked, proven), evidenceOf(asked, proven, argument))).toEqual([]);
      const bold = checkEvidence(asked, claim(asked, proven + 1), evidenceOf(asked, proven + 1, argument));
      expect(bold).toEqual([`component 0 is shown to cost ${proven}, not ${proven + 1}`]);
    }),
    { seed: 22, numRuns: 600 },
  );
  expect(positive).toBeGreaterThan(200);
});

test('an offer that is the cheapest only since sizes are rounded down is found', () => {
  // 2 × ⌊2^30 / 6⌋ is less than ⌊2^30 / 3⌋, by more than what the one unit of price that s1 asks more comes to.
  const price = 2 ** 40;
  const asked = problem(
    [3, 6].map((memory, i) => server(`s${i}`, memory, { replicas: { min: 0, max: 9 }, cost: 2 * price + 1 + i })),
    [plain('m', 1)],
  );
  const prices = { s0: [{ memory: price }], s1: [{ memory: 2 * price + 1 }] };
  const argument: Priced = { by: 'prices', unit: 1, levels: [0], prices };
  const proven = Number(((2n * BigInt(price) + 1n) * (whole / 6n) + whole - 1n) / whole);
  expect(proven).toBeLessThan(price / 3);
  expect(checkEvidence(asked, claim(asked, proven), evidenceOf(asked, proven, argument))).toEqual([]);
  expect(checkEvidence(asked, claim(asked, proven + 1), evidenceOf(asked, proven + 1, argument))).not.toEqual([]);
});

/** Any argument at all, many of them no argument. */
const anyArgument: fc.Arbitrary<Argument> = fc.oneof(
  fc.record({
    by: fc.constant('prices' as const),
    unit: fc.constantFrom(1, 1, 2, 3, 0, -1, 0.5),
    levels: fc.constantFrom([0], [0], [0, 5], [0, 1, 5], [], [1], [5, 0], [0, 0.5], [-1, 3]),
    prices: fc.dictionary(
      fc.constantFrom(...serverNames),
      fc.array(
        fc.dictionary(
          fc.constantFrom(...resources, 'nothing'),
          fc.oneof({ weight: 9, arbitrary: fc.nat({ max: 9 }) }, fc.constantFrom(-1, -5, 0.5, Number.NaN)),
          { maxKeys: 3 },
        ),
        { maxLength: 3 },
      ),
    ),
  }),
  fc.record({
    by: fc.constant('columns' as const),
    most: fc.constantFrom(0, 1, 1, 2, 3, 4, 5, -1),
    values: fc.dictionary(
      fc.constantFrom(...modelNames),
      fc.oneof({ weight: 9, arbitrary: fc.nat({ max: 3 }) }, fc.constantFrom(-1, 0.5)),
    ),
  }),
  fc.record({ by: fc.constant('copies' as const), model: fc.constantFrom(...modelNames) }),
  fc.constantFrom({ by: 'bases' as const }, { by: 'exhaustion' as const, steps: 1 }),
);

const anyBase: fc.Arbitrary<BaseEvidence> = fc.oneof(
  fc.record({
    by: fc.constant('copies' as const),
    base: fc.nat({ max: 4 }),
    model: fc.constantFrom(...modelNames),
  }),
  fc.record({
    by: fc.constant('volume' as const),
    base: fc.nat({ max: 4 }),
    resource: fc.constantFrom(...resources),
    threshold: fc.oneof(fc.nat({ max: 2 ** 30 }), fc.constantFrom(0, 2 ** 29, 2 ** 30)),
  }),
);

test('nothing proves more than the best placement costs', { timeout: patience }, async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(
      tiny,
      fc.array(fc.tuple(anyArgument, fc.dictionary(fc.constantFrom(...serverNames), anyBase, { maxKeys: 2 })), {
        minLength: 40,
        maxLength: 40,
      }),
      async (drawn, guesses) => {
        const asked: Problem = { ...drawn, policy: { survive: 'none' } };
        const { placement, evidence } = await solveWithEvidence(asked);
        if (placement.unplaced.length > 0 || placement.certificate.used !== bruteForce(asked)) return;
        const given = evidence().components;
        for (const [i, component] of placement.certificate.components.entries()) {
          const lowerBound = component.used + 1;
          const bold = (one: ComponentEvidence): string[] => {
            const components = placement.certificate.components.with(i, { ...component, lowerBound });
            const claimed = { ...placement, certificate: { ...placement.certificate, components } };
            return checkEvidence(asked, claimed, {
              version: 1,
              shortages: [],
              components: given.with(i, { ...one, lowerBound }),
            });
          };
          expect(bold(given[i]!)).not.toEqual([]);
          for (const [argument, bases] of guesses) {
            const own = Object.fromEntries(Object.entries(bases).filter(([name]) => component.servers.includes(name)));
            expect(bold({ ...given[i]!, argument, bases: own })).not.toEqual([]);
            expect(bold({ ...given[i]!, argument })).not.toEqual([]);
            seen.set(argument.by, (seen.get(argument.by) ?? 0) + 1);
          }
        }
      },
    ),
    { seed: 23, numRuns: 100 },
  );
  expect(Math.min(...seen.values())).toBeGreaterThan(100);
});

test('no threshold shows a base that is higher than the least', { timeout: patience }, () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(sizes, fc.nat({ max: 2 ** 29 }), (list, any) => {
      const asked = problem(
        [server('s0', 12, { replicas: { min: 0, max: 9 } })],
        list.map((size, i) => plain(`m${i}`, size)),
      );
      const base = bruteForce(asked)! + 1;
      for (const threshold of [any, 0, ...list.map((size) => Math.floor((size * 2 ** 30) / 12))]) {
        const bases = { s0: { by: 'volume', base, resource: 'memory', threshold } } as const;
        const [component] = evidenceOf(asked, base, { by: 'bases' }).components;
        const evidence: Evidence = { version: 1, shortages: [], components: [{ ...component!, bases }] };
        expect(checkEvidence(asked, claim(asked, base), evidence)).not.toEqual([]);
      }
    }),
    { seed: 24, numRuns: 400 },
  );
});

test('prices that were tampered with are refused', { timeout: patience }, async () => {
  const asked = largeProblem({ models: 1500, servers: 10, perOrdinal: 25, surge: true, seed: 1 });
  const { placement, evidence } = await solveWithEvidence(asked, 'fast');
  const [component] = JSON.parse(JSON.stringify(evidence().components)) as [ComponentEvidence];
  const { argument } = component;
  if (argument.by !== 'prices') throw new Error('another argument was expected');
  expect(checkEvidence(asked, placement, { version: 1, shortages: [], components: [component] })).toEqual([]);
  const { servers, lowerBound } = component;
  const { unit, levels, prices } = argument;
  const byCost = asked.servers.toSorted((a, b) => a.cost - b.cost);
  const [cheap, dear] = [byCost.at(0)!.name, byCost.at(-1)!.name];
  const but = (changed: Partial<Priced>): Partial<ComponentEvidence> => ({ argument: { ...argument, ...changed } });
  const priced = (change: (prices: Prices) => Prices): Partial<ComponentEvidence> =>
    but({ prices: { ...prices, [dear]: prices[dear]!.map(change) } });
  const changes: Readonly<Record<string, Partial<ComponentEvidence>>> = {
    'a bound one higher': { lowerBound: lowerBound + 1 },
    'a server less': { servers: servers.slice(1) },
    'servers in another order': { servers: servers.toReversed() },
    'a base that nothing shows': { bases: { [dear]: { by: 'copies', base: 50, model: 'nobody' } } },
    'a server that asks nothing': priced(() => ({})),
    'a server that asks more': priced((own) => ({ ...own, slots: 2 ** 24 })),
    'prices of other servers': but({ prices: { ...prices, [dear]: prices[cheap]!, [cheap]: prices[dear]! } }),
    'prices below 0': priced((own) => ({ ...own, disk: -1 })),
    'prices of no resource': priced((own) => ({ ...own, nothing: 1 })),
    'a coarser unit': but({ unit: unit * 2 }),
    'a finer unit': but({ unit: unit / 2 }),
    'levels that leave some T out': but({ levels: levels.map((begin) => begin + 1) }),
    'a level without prices': but({ levels: [...levels, levels.at(-1)! + 500] }),
    'another argument': { argument: { by: 'bases' } },
  };
  for (const [name, change] of Object.entries(changes)) {
    const changed = { ...component, ...change };
    const claimed = { ...placement.certificate.components[0]!, lowerBound: changed.lowerBound };
    const certificate = { ...placement.certificate, components: [claimed] };
    const faults = checkEvidence(
      asked,
      { ...placement, certificate },
      { version: 1, shortages: [], components: [changed] },
    );
    expect(faults, name).not.toEqual([]);
  }
  expect(checkEvidence(asked, placement, { version: 1, shortages: [], components: [] })).not.toEqual([]);
});

test('evidence of two components is refused in the other order', async () => {
  const pool = (name: string, memory: number): ProblemServer =>
    server(name, memory, { replicas: { min: 0, max: 9 }, capabilities: [name] });
  const models = ['a', 'b'].flatMap((word) =>
    Array.from({ length: word === 'a' ? 5 : 9 }, (_, i) => model(`${word}${i}`, 9, { requires: [word] })),
  );
  const asked = problem([pool('a', 40), pool('b', 30)], models);
  const { placement, evidence } = await solveWithEvidence(asked);
  const { components } = evidence();
  expect(components).toHaveLength(2);
  expect(checkEvidence(asked, placement, { version: 1, shortages: [], components })).toEqual([]);
  expect(
    checkEvidence(asked, placement, { version: 1, shortages: [], components: components.toReversed() }),
  ).not.toEqual([]);
});
