import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Placement, Problem, ProblemModel } from '../../src/ir/index.ts';
import { solve } from '../../src/place/index.ts';
import { checkPlacement } from '../checker/check-placement.ts';
import { largeProblem } from '../support/large-problem.ts';
import { after, plain, problem, problems, server } from '../support/problems.ts';
import { Random } from '../support/random.ts';

const patience = 60_000;

async function solved(asked: Problem): Promise<Placement> {
  const placement = await solve(asked);
  expect(checkPlacement(asked, placement)).toEqual([]);
  return placement;
}

const pool = server('cpu', 100, { replicas: { min: 1, max: 9 } });
/** Three ordinals whose models would fit two, if two of them moved. */
const loose = problem([pool], [plain('a', 40), plain('b', 50), plain('c', 30), plain('d', 30)], {
  previous: { a: { at: ['cpu/0'] }, b: { at: ['cpu/1'] }, c: { at: ['cpu/2'] }, d: { at: ['cpu/2'] } },
  changed: ['a'],
});

test('a move that is left over empties the last ordinal, and the next goes on until it closes', async () => {
  const first = await solved(loose);
  expect(first.moves).toEqual([{ model: 'c', from: 'cpu/2', to: 'cpu/1' }]);
  expect(first.servers['cpu']).toEqual({ base: 3 });
  const second = await solved({ ...after(loose, first), changed: ['b'] });
  expect(second.moves).toEqual([{ model: 'd', from: 'cpu/2', to: 'cpu/0' }]);
  expect(second.servers['cpu']).toEqual({ base: 2 });
  const third = await solved({ ...after(loose, second), changed: ['b'] });
  expect(third.moves).toEqual([]);
});

test('an ordinal closes at once where enough models may move', async () => {
  const { moves, servers } = await solved({ ...loose, moves: 2 });
  expect(moves).toHaveLength(2);
  expect(servers['cpu']).toEqual({ base: 2 });
});

test('nothing moves without a change, nor where the ordinal could not be emptied', async () => {
  expect((await solved({ ...loose, changed: [] })).moves).toEqual([]);
  expect((await solved({ ...loose, moves: 0 })).moves).toEqual([]);
  const stuck = loose.models.with(1, plain('b', 65)).with(3, plain('d', 70));
  expect((await solved({ ...loose, models: stuck })).moves).toEqual([]);
});

test('nothing moves where that would cost more moves than the ordinal is worth', async () => {
  const crowd = Array.from({ length: 7 }, (_, i) => plain(`m${i}`, 3));
  const asked = problem([pool], [plain('a', 10), plain('b', 90), ...crowd], {
    previous: {
      a: { at: ['cpu/0'] },
      b: { at: ['cpu/1'] },
      ...Object.fromEntries(crowd.map(({ name }) => [name, { at: ['cpu/2'] }])),
    },
    changed: ['a'],
  });
  expect((await solved(asked)).moves).toEqual([]);
  const fewer = { ...asked, models: asked.models.slice(0, -1) };
  expect((await solved(fewer)).moves).toHaveLength(1);
});

test('what is in the way of a model that leaves goes first', async () => {
  const servers = [pool, server('onnx', 100, { replicas: { min: 1, max: 9 }, capabilities: ['onnx'] })];
  const onnx = { requires: ['onnx'] };
  const models = [plain('p', 60), plain('q', 30), plain('r', 60, onnx), plain('t', 30, onnx)];
  const asked = problem(servers, models, {
    previous: { p: { at: ['cpu/0'] }, q: { at: ['onnx/0'] }, r: { at: ['onnx/0'] }, t: { at: ['onnx/1'] } },
    changed: ['p'],
  });
  const first = await solved(asked);
  expect(first.moves).toEqual([{ model: 'q', from: 'onnx/0', to: 'cpu/0' }]);
  const second = await solved({ ...after(asked, first), changed: ['p'] });
  expect(second.moves).toEqual([{ model: 't', from: 'onnx/1', to: 'onnx/0' }]);
  expect(second.servers['onnx']).toEqual({ base: 1 });
});

