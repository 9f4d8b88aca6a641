import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Placement, Problem } from '../../src/ir/index.ts';
import { solve, solveWithEvidence } from '../../src/place/index.ts';
import { bruteForce } from '../checker/brute-force.ts';
import { checkEvidence } from '../checker/check-evidence.ts';
import { checkPlacement } from '../checker/check-placement.ts';
import { largeProblem } from '../support/large-problem.ts';
import { after, model, plain, problem, problems, server, strangeHistories } from '../support/problems.ts';

const tiny = problems({ servers: 3, models: 7, replicas: 4 });
const small = problems({ servers: 4, models: 12, replicas: 4 });
const patience = 60_000;

async function solved(asked: Problem): Promise<Placement> {
  const { placement, evidence } = await solveWithEvidence(asked);
  expect(checkPlacement(asked, placement)).toEqual([]);
  expect(checkEvidence(asked, placement, evidence())).toEqual([]);
  return placement;
}

function names({ unplaced }: Placement): string[] {
  return unplaced.map(({ model: name }) => name);
}

test('every placement is legal', { timeout: patience }, async () => {
  await fc.assert(
    fc.asyncProperty(small, async (asked) => {
      await solved(asked);
    }),
    { seed: 1, numRuns: 60 },
  );
});

test(
  'against trying everything: as good, and proven to be',
  async () => {
    const seen = { feasible: 0, missed: 0, optimal: 0, proven: 0 };
    await fc.assert(
      fc.asyncProperty(tiny, async (drawn) => {
        const asked: Problem = { ...drawn, policy: { survive: 'none' } };
        const best = bruteForce(asked);
        if (best === undefined) return;
        seen.feasible++;
        const { certificate, unplaced } = await solved(asked);
        if (unplaced.length > 0) {
          seen.missed++;
          return;
        }
        expect(certificate.used).toBeGreaterThanOrEqual(best);
        expect(certificate.lowerBound).toBeLessThanOrEqual(best);
        if (certificate.used === best) seen.optimal++;
        if (certificate.gap === 0) seen.proven++;
      }),
      { seed: 2, numRuns: 500 },
    );
    expect(seen.feasible).toBeGreaterThan(100);
    expect(seen).toMatchObject({ missed: 0, optimal: seen.feasible, proven: seen.feasible });
  },
  patience,
);

test(
  'against trying everything: what has no place is proven to have none, and nothing else is',
  async () => {
    const seen = { without: 0, proven: 0 };
    await fc.assert(
      fc.asyncProperty(tiny, async (drawn) => {
        const { previous: _previous, changed: _changed, ...fresh } = drawn;
        const asked: Problem = { ...fresh, policy: { survive: 'none' } };
        const { unplaced } = await solved(asked);
        const lacksRoom = unplaced.filter(({ proof }) => proof !== 'alone');
        for (const { reasons } of lacksRoom) expect(reasons.at(-1)!.step).toBe('room');
        if (lacksRoom.length === 0) return;
        const alone = new Set(unplaced.filter(({ proof }) => proof === 'alone').map(({ model: name }) => name));
        expect(bruteForce({ ...asked, models: asked.models.filter(({ name }) => !alone.has(name)) })).toBeUndefined();
        seen.without++;
        if (lacksRoom.every(({ proof }) => proof !== null)) seen.proven++;
      }),
      { seed: 7, numRuns: 700 },
    );
    expect(seen.without).toBeGreaterThan(60);
    expect(seen.proven).toBe(seen.without);
  },
  patience,
);

/** The same problem with everything written in another order. */
function shuffled(asked: Problem, seed: number): Problem {
  const turn = <T>(list: readonly T[]): T[] => {
    const at = list.length === 0 ? 0 : seed % list.length;
    return [...list.slice(at), ...list.slice(0, at)].reverse();
  };
  const keys = <T extends object>(value: T): T => Object.fromEntries(turn(Object.entries(value))) as T;
  return keys({
    ...asked,
    servers: turn(asked.servers).map((one) => keys({ ...one, capabilities: turn(one.capabilities) })),
    models: turn(asked.models).map((one) => keys({ ...one, requires: turn(one.requires) })),
    ...(asked.previous && { previous: keys(asked.previous) }),
    ...(asked.changed && { changed: turn(asked.changed) }),
  });
}

