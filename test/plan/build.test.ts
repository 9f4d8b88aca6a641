import { describe, expect, it } from 'vitest';
import { type Artifact, type Lock, type Model, physicalName, type Version } from '../../src/ir/index.ts';
import { writeLock } from '../../src/lock/index.ts';
import { build } from '../support/build.ts';
import { expectGoldens } from '../support/golden.ts';
import { aRuntime } from '../support/nodes.ts';
import { shardsOf } from '../support/shards.ts';
import { fleet, type ModelChange, model, placementOf, server } from '../support/small-fleet.ts';

const cpu = server('cpu', 2, 1000);

/** Compiles model `a` as it is changed step by step, each time from the lock of the time before. */
function history(...changes: readonly ModelChange[]): readonly Lock['models'][number][] {
  let lock: Lock | undefined;
  return changes.map((change) => {
    const of = fleet([cpu], [model('a', 100, change)]);
    ({ lock } = build(of, placementOf(of, { a: ['cpu/0'] }), lock));
    const [only] = lock.models;
    if (only === undefined) throw new Error('the model is placed');
    return only;
  });
}

function version(of: string): ModelChange {
  return { storage: { version: of } };
}

function versions(models: readonly Lock['models'][number][]): readonly string[] {
  return models.map(({ current, former }) =>
    [current, ...former].map(({ artifact }) => artifact.version ?? '-').join(' '),
  );
}

