import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lock, Transition } from '../../src/ir/index.ts';
import { build } from '../support/build.ts';
import { anyChange } from '../support/changes.ts';
import { noTransition } from '../support/nodes.ts';
import { fleet, type ModelChange, model, placementOf, problemOf, server } from '../support/small-fleet.ts';
import { replay } from './replay.ts';

const seed = 1500;
const cpu = (memory = 1000, replicas = 2) => server('cpu', replicas, memory);
const v2: ModelChange = { storage: { version: '2' } };

/** The lock of a server `cpu` with these models at these places. */
function locked(
  models: readonly (readonly [name: string, memory: number, ...ordinals: number[]])[],
  memory = 1000,
  replicas = 2,
): Lock {
  const of = fleet(
    [cpu(memory, replicas)],
    models.map(([name, size]) => model(name, size)),
  );
  const places = Object.fromEntries(models.map(([name, , ...at]) => [name, at.map((k) => `cpu/${k}`)]));
  return build(of, placementOf(of, places)).lock;
}

function steps({ steps: all }: Transition): readonly string[] {
  return all.map(({ kind, model: name, loadedAs, at }) => `${kind} ${name}${loadedAs === undefined ? '' : '!'} ${at}`);
}

describe('a transition', () => {
  it('from nothing only loads, and hints at no order', () => {
    const of = fleet([cpu()], [model('a', 100), model('b', 200, { replicas: { min: 2, max: 2 } })]);
    const { plan } = build(of, placementOf(of, { a: ['cpu/0'], b: ['cpu/0', 'cpu/1'] }));
    expect(plan.transition).toMatchObject({
      added: ['a', 'b'],
      interrupted: [],
      peaks: { 'cpu/0': 300, 'cpu/1': 200 },
    });
    expect(steps(plan.transition)).toEqual(['load a cpu/0', 'load b cpu/0', 'load b cpu/1']);
    expect(plan.servers[0]?.models.map(({ step }) => step)).toEqual([undefined, undefined]);
  });

  it('to the same is empty', () => {
    const of = fleet([cpu()], [model('a', 100)]);
    const { plan } = build(of, placementOf(of, { a: ['cpu/0'] }), locked([['a', 100, 0]]));
    expect(plan.transition).toEqual(noTransition);
  });

  it('loads a new version beside the old, then unloads that', () => {
    const of = fleet([cpu()], [model('a', 500, v2)]);
    const { plan } = build(of, placementOf(of, { a: ['cpu/0'] }), locked([['a', 400, 0]]));
    expect(plan.transition).toMatchObject({ updated: ['a'], interrupted: [], peaks: { 'cpu/0': 900 } });
    expect(steps(plan.transition)).toEqual(['load a cpu/0', 'unload a cpu/0']);
  });

  it('names a model whose two versions do not fit side by side', () => {
    const of = fleet([cpu()], [model('a', 500, v2), model('b', 3400)]);
    const { plan } = build(
      of,
      placementOf(of, { a: ['cpu/0'], b: ['cpu/1'] }),
      locked([
        ['a', 600, 0],
        ['b', 3400, 1],
      ]),
    );
    expect(plan.transition.interrupted).toEqual([
      { model: 'a', reason: 'no room for both versions on `cpu/0`: 600 of 1,000 MiB used, 500 more needed to load' },
    ]);
  });

  it('rolls a recreated model through its copies', () => {
    const of = fleet([cpu()], [model('a', 900, { ...v2, update: 'recreate', replicas: { min: 2, max: 2 } })]);
    const { plan } = build(of, placementOf(of, { a: ['cpu/0', 'cpu/1'] }), locked([['a', 900, 0, 1]]));
    expect(plan.transition.interrupted).toEqual([]);
    expect(steps(plan.transition)).toEqual(['unload a cpu/0', 'load a cpu/0', 'unload a cpu/1', 'load a cpu/1']);
  });

  it.each([
    [
      'recreate',
      { update: 'recreate' as const },
      'it is replaced on `cpu/0`: `update: recreate` unloads the old version first',
    ],
    ['in place', { rename: false }, 'it is reloaded in place on `cpu/0`: its name must stay'],
  ])('interrupts a single copy that is updated by %s', (_, change, reason) => {
    const before = fleet([cpu()], [model('a', 100, change)]);
    const { lock } = build(before, placementOf(before, { a: ['cpu/0'] }));
    const of = fleet([cpu()], [model('a', 100, { ...change, ...v2 })]);
    const { plan } = build(of, placementOf(of, { a: ['cpu/0'] }), lock);
    expect(plan.transition.interrupted).toEqual([{ model: 'a', reason }]);
    expect(replay(lock, plan, problemOf(of))).toMatchObject({ faults: [], interrupted: ['a'] });
    // Agents and routers may have skipped plans: what was allowed once is allowed until the model changes again.
    const { update } = plan.servers[0]?.models[0] ?? {};
    expect(plan.servers[0]?.models[0]).toMatchObject({ mayInterrupt: true });
    expect(plan.gateway.models[0]).toMatchObject({ mayInterrupt: true, update });
  });

  it('allows an interruption until the model changes again', () => {
    const change = { update: 'recreate' as const };
    const builds = (memory: number, version: string, lock?: Lock) => {
      const of = fleet([cpu()], [model('a', memory, { ...change, storage: { version } }), model('b', 1)]);
      return build(of, placementOf(of, { a: [version === '3' ? 'cpu/1' : 'cpu/0'], b: ['cpu/0'] }), lock);
    };
    const first = builds(100, '1');
    const second = builds(100, '2', first.lock);
    const third = builds(200, '2', second.lock);
    const fourth = builds(200, '3', third.lock);
    const seen = [first, second, third, fourth].map(({ plan, lock }) => [
      ...(plan.servers[0]?.models ?? []).map(({ mayInterrupt }) => mayInterrupt),
      ...plan.gateway.models.map(({ mayInterrupt }) => mayInterrupt),
      lock.models[0]?.mayInterrupt,
    ]);
    const [no, yes] = [undefined, true];
    expect(seen).toEqual([
      [no, no, no, no, no],
      [yes, no, yes, no, yes],
      [yes, no, yes, no, yes],
      [no, no, no, no, no],
    ]);
  });

  it('does not interrupt a recreated model that gets a second copy, or moves', () => {
    const change = { ...v2, update: 'recreate' as const };
    const more = fleet([cpu()], [model('a', 100, { ...change, replicas: { min: 2, max: 2 } })]);
    const one = fleet([cpu()], [model('a', 100, change)]);
    const lock = locked([['a', 100, 0]]);
    expect(build(more, placementOf(more, { a: ['cpu/0', 'cpu/1'] }), lock).plan.transition.interrupted).toEqual([]);
    const { transition } = build(one, placementOf(one, { a: ['cpu/1'] }), lock).plan;
    expect(transition).toMatchObject({ moved: ['a'], updated: [], interrupted: [] });
  });

  it('waits for room, and hints at the order', () => {
    // a goes to cpu/1, which makes room for b on cpu/0, which makes room for c on cpu/2.
    const before = locked(
      [
        ['a', 600, 0],
        ['b', 600, 2],
        ['c', 600, 3],
      ],
      1000,
      4,
    );
    const of = fleet(
      [cpu(1000, 4)],
      ['a', 'b', 'c'].map((name) => model(name, 600)),
    );
    const { plan, lock } = build(of, placementOf(of, { a: ['cpu/1'], b: ['cpu/0'], c: ['cpu/2'] }), before);
    expect(plan.transition).toMatchObject({ moved: ['a', 'b', 'c'], interrupted: [] });
    expect(steps(plan.transition)).toEqual([
      'load a cpu/1',
      'unload a cpu/0',
      'load b cpu/0',
      'unload b cpu/2',
      'load c cpu/2',
      'unload c cpu/3',
    ]);
    expect(plan.servers[0]?.models.map(({ step }) => step)).toEqual([undefined, 2, 3]);
    // A second compile sees no change and must keep the hints.
    const second = build(of, placementOf(of, { a: ['cpu/1'], b: ['cpu/0'], c: ['cpu/2'] }), lock);
    expect(second.plan.servers).toEqual(plan.servers);
    expect(second.lock).toEqual(lock);
  });

  it('breaks a cycle without room by interrupting one model', () => {
    const before = locked(
      [
        ['a', 600, 0],
        ['b', 600, 1],
        ['c', 600, 2],
      ],
      1000,
      3,
    );
    const of = fleet(
      [cpu(1000, 3)],
      ['a', 'b', 'c'].map((name) => model(name, 600)),
    );
    const { plan } = build(of, placementOf(of, { a: ['cpu/1'], b: ['cpu/2'], c: ['cpu/0'] }), before);
    expect(plan.transition.interrupted).toEqual([
      { model: 'b', reason: 'it makes room on `cpu/1` for `a`: 600 of 1,000 MiB used, 600 more needed to load' },
    ]);
  });

  it('makes room for a served model before a new one takes it', () => {
    const before = locked([
      ['old', 600, 0],
      ['zz', 600, 1],
    ]);
    const of = fleet([cpu()], [model('aa', 400), model('zz', 600)]);
    const { plan } = build(of, placementOf(of, { aa: ['cpu/0'], zz: ['cpu/0'] }), before);
    expect(steps(plan.transition)).toEqual(['unload old cpu/0', 'load zz cpu/0', 'unload zz cpu/1', 'load aa cpu/0']);
  });

  it('counts GPU memory', () => {
    const gpu = server('gpu', 1, 8000, { capacity: { memory: 8000, gpuMemory: 100 } });
    const demand = { gpuMemory: 60, gpuPeak: 60 };
    const before = fleet([gpu], [model('a', 10, { demand })]);
    const { lock } = build(before, placementOf(before, { a: ['gpu/0'] }));
    const of = fleet([gpu], [model('a', 10, { demand, ...v2 })]);
    expect(build(of, placementOf(of, { a: ['gpu/0'] }), lock).plan.transition.interrupted).toEqual([
      {
        model: 'a',
        reason: 'no room for both versions on `gpu/0`: 60 of 100 MiB of GPU memory used, 60 more needed to load',
      },
    ]);
  });

  it('counts every worker', () => {
    const many = server('cpu', 1, 1000, { workers: 4 });
    const of = fleet([many], [model('a', 100, { demand: { peak: 150 } })]);
    expect(build(of, placementOf(of, { a: ['cpu/0'] })).plan.transition.peaks).toEqual({ 'cpu/0': 600 });
  });

  it('keeps a copy on an ordinal that may not run from standing in for a required one', () => {
    const scaled = server('cpu', 1, 1000, { replicas: { min: 1, max: 2 } });
    const wide = { replicas: { min: 1, max: 2 } };
    const before = fleet([scaled], [model('a', 900, wide)]);
    const { lock } = build(before, placementOf(before, { a: ['cpu/0'] }, { spare: { a: ['cpu/1'] } }));
    const of = fleet([scaled], [model('a', 900, { ...wide, ...v2 })]);
    const { plan } = build(of, placementOf(of, { a: ['cpu/0'] }, { spare: { a: ['cpu/1'] } }), lock);
    expect(plan.transition.interrupted.map(({ model: name }) => name)).toEqual(['a']);
  });

  it('moves models off a server that is gone', () => {
    const old = fleet([server('old', 1, 1000)], [model('a', 900)]);
    const { lock } = build(old, placementOf(old, { a: ['old/0'] }));
    const of = fleet([cpu()], [model('a', 900)]);
    const { plan } = build(of, placementOf(of, { a: ['cpu/0'] }), lock);
    expect(plan.transition).toMatchObject({ moved: ['a'], interrupted: [], peaks: { 'cpu/0': 900 } });
    expect(steps(plan.transition)).toEqual(['load a cpu/0', 'unload a old/0']);
  });

  it('leaves models that are loaded on demand to demand', () => {
    const before = locked([['a', 900, 0]]);
    const of = fleet([cpu()], [model('a', 900, { residency: 'onDemand' })]);
    const { plan } = build(of, placementOf(of, { a: ['cpu/1'] }), before);
    expect(plan.transition).toMatchObject({ moved: ['a'], steps: [], interrupted: [] });
  });
});

