import { describe, expect, test } from 'vitest';
import { type AgentView, type Decision, decide } from '../../../../src/runtime/agent/decide/index.ts';
import { copy, planned, router, version, view } from './views.ts';

/** `physical: state`, with what is to be done marked. */
function summary({ copies, load, drop, fetch }: Decision): readonly string[] {
  return copies.map(({ version: { physical, loadedAs }, state }) => {
    const key = loadedAs === undefined ? physical : `${loadedAs}/${physical}`;
    const mark = key === load ? '!' : drop.includes(key) ? '!' : fetch.includes(key) ? '!' : '';
    return `${key}: ${state}${mark}`;
  });
}

function decided(of: AgentView): readonly string[] {
  return summary(decide(of));
}

function reasonOf(of: AgentView, physical: string): string | undefined {
  return decide(of).copies.find((one) => one.version.physical === physical)?.reason;
}

const updated = planned('a', { current: version('a', 2), former: [version('a', 1)] });
const goneForGood = { reason: 'the digest is another', terminal: true } as const;

describe('what a pod wants', () => {
  test('the current version of each model of its ordinal, spare or not, and of no other', () => {
    const plan = [planned('a'), planned('b', { at: [1], spare: [0] }), planned('c', { at: [1] })];
    expect(decided(view(plan))).toEqual(['a-1: loading!', 'b-1: waiting']);
  });

  test('a refuge only while a router asks for it', () => {
    const plan = [planned('a', { at: [1], refuge: 0 })];
    expect(decided(view(plan))).toEqual([]);
    expect(decided(view(plan, { routers: [router(), router({ refuge: ['a'] })] }))).toEqual(['a-1: loading!']);
    const loaded = view(plan, { copies: [copy('a', 1, 'ready')] });
    expect(decided(loaded)).toEqual(['a-1: leaving']);
  });

  test('nothing while it drains, but it still says what failed for good', () => {
    const plan = [planned('a'), planned('b')];
    const draining = view(plan, { draining: true, copies: [copy('a', 1, 'ready')], failures: { 'b-1': goneForGood } });
    expect(decided(draining)).toEqual(['a-1: leaving', 'b-1: failed']);
  });

  test('before there is a plan, all stays as it is', () => {
    const { plan: _, ...none } = view([], {
      copies: [copy('a', 1, 'ready'), copy('b', 1, 'leaving'), copy('c', 1, 'dropping')],
      routers: [router({ released: ['b-1'] })],
    });
    expect(decide(none)).toMatchObject({ drop: [], fetch: [] });
    expect(decided(none)).toEqual(['a-1: ready', 'b-1: leaving', 'c-1: dropping']);
  });

  test('the former version where the current one failed for good', () => {
    expect(decided(view([updated], { failures: { 'a-2': goneForGood } }))).toEqual(['a-1: loading!', 'a-2: failed']);
  });

  test('the former version where the current one is aborted, and not one that is aborted too', () => {
    const plan = [planned('a', { current: version('a', 3), former: [version('a', 2), version('a', 1)] })];
    const aborted = ['a-2', 'a-3'].map((physical) => ({ physical, reason: 'cpu/1: the digest is another' }));
    const of = view(plan, {
      routers: [router({ aborted: aborted.slice(1) }), router({ aborted: aborted.slice(0, 1) })],
    });
    expect(decided(of)).toEqual(['a-1: loading!', 'a-3: waiting']);
    expect(reasonOf(of, 'a-3')).toBe('aborted: cpu/1: the digest is another');
  });

  test('a former version stands in while the artifact of the current one cannot be had', () => {
    const of = view([updated], {
      fetched: ['a-1'],
      failures: { 'a-2': { reason: 'the store does not answer', resting: true } },
    });
    expect(decided(of)).toEqual(['a-1: loading!', 'a-2: failed']);
    expect(decided({ ...of, failures: { 'a-2': { reason: 'the store does not answer' } } })).toEqual([
      'a-1: loading!',
      'a-2: fetching!',
    ]);
  });

  test('of what still stands the newest, though the plan names a newer former one', () => {
    const plan = [planned('a', { current: version('a', 5), former: [version('a', 4), version('a', 3)] })];
    const of = view(plan, { copies: [copy('a', 1, 'leaving')], failures: { 'a-5': goneForGood } });
    expect(decided(of)).toEqual(['a-1: ready', 'a-5: failed']);
  });

  test('a version that another pod could not load gives way, where there is one to take its place', () => {
    const routers = [router({ aborted: [{ physical: 'a-2', reason: 'cpu/1' }], released: ['a-2'] })];
    const both = view([updated], { routers, copies: [copy('a', 1, 'leaving'), copy('a', 2, 'ready')] });
    expect(decided(both)).toEqual(['a-1: ready', 'a-2: leaving']);
    const alone = view([planned('a', { current: version('a', 2) })], { routers, copies: [copy('a', 2, 'leaving')] });
    expect(decided(alone)).toEqual(['a-2: leaving']);
  });

  test('models on demand after the others, as long as they fit beside them', () => {
    const plan = [
      planned('a', { residency: 'onDemand', current: version('a', 1, { memory: 400, peak: 400 }) }),
      planned('b', { residency: 'onDemand', current: version('b', 1, { memory: 500, peak: 500 }) }),
      planned('z', { current: version('z', 1, { memory: 200, peak: 200 }) }),
    ];
    const of = view(plan, { capacity: { memory: 1000 } });
    expect(decided(of)).toEqual(['a-1: waiting', 'b-1: waiting', 'z-1: loading!']);
    expect(reasonOf(of, 'a-1')).toBe('another model is being loaded');
    expect(reasonOf(of, 'b-1')).toBe('there is no room for it beside the others');
  });
});