describe('versions', () => {
  it('push the current one down, keep two and lose the oldest', () => {
    expect(versions(history(version('1'), version('2'), version('2'), version('3'), version('4')))).toEqual([
      '1',
      '2 1',
      '2 1',
      '3 2 1',
      '4 3 2',
    ]);
  });

  it('come back out of the former ones on a revert', () => {
    expect(versions(history(version('1'), version('2'), version('3'), version('1')))).toEqual([
      '1',
      '2 1',
      '3 2 1',
      '1 3 2',
    ]);
  });

  it('depend on all that says what to load, and on nothing else', () => {
    const artifact = { uri: 's3://example-models/a', store: 'artifacts', format: 'sklearn' };
    const [plain, ...others] = history(
      {},
      { demand: { memory: 200, peak: 300 }, limits: { timeout: 1 }, load: 9 },
      { parameters: { b: 1, a: { d: 1, c: 2 } } },
      { parameters: { a: { c: 2, d: 1 }, b: 1 } },
      { format: { name: 'sklearn', version: '1' } },
    );
    expect(plain?.current).toEqual({ physical: physicalName('a', artifact), artifact, memory: 100, peak: 100 });
    const names = others.map(({ current }) => current.physical);
    expect(names[0]).toBe(plain?.current.physical);
    expect(names[1]).toBe(physicalName('a', { ...artifact, parameters: { b: 1, a: { d: 1, c: 2 } } }));
    expect(names[2]).toBe(names[1]);
    expect(new Set(names).size).toBe(3);
    expect(others[0]?.current).toMatchObject({ memory: 200, peak: 300 });
  });

  it('need what a worker needs in the lock, and what all workers of a copy need in the plan', () => {
    const gpu = server('gpu', 1, 9000, { workers: 3, capacity: { memory: 9000, gpuMemory: 900 } });
    const demand = { peak: 150, gpuMemory: 10, gpuPeak: 20, disk: 5 };
    const v1 = fleet([gpu], [model('a', 100, { demand, ...version('1') })]);
    const v2 = fleet([gpu], [model('a', 200, { ...version('2'), demand: { peak: 250 } })]);
    const first = build(v1, placementOf(v1, { a: ['gpu/0'] }));
    const { plan, lock } = build(v2, placementOf(v2, { a: ['gpu/0'] }), first.lock);
    const needs = ({ physical: _physical, artifact: _artifact, ...rest }: Version): object => rest;
    expect(lock.models.flatMap(({ current, former }) => [current, ...former].map(needs))).toEqual([
      { memory: 200, peak: 250 },
      { memory: 100, ...demand },
    ]);
    expect(plan.servers[0]?.models.flatMap(({ current, former }) => [current, ...former].map(needs))).toEqual([
      { memory: 600, peak: 750 },
      { memory: 300, peak: 450, gpuMemory: 30, gpuPeak: 60, disk: 5 },
    ]);
  });

  it('keep one name where the name must stay, and all former ones', () => {
    const models = history(
      { rename: false, ...version('1') },
      { rename: false, ...version('2') },
      { rename: false, ...version('3') },
    );
    expect(versions(models)).toEqual(['1', '2 1', '3 2 1']);
    const all = models.flatMap(({ current, former }) => [current, ...former]);
    expect(all.map(({ loadedAs }) => loadedAs)).toEqual(Array(6).fill('a'));
    expect(all.map(({ physical, artifact }) => physical === physicalName('a', artifact))).toEqual(Array(6).fill(true));
    expect(new Set(all.map(({ physical }) => physical)).size).toBe(3);
  });

  it.each([
    ['the runtime cannot rename', { canRename: false }],
    ['the runtime loads nothing by name', { repositoryApi: 'none' as const }],
  ])('are in place where %s', (_, change) => {
    const of = fleet([cpu], [model('a', 100)], [aRuntime(change)]);
    const { plan } = build(of, placementOf(of, { a: ['cpu/0'] }));
    const physical = expect.stringMatching(/^a-[0-9a-f]{8}$/);
    expect(plan.servers[0]?.models[0]).toMatchObject({ update: 'inPlace', current: { physical, loadedAs: 'a' } });
    expect(plan.gateway.models[0]).toMatchObject({ physical, loadedAs: 'a', former: [] });
  });

  it('are all loaded by the rule that holds now, and one that only changes its name is no other', () => {
    const rename = history(
      { rename: true, ...version('1') },
      { rename: true, ...version('2') },
      { rename: false, ...version('2') },
      { rename: true, ...version('2') },
    );
    expect(versions(rename)).toEqual(['1', '2 1', '2 1', '2 1']);
    expect(rename.map(({ current, former }) => [current, ...former].map(({ loadedAs }) => loadedAs ?? '-'))).toEqual([
      ['-'],
      ['-', '-'],
      ['a', 'a'],
      ['-', '-'],
    ]);
    expect(new Set(rename.slice(1).map(({ current }) => current.physical)).size).toBe(1);
  });

  it.each([
    ['its store is gone', { store: 'other' }],
    ['it lies under another store', { uri: 's3://elsewhere/a' }],
    ['it lies beside its store', { uri: 's3://example-models-of-others/a' }],
    ['its URI has a user', { uri: 'https://user:hunter2@169.254.169.254/a' }],
    ['its URI leads out of the store', { uri: 's3://example-models/a/../../b' }],
    ['its URI has a query', { uri: 's3://example-models/a?x=y' }],
    ['its folder leads out of the store', { version: '../../b' }],
    ['its runtime does not know the format', { format: 'cobol' }],
    ['its runtime does not know the version of the format', { formatVersion: '99' }],
  ])('are nothing to fall back to where %s, though they may still serve', (_, change) => {
    const runtime = aRuntime({ formats: [{ name: 'sklearn', version: '1', priority: 1 }] });
    const of = fleet([cpu], [model('a', 100, version('3'))], [runtime]);
    const places = placementOf(of, { a: ['cpu/0'] });
    const [lock] = history(version('1'), version('2')).slice(1);
    if (lock === undefined) throw new Error('two compiles');
    const artifact: Artifact = { ...lock.current.artifact, ...change };
    const current: Version = { ...lock.current, artifact, physical: physicalName('a', artifact) };
    const before: Lock = { version: 1, solver: '1', servers: [], models: [{ ...lock, current }] };
    const { plan, lock: after } = build(of, places, before);
    expect(plan.servers[0]?.models[0]?.former.map((one) => one.artifact.version)).toEqual(['1']);
    expect(plan.gateway.models[0]?.former[0]).toBe(current.physical);
    expect(build(of, places, after).plan.gateway).toEqual(plan.gateway);
    expect(plan.transition.updated).toEqual(['a']);
  });

  it('survive a move to another server', () => {
    const gpu = server('gpu', 1, 1000);
    const v1 = fleet([cpu, gpu], [model('a', 100, version('1'))]);
    const v2 = fleet([cpu, gpu], [model('a', 100, version('2'))]);
    const first = build(v1, placementOf(v1, { a: ['cpu/0'] }));
    const second = build(v2, placementOf(v2, { a: ['cpu/0'] }), first.lock);
    const third = build(v2, placementOf(v2, { a: ['gpu/0'] }), second.lock);
    expect(versions(third.lock.models)).toEqual(['2 1']);
    expect(third.plan.servers.map(({ server: name, models }) => [name, models.length])).toEqual([
      ['cpu', 0],
      ['gpu', 1],
    ]);
  });
});