test('an ordinal that others flee to stays', async () => {
  const asked: Problem = { ...loose, moves: 9, policy: { survive: 'replica' } };
  const { moves, servers, refuge } = await solved(asked);
  expect(moves).toEqual([]);
  expect(servers['cpu']).toEqual({ base: 3 });
  expect(Object.keys(refuge)).toEqual(['a', 'b', 'c', 'd']);
});

test('nothing moves to where another replica would be needed to flee to', async () => {
  const models = [
    plain('m', 30),
    plain('x', 1, { server: 't', replicas: { min: 2, max: 2 } }),
    plain('y', 90, { server: 't', replicas: { min: 2, max: 2 } }),
  ];
  for (const max of [3, 9]) {
    const servers = [
      server('s', 100, { replicas: { min: 0, max: 10 }, cost: 5 }),
      server('t', 100, { replicas: { min: 3, max }, cost: 20 }),
    ];
    const previous = { m: { at: ['s/0'] }, y: { at: ['t/1', 't/2'] } };
    const asked = problem(servers, models, { moves: 1, policy: { survive: 'replica' }, previous });
    const { certificate, unplaced } = await solved(asked);
    expect({ used: certificate.used, unplaced }).toEqual({ used: 70, unplaced: [] });
  }
});

test('moves never cost anything, change after change', { timeout: patience }, async () => {
  const small = problems({ servers: 4, models: 12, replicas: 4 });
  await fc.assert(
    fc.asyncProperty(small, fc.integer({ min: 1, max: 3 }), fc.nat(), async (drawn, moves, seed) => {
      const asked: Problem = { ...drawn, moves };
      let placement = await solve(asked);
      const random = new Random(seed);
      for (let commit = 0; commit < 4; commit++) {
        const next = { ...after(asked, placement), changed: [random.pick(asked.models).name] };
        const still = await solved({ ...next, moves: 0 });
        placement = await solved(next);
        expect(placement.unplaced.length).toBeLessThanOrEqual(still.unplaced.length);
        if (placement.unplaced.length === still.unplaced.length) {
          expect(placement.certificate.used).toBeLessThanOrEqual(still.certificate.used);
        }
      }
    }),
    { seed: 9, numRuns: 40 },
  );
});

/** Another size for some model, or the like of one in the place of another. */
function commit(asked: Problem, random: Random, name: string): Problem {
  const at = random.int(asked.models.length);
  const one = asked.models[at]!;
  if (random.chance(50)) {
    const models = [...asked.models.toSpliced(at, 1), { ...random.pick(asked.models), name }];
    return { ...asked, models, changed: [name] };
  }
  const memory = Math.max(16, Math.min(2048, Math.round((one.memory * (50 + random.int(110))) / 100)));
  const grown: ProblemModel = { ...one, memory, peak: memory + one.peak - one.memory };
  return { ...asked, models: asked.models.with(at, grown), changed: [one.name] };
}

test('after many changes fleets cost little more than placed anew', { timeout: patience }, async () => {
  let cost = 0;
  let anew = 0;
  for (const seed of [1, 2, 3]) {
    let asked = largeProblem({ models: 400, servers: 5, perOrdinal: 25, surge: seed % 2 === 0, seed });
    let placement = await solve(asked, 'fast');
    const random = new Random(seed);
    for (let i = 0; i < 60; i++) {
      asked = commit(after(asked, placement), random, `new-${i}`);
      placement = await solve(asked, 'fast');
    }
    const { previous: _previous, changed: _changed, ...fresh } = asked;
    cost += placement.certificate.used;
    anew += (await solve(fresh)).certificate.used;
  }
  expect(cost).toBeLessThanOrEqual(1.05 * anew);
});