describe('any transition', () => {
  it('fits at each step and keeps every model served that it does not name', () => {
    const seen = { moved: 0, updated: 0, interrupted: 0 };
    const sizes = { servers: 2, replicas: 4, models: 14, copies: 3, further: 1, memory: 16, tight: false };
    fc.assert(
      fc.property(anyChange(sizes), ({ lock, fleet: of, placement }) => {
        const { plan } = build(of, placement, lock);
        const { faults, interrupted, peaks } = replay(lock, plan, problemOf(of));
        expect(faults).toEqual([]);
        expect(interrupted).toEqual(plan.transition.interrupted.map(({ model: name }) => name));
        for (const [place, most] of peaks) expect(plan.transition.peaks[place]).toBeGreaterThanOrEqual(most);
        for (const list of ['moved', 'updated', 'interrupted'] as const) seen[list] += plan.transition[list].length;
      }),
      { seed, numRuns: 300, endOnFailure: true },
    );
    expect(seen.moved).toBeGreaterThan(300);
    expect(seen.updated).toBeGreaterThan(150);
  });

  it('is followed by none', () => {
    const sizes = { servers: 2, replicas: 3, models: 8, copies: 2, further: 1, memory: 16, tight: false };
    fc.assert(
      fc.property(anyChange(sizes), ({ lock, fleet: of, placement }) => {
        const first = build(of, placement, lock);
        const second = build(of, placement, first.lock);
        expect(second.plan.transition.steps).toEqual([]);
        expect({ ...second.plan, transition: null }).toEqual({ ...first.plan, transition: null });
        expect(second.lock).toEqual(first.lock);
      }),
      { seed, numRuns: 100 },
    );
  });
});