test('the order in which a problem is written changes nothing', { timeout: patience }, async () => {
  await fc.assert(
    fc.asyncProperty(small, fc.nat(), async (asked, seed) => {
      const first = await solve(asked);
      expect(JSON.stringify(await solve(shuffled(asked, seed)))).toBe(JSON.stringify(first));
      const again = after(asked, first);
      expect(JSON.stringify(await solve(shuffled(again, seed)))).toBe(JSON.stringify(await solve(again)));
    }),
    { seed: 3, numRuns: 25 },
  );
});

test('a placement that is solved again stays, byte for byte', { timeout: patience }, async () => {
  await fc.assert(
    fc.asyncProperty(small, async (asked) => {
      const first = await solved(asked);
      const second = await solved(after(asked, first));
      if (first.unplaced.length === 0) expect(JSON.stringify(second)).toBe(JSON.stringify({ ...first, moves: [] }));
      else expect(names(first)).toEqual(expect.arrayContaining(names(second)));
    }),
    { seed: 4, numRuns: 40 },
  );
});

test('taking models away moves nothing', { timeout: patience }, async () => {
  await fc.assert(
    fc.asyncProperty(small, fc.nat(), async (asked, seed) => {
      const first = await solve(asked);
      const models = asked.models.filter((_, i) => (seed >> i) % 2 === 0);
      const second = await solved({ ...after(asked, first), models, changed: [] });
      const stood = models.filter(({ name }) => first.assignments[name]);
      for (const { name } of stood) expect(second.assignments[name]).toEqual(first.assignments[name]);
      for (const { name } of asked.servers) {
        if (asked.policy.survive === 'none') {
          expect(second.servers[name]!.base).toBeLessThanOrEqual(
            first.unplaced.length > 0 ? Number.POSITIVE_INFINITY : first.servers[name]!.base,
          );
        }
      }
    }),
    { seed: 5, numRuns: 30 },
  );
});

test('freeing room never makes a placed model unplaceable', { timeout: patience }, async () => {
  await fc.assert(
    fc.asyncProperty(small, fc.nat({ max: 11 }), fc.nat({ max: 2 }), async (asked, which, how) => {
      const first = await solve(asked);
      const more = asked.servers.map((one, s) =>
        s === which % asked.servers.length
          ? { ...one, capacity: { ...one.capacity, memory: one.capacity.memory + 9, slots: null, disk: null } }
          : one,
      );
      const smaller = asked.models.map((one, m) => (m === which % asked.models.length ? shrunk(one) : one));
      const freed: Problem = {
        ...after(asked, first),
        ...(how === 0 ? { servers: more } : {}),
        ...(how === 1 ? { models: smaller } : {}),
        ...(how === 2 ? { models: asked.models.filter((_, m) => m !== which) } : {}),
      };
      const second = await solved(freed);
      for (const name of names(second)) expect(first.assignments[name]).toBeUndefined();
    }),
    { seed: 6, numRuns: 30 },
  );
});

function shrunk(one: Problem['models'][number]): Problem['models'][number] {
  const memory = Math.floor(one.memory / 2);
  return { ...one, memory, peak: one.peak - one.memory + memory };
}

test('whatever stood before, the placement is legal', { timeout: patience }, async () => {
  const strange = strangeHistories({ servers: 4, models: 10, replicas: 4 });
  await fc.assert(
    fc.asyncProperty(strange, async (asked) => {
      await solved(asked);
    }),
    { seed: 11, numRuns: 300 },
  );
});

test('one that also stood on a server that is gone yields, and not its neighbour', async () => {
  const slots = server('one', 12, {
    replicas: { min: 2, max: 4 },
    capacity: { memory: 12, gpuMemory: 0, slots: 1, disk: null },
  });
  const previous = { a: { at: ['one/3'] }, b: { at: ['gone/2', 'one/3'] } };
  const asked = problem([slots], [plain('a', 6), plain('b', 3)], { moves: 0, changed: [], previous });
  expect((await solved(asked)).assignments['a']).toEqual(['one/3']);
});

test('random changes stay within the effort that is allowed', { timeout: patience }, async () => {
  await fc.assert(
    fc.asyncProperty(small, small, async (before, other) => {
      const first = await solve(before);
      const models = before.models.map((one, m) => (m % 3 === 0 ? (other.models[m] ?? one) : one));
      const named = models.map((one, m) => ({ ...one, name: before.models[m]!.name }));
      const changed = named.filter((one, m) => one.memory !== before.models[m]!.memory).map(({ name }) => name);
      await solved({ ...after(before, first), models: named, changed });
      await solved({ ...after(before, first), models: named });
      await solved({ ...after(before, first), servers: other.servers });
    }),
    { seed: 7, numRuns: 20 },
  );
});