describe('a copy that nothing wants', () => {
  test('leaves from the moment that the plan changes, and says since which status', () => {
    const of = view([], { copies: [copy('a', 1, 'ready')] });
    expect(decide(of).copies).toEqual([copy('a', 1, 'leaving', { leavingAt: 7 })]);
    expect(decide({ ...of, sequence: 9, copies: decide(of).copies }).copies).toMatchObject([{ leavingAt: 7 }]);
  });

  test('stays when it is wanted again, and has to be released anew after that', () => {
    const back = decide(view([planned('a')], { copies: [copy('a', 1, 'leaving', { leavingAt: 3 })] }));
    expect(back.copies).toEqual([copy('a', 1, 'ready')]);
    const routers = [router({ seen: 7, released: ['a-1'] })];
    const again = decide(view([], { sequence: 8, copies: back.copies, routers }));
    expect(again.drop).toEqual([]);
    expect(again.copies).toMatchObject([{ state: 'leaving', leavingAt: 8 }]);
  });

  test.each([
    ['no router is known yet', undefined, false],
    ['there is none', [], true],
    ['one has said nothing', [router({ released: ['a-1'] }), {}], false],
    ['one has not released it', [router({ released: ['a-1'] }), router()], false],
    ['one speaks of an older status', [router({ seen: 4, released: ['a-1'] })], false],
    ['all have released it', [router({ seen: 5, released: ['a-1'] }), router({ released: ['a-1'] })], true],
  ])('is dropped only when all have released it: %s', (_, routers, isDropped) => {
    const { routers: __, ...rest } = view([], { copies: [copy('a', 1, 'leaving', { leavingAt: 5 })] });
    const decision = decide({ ...rest, ...(routers && { routers }) });
    expect(decision.drop).toEqual(isDropped ? ['a-1'] : []);
    expect(decision.copies).toMatchObject([{ state: isDropped ? 'dropping' : 'leaving' }]);
  });

  test('is never routable again once it is dropping, though it is wanted: it comes anew', () => {
    const of = view([planned('a')], { copies: [copy('a', 1, 'dropping')] });
    expect(decided(of)).toEqual(['a-1: dropping']);
    expect(decide(of).hurry).toBe(true);
    expect(decided({ ...of, copies: [] })).toEqual(['a-1: loading!']);
  });

  test('stays, though released, until its going helps', () => {
    const routers = [router({ released: ['a-1'] })];
    const copies = [copy('a', 1, 'leaving')];
    expect(decided(view([updated], { routers, copies, fetched: [] }))).toEqual(['a-1: leaving', 'a-2: fetching!']);
    expect(decided(view([updated], { routers, copies }))).toEqual(['a-1: leaving', 'a-2: loading!']);
    const both = [...copies, copy('a', 2, 'ready')];
    expect(decided(view([updated], { routers, copies: both }))).toEqual(['a-1: dropping!', 'a-2: ready']);
    const narrow = view([updated], { routers, copies, capacity: { memory: 150 } });
    expect(decided(narrow)).toEqual(['a-1: dropping!', 'a-2: waiting']);
  });
});

