import { expect, test } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import type { Fleet, Lock, Model } from '../../src/ir/index.ts';
import { parseProblem, reportUnplaced, solve, solverVersion, toProblem } from '../../src/place/index.ts';
import { expectGolden } from '../support/golden.ts';
import { aFleet, aModel, anEnvironment, aServer } from '../support/nodes.ts';

const fleet: Fleet = aFleet({
  servers: [
    aServer({ origin: { file: 'specs/servers.yaml', document: 0 } }),
    aServer({
      name: 'gpu',
      origin: { file: 'specs/servers.yaml', document: 1 },
      replicas: { min: 1, max: 3 },
      capacity: { memory: 8000, gpuMemory: 16_000, slots: 4, disk: 1000 },
      capabilities: ['onnx'],
      cost: 5,
    }),
  ],
  models: [
    aModel({ name: 'churn', replicas: { min: 1, max: 3 } }),
    aModel({ name: 'fraud', demand: { memory: 2500, peak: 2600, gpuMemory: 0, gpuPeak: 0, disk: 0 } }),
    aModel({ name: 'vision', requires: ['onnx'], server: 'gpu', residency: 'onDemand' }),
  ],
});

function lockOf(): Lock {
  const { problem, demands } = toProblem(fleet, undefined);
  return {
    version: 1,
    solver: solverVersion,
    servers: [],
    models: problem.models.map((one) => ({
      name: one.name,
      at: ['cpu/0'],
      spare: one.name === 'churn' ? ['cpu/1'] : [],
      demand: demands.get(one.name)!,
      current: {
        physical: one.name,
        memory: one.memory,
        peak: one.peak,
        artifact: { uri: 's3://example-models/x', store: 'artifacts', format: 'sklearn' },
      },
      former: [],
    })),
  };
}

test('a fleet as a problem', () => {
  const { problem } = toProblem(fleet, undefined);
  expectGolden('place/problem.json', `${JSON.stringify(problem, null, 2)}\n`);
  expect(parseProblem(JSON.parse(JSON.stringify(problem)))).toEqual({ problem });
});

test('what it solves to', async () => {
  expectGolden(
    'place/placement.json',
    `${JSON.stringify(await solve(toProblem(fleet, undefined).problem), null, 2)}\n`,
  );
});

test('with a lock come previous places, and what changed since', () => {
  const lock = lockOf();
  const [first, ...others] = fleet.models;
  const grown = { ...first!, demand: { ...first!.demand, memory: 120, peak: 120 } };
  const added = aModel({ name: 'zeta' });
  const { problem } = toProblem({ ...fleet, models: [grown, ...others, added] }, lock);
  expect(problem.changed).toEqual(['churn', 'zeta']);
  expect(problem.previous?.['churn']).toEqual({ at: ['cpu/0'], spare: ['cpu/1'] });
  expect(toProblem(fleet, lock).problem.changed).toEqual([]);
});

test('the hash of a demand depends on what is asked, not on how it is written', () => {
  const hash = (change: Partial<Model>): string =>
    toProblem({ ...fleet, models: [{ ...one, ...change }] }, undefined).demands.get(one.name)!;
  const one = aModel({ requires: ['x', 'y'] });
  expect(hash({})).toMatch(/^[0-9a-f]{12}$/);
  expect(hash({ requires: ['y', 'x'] })).toBe(hash({}));
  expect(hash({ load: 7 })).toBe(hash({}));
  const changes: readonly Partial<Model>[] = [
    ...(['memory', 'peak', 'gpuMemory', 'gpuPeak', 'disk'] as const).map((field) => ({
      demand: { ...one.demand, [field]: one.demand[field] + 1 },
    })),
    { update: 'recreate' },
    { residency: 'onDemand' },
    { server: 's' },
    { server: '' },
    { replicas: { min: 1, max: 2 } },
    { replicas: { min: 2, max: 2 } },
    { requires: ['x'] },
    { requires: ['x', 'z'] },
    { requires: ['xy'] },
    { requires: ['x', 'y', 'y'] },
    { requires: [] },
  ];
  expect(new Set([{}, ...changes].map(hash)).size).toBe(changes.length + 1);
});

test('hashes of many demands differ', () => {
  const models = Array.from({ length: 40_000 }, (_, i) =>
    aModel({
      name: `m${i}`,
      demand: { memory: i % 200, peak: i % 200, gpuMemory: Math.floor(i / 200), gpuPeak: 0, disk: 0 },
    }),
  );
  expect(new Set(toProblem({ ...fleet, models }, undefined).demands.values()).size).toBe(models.length);
});

test('an unplaced model is reported at the field that decided, with the way out', async () => {
  const { problem } = toProblem(fleet, undefined);
  const placement = await solve(problem);
  const diagnostics = new Diagnostics();
  reportUnplaced(fleet, problem, placement, diagnostics);
  expect(diagnostics.list()).toEqual([
    {
      code: 'STW1304',
      severity: 'error',
      message:
        'Model `fraud` cannot be placed: it needs 2500 MiB of memory and 2600 MiB on top while a new version loads beside the old, where an empty replica of `cpu` has 3840 MiB',
      origin: { file: 'specs/fleet.yaml', document: 0, pointer: '/spec/memory' },
      related: [
        {
          origin: { file: 'specs/servers.yaml', document: 0, pointer: '/spec/memory' },
          message: 'this server comes nearest: it would need 1260 MiB more',
        },
      ],
      help: 'What would place it: load its new versions after the old ones are gone (`update: recreate`), which interrupts it; or bring its memory down from 2500Mi to 1870Mi.',
    },
  ]);
});

test('what is not proven is not claimed', async () => {
  const { problem } = toProblem(fleet, undefined);
  const placement = await solve(problem);
  const reasons = [{ step: 'room', message: 'There is no room left.', left: [] }] as const;
  const diagnostics = new Diagnostics();
  const open = { ...placement, unplaced: [{ model: 'fraud', reasons, proof: null, remedies: [] }] };
  reportUnplaced(fleet, problem, open, diagnostics);
  expect(diagnostics.list()).toMatchObject([
    { code: 'STW1308', message: 'No place was found for model `fraud`: there is no room left' },
  ]);
});

test('nothing is reported where all is placed', async () => {
  const placed = aFleet({ environment: anEnvironment({ policy: { moves: 0, survive: 'replica' } }) });
  const { problem } = toProblem(placed, undefined);
  const placement = await solve(problem);
  const diagnostics = new Diagnostics();
  reportUnplaced(placed, problem, placement, diagnostics);
  expect(diagnostics.list()).toEqual([]);
  expect(placement.unplaced).toEqual([]);
});