describe('the plan', () => {
  const gpu = server('gpu', 1, 2000, {
    replicas: { min: 1, max: 3 },
    workers: 2,
    cache: { size: 20_480, storageClass: 'fast' },
  });
  const models: readonly Model[] = [
    model('constructor', 100, { replicas: { min: 2, max: 2 }, limits: { concurrency: 4, timeout: 5 } }),
    model('fraud', 300, { demand: { peak: 400 }, parameters: { threads: 2 }, idempotent: false }),
    model('vision', 500, { replicas: { min: 1, max: 3 }, update: 'recreate', residency: 'onDemand' }),
  ];
  const of = fleet([cpu, gpu], models);
  const placement = placementOf(
    of,
    { constructor: ['cpu/0', 'cpu/1'], fraud: ['cpu/0'], vision: ['gpu/1'] },
    {
      spare: { vision: ['gpu/0', 'gpu/2'] },
      refuge: { fraud: 'cpu/1' },
      servers: { cpu: { base: 2 }, gpu: { base: 2 } },
    },
  );

  it('and its lock and shards are as they always were', () => {
    const { plan, lock } = build(of, placement);
    expectGoldens('plan', [
      { path: 'plan.json', text: `${JSON.stringify(plan, null, 2)}\n` },
      { path: 'shards.json', text: shardsOf(plan, 2).join('') },
      { path: 'test.lock', text: writeLock(lock) },
    ]);
  });

  it('tells agents and routers of a refuge, which is on the same server', () => {
    const { plan } = build(of, placement);
    expect(plan.servers[0]?.models.map(({ name, refuge }) => [name, refuge])).toEqual([
      ['constructor', undefined],
      ['fraud', 1],
    ]);
    expect(plan.gateway.models.map(({ refuge }) => refuge)).toEqual([undefined, 1, undefined]);
    expect(() => build(of, { ...placement, refuge: { fraud: 'gpu/0' } })).toThrow('over cpu and gpu');
  });

  it('sorts ordinals as numbers', () => {
    const wide = fleet([server('cpu', 12, 1000)], [model('a', 1, { replicas: { min: 3, max: 3 } })]);
    const { plan, lock } = build(wide, placementOf(wide, { a: ['cpu/10', 'cpu/11', 'cpu/9'] }));
    expect(plan.gateway.models[0]?.at).toEqual([9, 10, 11]);
    expect(lock.models[0]?.at).toEqual(['cpu/9', 'cpu/10', 'cpu/11']);
  });

  it('leaves out what is not placed', () => {
    const { plan, lock } = build(of, { ...placement, assignments: { fraud: ['cpu/0'] }, spare: {}, refuge: {} });
    expect(plan.gateway.models.map(({ name }) => name)).toEqual(['fraud']);
    expect(lock.models.map(({ name }) => name)).toEqual(['fraud']);
  });
});