describe('a load', () => {
  test('is the only one, and waits for the server', () => {
    const plan = [planned('a'), planned('b')];
    expect(decided(view(plan, { copies: [copy('a', 1, 'loading')] }))).toEqual(['a-1: loading', 'b-1: waiting']);
    const dead = view(plan, { live: false });
    expect(decided(dead)).toEqual(['a-1: waiting', 'b-1: waiting']);
    expect(reasonOf(dead, 'a-1')).toBe('the inference server does not answer');
  });

  test('waits for room, whatever the state of what takes it', () => {
    const plan = [planned('a'), planned('b', { current: version('b', 1, { memory: 50, peak: 150 }) })];
    for (const state of ['ready', 'leaving', 'dropping'] as const) {
      const copies = [copy('x', 1, state), copy('a', 1, 'ready')];
      const of = view(plan, { copies, capacity: { memory: 349 } });
      expect(decide(of).load).toBeUndefined();
      expect(reasonOf(of, 'b-1')).toBe('needs 150 MiB of memory, of which 149 are free');
      expect(decide({ ...of, capacity: { memory: 350 } }).load).toBe('b-1');
    }
  });

  test('says whether it finds room once all have gone that are leaving', () => {
    const isForRoom = (copies: Parameters<typeof copy>[], of: Partial<AgentView> = {}) =>
      decide(
        view([planned('a'), planned('z', { step: 1 })], {
          capacity: { memory: 150 },
          copies: copies.map((one) => copy(...one)),
          ...of,
        }),
      ).copies.find(({ model }) => model === 'z')?.forRoom;
    expect(isForRoom([['x', 1, 'leaving']], { plan: [planned('z')] })).toBe(true);
    // What stays takes the room.
    expect(isForRoom([['a', 1, 'ready']])).toBeUndefined();
    expect(isForRoom([['x', 1, 'leaving']], { live: false })).toBeUndefined();
    // Its room is another's, which comes now, or which waits for room.
    expect(isForRoom([])).toBeUndefined();
    const big = planned('big', { current: version('big', 1, { memory: 800, peak: 900 }) });
    const of = { plan: [big, planned('z', { step: 1 })], capacity: { memory: 1000 } };
    const leaving: Parameters<typeof copy>[] = [
      ['x', 1, 'leaving'],
      ['y', 1, 'leaving'],
    ];
    expect(isForRoom(leaving, of)).toBe(true);
  });

  test('waits for GPU memory, slots and disk; a version beside another of its model takes no slot', () => {
    const plan = [planned('a', { current: version('a', 2, { gpuMemory: 10, disk: 5 }), former: [version('a', 1)] })];
    expect(reasonOf(view(plan), 'a-2')).toBe('needs 10 MiB of GPU memory, of which 0 are free');
    const gpu = { memory: 1000, gpuMemory: 10 };
    expect(decide(view(plan, { capacity: gpu })).load).toBe('a-2');
    expect(reasonOf(view(plan, { capacity: { ...gpu, disk: 4 } }), 'a-2')).toBe(
      'needs 5 MiB of disk, of which 4 are free',
    );
    const full = { ...gpu, slots: 1 };
    expect(decide(view(plan, { capacity: full, copies: [copy('a', 1, 'ready')] })).load).toBe('a-2');
    expect(reasonOf(view(plan, { capacity: full, copies: [copy('x', 1, 'ready')] }), 'a-2')).toBe(
      'all slots are taken',
    );
  });

  test('waits where the server really takes more than was planned', () => {
    const of = view([planned('a')], { used: 1901 });
    expect(decided(of)).toEqual(['a-1: waiting']);
    expect(reasonOf(of, 'a-1')).toBe('the server takes 1901 of 2000 MiB, and 100 more are needed');
    expect(decide({ ...of, used: 1900 }).load).toBe('a-1');
  });

  test('waits until the old version is gone where both cannot stand, and that waits for the artifact', () => {
    for (const update of ['recreate', 'inPlace'] as const) {
      const plan = [planned('a', { ...updated, update })];
      const copies = [copy('a', 1, 'leaving')];
      expect(decided(view(plan, { copies }))).toEqual(['a-1: leaving', 'a-2: waiting']);
      const routers = [router({ released: ['a-1'] })];
      expect(decided(view(plan, { copies, routers, fetched: [] }))).toEqual(['a-1: leaving', 'a-2: fetching!']);
      expect(decided(view(plan, { copies, routers }))).toEqual(['a-1: dropping!', 'a-2: waiting']);
      expect(decided(view(plan, { copies: [copy('a', 1, 'dropping')] }))).toEqual(['a-1: dropping', 'a-2: waiting']);
    }
  });

  describe('of a new version of a model that answers here', () => {
    const entry = planned('a', { current: version('a', 2), former: [version('a', 1)], at: [0, 1] });
    const second = (change: Partial<AgentView> = {}) =>
      view([entry], { ordinal: 1, copies: [copy('a', 1, 'ready')], ...change });
    const waits = ['a-1: leaving', 'a-2: waiting'];
    const loads = ['a-1: leaving', 'a-2: loading!'];

    test('is tried by the first replica, and by the others when it is ready there', () => {
      expect(decided(second({ ordinal: 0 }))).toEqual(loads);
      expect(decided(second())).toEqual(waits);
      expect(reasonOf(second(), 'a-2')).toBe('waits until replica 0 has loaded it');
      expect(decide(second()).unproven).toEqual(['a-2']);
      expect(decided(second({ routers: [router(), router({ proven: ['a-2'] })] }))).toEqual(loads);
    });

    test('is not waited for by one that has no other version, that nobody asks, or that has waited long enough', () => {
      expect(decided(second({ copies: [] }))).toEqual(['a-2: loading!']);
      expect(decided(second({ routers: [] }))).toEqual(loads);
      expect(decided(second({ impatient: ['a-2'] }))).toEqual(loads);
    });

    test('makes no way meanwhile where both cannot stand, and holds up no other', () => {
      const recreated = { ...entry, update: 'recreate', step: 1 } as const;
      const other = planned('b', { step: 2, at: [1], current: version('b', 1, { memory: 800, peak: 900 }) });
      const both = view([recreated, other], {
        ordinal: 1,
        copies: [copy('a', 1, 'ready')],
        routers: [router({ released: ['a-1'] })],
      });
      expect(decided(both)).toEqual([...waits, 'b-1: loading!']);
    });
  });

  test('ways are made one at a time, and none while a load is under way', () => {
    const recreate = (name: string) =>
      planned(name, { update: 'recreate', current: version(name, 2), former: [version(name, 1)] });
    const routers = [router({ released: ['a-1', 'b-1'] })];
    const copies = [copy('a', 1, 'leaving'), copy('b', 1, 'leaving')];
    const plan = [recreate('a'), recreate('b')];
    expect(decide(view(plan, { routers, copies })).drop).toEqual(['a-1']);
    expect(decide(view(plan, { routers, copies: [copy('a', 1, 'dropping'), ...copies.slice(1)] })).drop).toEqual([]);
    expect(decide(view(plan, { routers, copies: [copy('a', 2, 'loading'), ...copies.slice(1)] })).drop).toEqual([]);
    const stuck = [copy('a', 1, 'dropping', { refusals: 1 }), ...copies.slice(1)];
    expect(decide(view(plan, { routers, copies: stuck })).drop).toEqual(['b-1']);
  });

  test('a name that stays is known in one version only, also where the version is the same', () => {
    const plan = [planned('a', { current: version('a', 1, { loadedAs: 'a' }), update: 'inPlace' })];
    const of = view(plan, { copies: [copy('a', 1, 'leaving')], routers: [router({ released: ['a-1'] })] });
    expect(decided(of)).toEqual(['a-1: dropping!', 'a/a-1: waiting']);
    expect(decided({ ...of, copies: [] })).toEqual(['a/a-1: loading!']);
  });

  test('comes in order: lower steps, models of which nothing answers, names', () => {
    const plan = [
      planned('a', { step: 2 }),
      planned('b', { current: version('b', 2), former: [version('b', 1)] }),
      planned('d'),
      planned('c'),
    ];
    const copies = [copy('b', 1, 'ready')];
    const order: (string | undefined)[] = [];
    const ready = [...copies];
    for (let i = 0; i < 4; i++) {
      const { load } = decide(view(plan, { copies: ready }));
      order.push(load);
      ready.push(copy(load?.slice(0, 1) ?? '', Number(load?.slice(2)), 'ready'));
    }
    expect(order).toEqual(['c-1', 'd-1', 'b-2', 'a-1']);
  });

  test('does not take the room of one with a lower step that waits for others to go', () => {
    const plan = [
      planned('big', { current: version('big', 1, { memory: 600, peak: 600 }) }),
      planned('z', { step: 2 }),
    ];
    const copies = [copy('x', 1, 'leaving', { version: version('x', 1, { memory: 400, peak: 400 }) })];
    const of = view(plan, { capacity: { memory: 999 }, copies });
    expect(decided(of)).toEqual(['big-1: waiting', 'x-1: leaving', 'z-1: waiting']);
    expect(reasonOf(of, 'z-1')).toBe('the room is for big-1, which comes first');
    expect(decide({ ...of, failures: { 'big-1': { reason: 'it was refused', resting: true } } }).load).toBe('z-1');
    expect(decide({ ...of, plan: [plan[0] ?? planned('big'), planned('z')] }).load).toBe('z-1');
  });

  test('a version that failed is tried again when its rest is over', () => {
    const resting = view([planned('a')], { failures: { 'a-1': { reason: 'it was refused', resting: true } } });
    expect(decide(resting).copies).toMatchObject([{ state: 'failed', reason: 'it was refused' }]);
    expect(decided({ ...resting, failures: { 'a-1': { reason: 'it was refused' } } })).toEqual(['a-1: loading!']);
  });
});

describe('fetches', () => {
  test('run ahead of loads, two at once, in the order of loads', () => {
    const plan = ['a', 'b', 'c', 'd'].map((name) => planned(name));
    const of = view(plan, { fetched: ['a-1'] });
    expect(decide(of)).toMatchObject({ load: 'a-1', fetch: ['b-1', 'c-1'] });
    const later = view(plan, { fetched: ['a-1'], copies: decide(of).copies });
    expect(decide(later)).toMatchObject({ fetch: [] });
    expect(decided(later)).toEqual(['a-1: loading', 'b-1: fetching', 'c-1: fetching', 'd-1: waiting']);
  });

  test('end when nothing wants them any more', () => {
    expect(decided(view([], { copies: [copy('a', 1, 'fetching')] }))).toEqual([]);
  });
});
