import { expect, test } from 'vitest';
import type { Problem, Unplaced } from '../../src/ir/index.ts';
import { explain } from '../../src/place/explain/explain.ts';
import { Trials } from '../../src/place/explain/remedies.ts';
import { solve, solveWithEvidence } from '../../src/place/index.ts';
import { settleAll } from '../../src/place/search/settle.ts';
import { buildInstance } from '../../src/place/state/instance.ts';
import { checkEvidence } from '../checker/check-evidence.ts';
import { checkPlacement } from '../checker/check-placement.ts';
import { largeProblem } from '../support/large-problem.ts';
import { model, plain, problem, server } from '../support/problems.ts';

async function unplaced(asked: Problem): Promise<Unplaced> {
  const placement = await solve(asked);
  expect(checkPlacement(asked, placement)).toEqual([]);
  expect(placement.unplaced).toHaveLength(1);
  return placement.unplaced[0]!;
}

function remedies({ remedies: list }: Unplaced): unknown[] {
  return list.map(({ kind, server: where, value }) => [kind, where, value]);
}

test('a pin to what is not there, with the name that was meant', async () => {
  const { reasons } = await unplaced(problem([server('cpu-large', 100)], [model('a', 1, { server: 'cpu-lagre' })]));
  expect(reasons).toEqual([
    {
      step: 'pin',
      message: 'It is pinned to `cpu-lagre`, and there is no such server. Did you mean `cpu-large`?',
      left: [],
      nearest: 'cpu-large',
    },
  ]);
});

test('capabilities: the nearest miss, and the spelling that was meant', async () => {
  const servers = [server('a', 100, { capabilities: ['onnx', 'eu'] }), server('b', 100, { capabilities: ['sklearn'] })];
  const found = await unplaced(problem(servers, [model('m', 1, { requires: ['onxx', 'eu'] })]));
  expect(found.reasons).toEqual([
    {
      step: 'capabilities',
      message: 'It requires `eu`, `onxx`; `a` comes nearest and lacks `onxx`. Did you mean `onnx`?',
      left: [],
      nearest: 'a',
    },
  ]);
  expect(found.remedies).toEqual([
    { kind: 'capability', server: 'a', message: 'require `onnx`, which `a` offers, in place of `onxx`' },
  ]);
});

test('the funnel tells which servers each step leaves', async () => {
  const servers = [
    server('cpu', 400, { capabilities: ['onnx'] }),
    server('gpu', 100, { capabilities: ['onnx'], capacity: { memory: 100, gpuMemory: 16, slots: null, disk: null } }),
    server('other', 999),
  ];
  const { reasons } = await unplaced(problem(servers, [plain('m', 120, { gpuMemory: 8, requires: ['onnx'] })]));
  expect(reasons.map(({ step, left, shortfall, nearest }) => ({ step, left, shortfall, nearest }))).toEqual([
    { step: 'capabilities', left: ['cpu', 'gpu'], shortfall: undefined, nearest: 'other' },
    { step: 'memory', left: ['cpu'], shortfall: 20, nearest: 'gpu' },
    { step: 'gpuMemory', left: [], shortfall: 8, nearest: 'cpu' },
  ]);
});

test('copies: as many replicas as copies', async () => {
  const found = await unplaced(problem([server('cpu', 100)], [plain('m', 10, { replicas: { min: 3, max: 3 } })]));
  expect(found.reasons).toMatchObject([{ step: 'copies', shortfall: 2, nearest: 'cpu', left: [] }]);
  expect(remedies(found)).toEqual([['replicas', 'cpu', 3]]);
});

test('memory: what surge needs on top is said and counted', async () => {
  const found = await unplaced(problem([server('cpu', 100, { workers: 2 })], [model('m', 30)]));
  expect(found.reasons).toEqual([
    {
      step: 'memory',
      message:
        'It needs 30 MiB of memory on each of 2 workers and 30 MiB on top while a new version loads beside the old, where an empty replica of `cpu` has 100 MiB.',
      left: [],
      shortfall: 20,
      nearest: 'cpu',
    },
  ]);
  expect(remedies(found)).toEqual([
    ['update', undefined, undefined],
    ['memory', undefined, 25],
  ]);
});

test('disk: the artifact counts twice', async () => {
  const pool = server('cpu', 100, { capacity: { memory: 100, gpuMemory: 0, slots: null, disk: 50 } });
  const found = await unplaced(problem([pool], [plain('m', 1, { disk: 30 })]));
  expect(found.reasons).toMatchObject([{ step: 'disk', shortfall: 10 }]);
  expect(remedies(found)).toEqual([['disk', undefined, 25]]);
});

test('room: the nearest ordinal, and every way out that was checked', async () => {
  const asked = problem([server('cpu', 100)], [plain('a', 60), plain('b', 50)]);
  const found = await unplaced(asked);
  expect(found).toMatchObject({
    model: 'b',
    reasons: [
      {
        step: 'room',
        message:
          '`cpu` could hold it, but there is no room left: `cpu/0` comes nearest and lacks 10 MiB of memory. All models together want 110 MiB of memory; `cpu` holds 100 MiB.',
        left: [],
        shortfall: 10,
        nearest: 'cpu',
      },
    ],
  });
  expect(remedies(found)).toEqual([
    ['replicas', 'cpu', 2],
    ['memory', undefined, 40],
  ]);
});