test('a generated fleet is legal, fresh and after a change, and moves little', { timeout: patience }, async () => {
  const asked = largeProblem({ models: 1500, servers: 10, perOrdinal: 25, surge: true, seed: 1 });
  const first = await solved(asked);
  expect(first.unplaced).toEqual([]);
  const [grown] = asked.models.filter(({ residency }) => residency === 'always');
  const larger = { ...grown!, memory: grown!.memory + 200, peak: grown!.peak + 200 };
  const models = asked.models.map((one) => (one === grown ? larger : one));
  const second = await solved({ ...after(asked, first), models, changed: [larger.name] });
  expect(second.unplaced).toEqual([]);
  expect(new Set(second.moves.map((move) => move.model)).size).toBeLessThanOrEqual(2);
});

test('T counts once an ordinal: models that need as much while loading share it', async () => {
  const pool = server('cpu', 100, { replicas: { min: 1, max: 9 } });
  const asked = problem(
    [pool],
    [...'abcdefghi'].map((name) => model(name, 10)),
  );
  const { servers, certificate } = await solved(asked);
  expect(servers['cpu']).toEqual({ base: 1 });
  expect(certificate.gap).toBe(0);
  const tenth = await solved({ ...asked, models: [...asked.models, model('j', 10)] });
  expect(tenth.certificate).toMatchObject({ used: 2, lowerBound: 2, gap: 0 });
});

test('a model that grows moves itself, not its neighbours', async () => {
  const pool = server('cpu', 100, { replicas: { min: 2, max: 3 } });
  const models = [plain('a', 60), plain('b', 40), plain('c', 30)];
  const asked = problem([pool], models, {
    previous: { a: { at: ['cpu/0'] }, b: { at: ['cpu/0'] }, c: { at: ['cpu/1'] } },
    changed: ['b'],
  });
  const { assignments, moves } = await solved({ ...asked, models: [models[0]!, plain('b', 50), models[2]!] });
  expect(assignments).toEqual({ a: ['cpu/0'], b: ['cpu/1'], c: ['cpu/1'] });
  expect(moves).toEqual([{ model: 'b', from: 'cpu/0', to: 'cpu/1' }]);
});

test('another model moves before a new ordinal is opened, if it may', async () => {
  const pool = server('cpu', 100, { replicas: { min: 2, max: 3 } });
  const models = [plain('a', 60), plain('b', 30), plain('c', 40), plain('new', 70)];
  const asked = problem([pool], models, {
    previous: { a: { at: ['cpu/0'] }, b: { at: ['cpu/1'] }, c: { at: ['cpu/1'] } },
    changed: ['new'],
  });
  const moved = await solved(asked);
  expect(moved.servers['cpu']).toEqual({ base: 2 });
  expect(moved.moves).toEqual([{ model: 'c', from: 'cpu/1', to: 'cpu/0' }]);
  const still = await solved({ ...asked, moves: 0 });
  expect(still.servers['cpu']).toEqual({ base: 3 });
  expect(still.moves).toEqual([]);
});

test('further copies go above the base first, the most loaded model before others', async () => {
  const pool = server('cpu', 100, { replicas: { min: 1, max: 2 } });
  const models = [
    plain('calm', 40, { replicas: { min: 1, max: 2 } }),
    plain('hot', 60, { replicas: { min: 1, max: 3 }, load: 9 }),
  ];
  const { assignments, spare, servers } = await solved(problem([pool], models));
  expect(assignments).toEqual({ calm: ['cpu/0'], hot: ['cpu/0'] });
  expect(spare).toEqual({ calm: ['cpu/1'], hot: ['cpu/1'] });
  expect(servers['cpu']).toEqual({ base: 1 });
  const tight = await solved(
    problem([pool], [models[0]!, plain('hot', 60, { ...models[1]!, memory: 60, load: 0 }), plain('x', 0)]),
  );
  expect(tight.spare['calm']).toEqual(['cpu/1']);
});

test('a model with one copy has a refuge where all that flee fit together', async () => {
  const pool = server('cpu', 100, { replicas: { min: 2, max: 2 } });
  const roomy = await solved(problem([pool], [plain('a', 30), plain('b', 30)]));
  expect(Object.keys(roomy.refuge)).toEqual(['a', 'b']);
  const tight = await solved(problem([pool], [plain('a', 60), plain('b', 60)]));
  expect(tight.refuge).toEqual({});
});