describe('immutable fields', () => {
  function change(before: Partial<typeof cpu>, after: Partial<typeof cpu>): readonly string[] {
    const old = fleet([server('cpu', 1, 1000, before)], []);
    const of = fleet([server('cpu', 1, 1000, after)], []);
    const { lock } = build(old, placementOf(old, {}));
    return build(of, placementOf(of, {}), lock)
      .diagnostics.list()
      .map(({ code, message, origin }) => `${code} ${origin?.pointer} ${message}`);
  }

  it('may stay, and an emptyDir may grow', () => {
    expect(change({ cache: { size: 1, storageClass: 'fast' } }, { cache: { size: 1, storageClass: 'fast' } })).toEqual(
      [],
    );
    expect(change({ cache: { size: 1 } }, { cache: { size: 2 } })).toEqual([]);
  });

  it('may not change', () => {
    expect([
      ...change({ cache: { size: 1, storageClass: 'fast' } }, { cache: { size: 2, storageClass: 'fast' } }),
      ...change({ cache: { size: 1, storageClass: 'fast' } }, { cache: { size: 2, storageClass: 'slow' } }),
      ...change({ cache: { size: 1 } }, { cache: { size: 1, storageClass: 'fast' } }),
    ]).toEqual([
      'STW1501 /spec/cache/size Server `cpu` changes the size of its cache volume from 1 to 2 MiB, which its StatefulSet cannot take: Kubernetes refuses to change it',
      'STW1501 /spec/cache/storageClass Server `cpu` changes its cache from a volume of storage class `fast` to a volume of storage class `slow`, which its StatefulSet cannot take: Kubernetes refuses to change it',
      'STW1501 /spec/cache/storageClass Server `cpu` changes its cache from an emptyDir to a volume of storage class `fast`, which its StatefulSet cannot take: Kubernetes refuses to change it',
    ]);
  });
});

describe('a plan that is too large', () => {
  const large = (count: number, size: number) =>
    Array.from({ length: count }, (_, i) => model(`m${i}`, 1, { parameters: { text: 'x'.repeat(size) } }));

  it.each([
    [12, 250_000, 'Set `planShards: 8`. The pods restart once.'],
    [1, 2_000_000, 'No number of ConfigMaps would do: the parameters of one model are too large.'],
  ])('is refused: %i models with %i bytes of parameters', (count, size, help) => {
    const of = fleet([cpu], large(count, size));
    const { diagnostics } = build(
      of,
      placementOf(of, Object.fromEntries(of.models.map(({ name }) => [name, ['cpu/0']]))),
    );
    expect(diagnostics.list()).toMatchObject([{ code: 'STW1502', help, origin: { pointer: '/spec/planShards' } }]);
  });

  it('is none as long as each shard fits', () => {
    const of = fleet([cpu], large(6, 250_000));
    expect(
      build(of, placementOf(of, Object.fromEntries(of.models.map(({ name }) => [name, ['cpu/0']])))).codes,
    ).toEqual([]);
  });

  it('is found for the gateway too', () => {
    const { environment, ...rest } = fleet(
      [server('cpu', 2, 10_000, { planShards: 64 })],
      Array.from({ length: 10_000 }, (_, i) => model(`model-with-a-long-name-${i}`, 1)),
    );
    const gateway = { ...environment.gateway, planShards: 1 };
    const of = { ...rest, environment: { ...environment, gateway } };
    const { diagnostics } = build(
      of,
      placementOf(of, Object.fromEntries(of.models.map(({ name }) => [name, ['cpu/0']]))),
    );
    expect(diagnostics.list()).toMatchObject([
      {
        code: 'STW1502',
        help: 'Set `planShards: 4`. The pods restart once.',
        origin: { pointer: '/spec/gateway/planShards' },
      },
    ]);
  });
});