test('a set: the smallest group that its servers cannot hold', async () => {
  const words = ['gpu', 'triton'];
  const servers = [
    server('cpu', 1000, { replicas: { min: 1, max: 9 } }),
    server('one', 40, { capabilities: words }),
    server('two', 40, { capabilities: [...words, 'eu'] }),
  ];
  const models = [
    ...Array.from({ length: 12 }, (_, i) => plain(`m${10 + i}`, 8, { requires: ['triton', 'gpu'] })),
    plain('other', 500),
  ];
  const { unplaced: found } = await solve(problem(servers, models));
  expect(found).toHaveLength(2);
  expect(found[0]!.reasons.at(-1)!.message).toContain(
    'The 12 models that need `gpu` and `triton` want 96 MiB of memory; `one` and `two` hold 80 MiB.',
  );
});

test('a group is of models that can go nowhere else, and the one in question is among them', async () => {
  const servers = [server('a', 200), server('b', 200, { replicas: { min: 2, max: 2 } })];
  const pinned = ['p1', 'p2'].map((name) => plain(name, 101, { server: 'a' }));
  const models = [...pinned, plain('y1', 60), plain('y2', 60), plain('m', 150)];
  const previous = { p1: { at: ['a/0'] }, y1: { at: ['b/0'] }, y2: { at: ['b/1'] } };
  const asked = problem(servers, models, { moves: 0, previous });
  const { placement, evidence } = await solveWithEvidence(asked);
  expect(checkEvidence(asked, placement, evidence())).toEqual([]);
  const [m, p2] = placement.unplaced;
  expect(m).toMatchObject({ model: 'm', proof: null });
  expect(m!.reasons.at(-1)!.message).toBe('It would fit if one other model a change moved; the limit is 0.');
  expect(p2).toMatchObject({ model: 'p2', proof: 'total' });
  expect(p2!.reasons.at(-1)!.message).toContain(
    'The 2 models that can only go to `a` want 202 MiB of memory; `a` holds 200 MiB.',
  );
});

test('what one without a place leaves free, others take', async () => {
  const pool = server('s', 100, { replicas: { min: 2, max: 2 } });
  const models = [plain('a', 60, { replicas: { min: 2, max: 2 } }), plain('b', 50), plain('f', 90)];
  const previous = { a: { at: ['s/0'] }, f: { at: ['s/1'] } };
  const found = await unplaced(problem([pool], models, { moves: 0, previous }));
  expect(found.model).toBe('a');
});

test('slots: one more', async () => {
  const pool = server('cpu', 100, { capacity: { memory: 100, gpuMemory: 0, slots: 1, disk: null } });
  const found = await unplaced(problem([pool], [plain('a', 10), plain('b', 10)]));
  expect(found.reasons).toMatchObject([{ step: 'room', shortfall: 1 }]);
  expect(remedies(found)).toEqual([
    ['replicas', 'cpu', 2],
    ['slots', 'cpu', 2],
  ]);
});

test('moves: the least E that would do', async () => {
  const pool = server('cpu', 100, { replicas: { min: 2, max: 2 } });
  const asked = problem([pool], [plain('a', 30), plain('b', 30), plain('c', 30), plain('d', 10), plain('new', 90)], {
    moves: 0,
    changed: ['new'],
    previous: { a: { at: ['cpu/0'] }, b: { at: ['cpu/0'] }, c: { at: ['cpu/1'] }, d: { at: ['cpu/1'] } },
  });
  const found = await unplaced(asked);
  expect(found.reasons.map(({ step, left }) => ({ step, left }))).toEqual([
    { step: 'room', left: ['cpu'] },
    { step: 'moves', left: [] },
  ]);
  expect(remedies(found)[0]).toEqual(['moves', undefined, 1]);
  expect((await solve({ ...asked, moves: 1 })).unplaced).toEqual([]);
});

test('many unplaced models cost little: ways out of its own for the first of them, one for all', async () => {
  const models = Array.from({ length: 80 }, (_, i) => plain(`m${i}`, 60));
  const pool = server('cpu', 100, { replicas: { min: 10, max: 10 } });
  const { unplaced: found } = await solve(problem([pool], models));
  expect(found).toHaveLength(70);
  expect(found.every(({ reasons }) => reasons.length === 1)).toBe(true);
  expect(found.filter(({ remedies: list }) => list.length > 1)).toHaveLength(20);
  for (const one of found) {
    expect(one.remedies.at(-1)).toEqual({
      kind: 'replicas',
      server: 'cpu',
      value: 80,
      message: 'give `cpu` 80 replicas in place of 10, which places the others too',
    });
  }
  const enough = { ...pool, replicas: { min: 80, max: 80 } };
  expect((await solve(problem([enough], models))).unplaced).toEqual([]);
});

test('a fleet that lacks room answers in about as many steps as it takes to see that', {
  timeout: 60_000,
}, async () => {
  const wide = largeProblem({ models: 700, servers: 6, perOrdinal: 25, surge: true, seed: 1 });
  const { servers: bases } = await solve(wide, 'fast');
  const servers = wide.servers.map((one) => {
    const count = Math.floor(bases[one.name]!.base * 0.9);
    return { ...one, replicas: { min: count, max: count } };
  });
  const instance = buildInstance({ ...wide, servers }, 'fast');
  const { packing, unplaced: without, spent } = await settleAll(instance);
  const trials = new Trials(instance, packing, spent);
  await explain(instance, packing, without, trials);
  expect(without.length).toBeGreaterThan(30);
  expect(trials.spent).toBeLessThan(20_000_000);
});