test('survive: replica opens an ordinal that takes in what any other loses', async () => {
  const pool = server('cpu', 100, { replicas: { min: 1, max: 3 } });
  const asked = problem([pool], [plain('a', 60), plain('b', 40)], { policy: { survive: 'replica' } });
  const safe = await solved(asked);
  expect(safe.servers['cpu']).toEqual({ base: 2 });
  expect(Object.keys(safe.refuge)).toEqual(['a', 'b']);
  const fixed = await solved({ ...asked, servers: [server('cpu', 100)] });
  expect(names(fixed)).toEqual(['a', 'b']);
  expect(fixed.unplaced[0]!.remedies.map(({ kind, value }) => ({ kind, value }))).toEqual([
    { kind: 'replicas', value: 2 },
  ]);
});

test('an overcommitted server holds more onDemand models than its memory', async () => {
  const pool = server('cpu', 100, { overcommit: 50 });
  const models = ['a', 'b', 'c'].map((name) => plain(name, 50, { residency: 'onDemand' }));
  expect((await solved(problem([pool], models))).unplaced).toEqual([]);
  expect(names(await solved(problem([server('cpu', 100)], models)))).toHaveLength(1);
});

test('where bases are fixed, models spread, and nearly all have a refuge', async () => {
  const pools = ['a', 'b', 'c', 'd'].map((name, i) =>
    server(name, 1000 + 500 * i, { replicas: { min: 5, max: 5 }, capabilities: [`zone-${i % 2}`] }),
  );
  const models = Array.from({ length: 400 }, (_, i) =>
    plain(`m${i}`, 20 + ((i * 37) % 80), {
      requires: i % 3 === 0 ? [`zone-${i % 2}`] : [],
      replicas: i % 10 === 0 ? { min: 2, max: 2 } : { min: 1, max: 1 },
    }),
  );
  const asked = problem(pools, models);
  const placement = await solved(asked);
  const fill = fills(asked, placement);
  expect(Math.max(...fill) - Math.min(...fill)).toBeLessThan(0.1);
  expect(Object.keys(placement.refuge)).toHaveLength(360);
  expect(placement.certificate).toMatchObject({ gap: 0, method: 'min' });
});

test('a new model goes where most is left, if that costs nothing', async () => {
  const pool = server('cpu', 100, { replicas: { min: 3, max: 4 } });
  const asked = problem([pool], [plain('a', 60), plain('b', 20), plain('c', 40), plain('new', 10)], {
    previous: { a: { at: ['cpu/0'] }, b: { at: ['cpu/1'] }, c: { at: ['cpu/2'] } },
  });
  expect((await solved(asked)).assignments['new']).toEqual(['cpu/1']);
});

test('above the least base a new model goes where least is left, so that the emptiest may close', async () => {
  const pool = server('cpu', 100, { replicas: { min: 0, max: 4 } });
  const asked = problem([pool], [plain('a', 60), plain('b', 20), plain('c', 40), plain('new', 10)], {
    previous: { a: { at: ['cpu/0'] }, b: { at: ['cpu/1'] }, c: { at: ['cpu/2'] } },
  });
  expect((await solved(asked)).assignments['new']).toEqual(['cpu/0']);
});

test('ordinals that are needed anyway are filled evenly', async () => {
  const pool = server('cpu', 100, { replicas: { min: 1, max: 9 } });
  const models = Array.from({ length: 29 }, (_, i) => plain(`m${i}`, 10));
  const asked = problem([pool], models);
  const placement = await solved(asked);
  expect(placement.servers['cpu']).toEqual({ base: 3 });
  expect(fills(asked, placement).sort()).toEqual([0.9, 1, 1]);
  const fewer = problem([pool], models.slice(0, 24));
  expect(fills(fewer, await solved(fewer))).toEqual([0.8, 0.8, 0.8]);
});

/** How full each ordinal below the bases is. */
function fills({ servers, models }: Problem, { assignments, servers: chosen }: Placement): number[] {
  return servers.flatMap(({ name, capacity }) =>
    Array.from({ length: chosen[name]!.base }, (_, k) => {
      const here = models.filter((one) => assignments[one.name]?.includes(`${name}/${k}`));
      return here.reduce((sum, one) => sum + one.memory, 0) / capacity.memory;
    }),
  );
}
