import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { AgentSettings } from '../../../src/ir/index.ts';
import { planned, version } from './decide/views.ts';
import { TestPod } from './stand-ins.ts';

const pods: TestPod[] = [];

function aPod(change: Partial<AgentSettings> = {}): TestPod {
  const pod = new TestPod(change);
  pods.push(pod);
  return pod;
}

afterEach(() => {
  for (const pod of pods.splice(0)) {
    pod.stop();
    rmSync(pod.folder, { recursive: true, force: true });
  }
});

/** An entry whose current version is the last of these. */
function model(name: string, numbers: readonly number[], change: Parameters<typeof planned>[1] = {}) {
  const [current = 1, ...former] = numbers.toReversed();
  return planned(name, { current: version(name, current), former: former.map((one) => version(name, one)), ...change });
}

const uri = (name: string, number: number) => `s3://example-models/${name}/${number}`;

async function comesTo(pod: TestPod, states: Readonly<Record<string, string>>): Promise<void> {
  await vi.waitFor(() => expect(pod.states).toEqual(states), { timeout: 5000, interval: 5 });
}

async function started(models: Parameters<TestPod['apply']>[0], pod = aPod()): Promise<TestPod> {
  pod.apply(models);
  await pod.start();
  await comesTo(pod, Object.fromEntries(models.map(({ current }) => [current.physical, 'ready'])));
  return pod;
}

test('loads what the plan says, one at a time, two fetches ahead, and lets requests in before it says so', async () => {
  const pod = aPod();
  const models = ['a', 'b', 'c', 'd', 'e'].map((name) => model(name, [1]));
  pod.apply(models);
  await pod.start();
  const send = vi.spyOn(pod.routers, 'send');
  await vi.waitFor(() => expect(pod.server.holds.size).toBe(5));
  await comesTo(pod, { 'a-1': 'ready', 'b-1': 'ready', 'c-1': 'ready', 'd-1': 'ready', 'e-1': 'ready' });
  expect(pod.server.mostAtOnce).toBe(1);
  expect(pod.artifacts.mostAtOnce).toBe(2);
  expect(pod.doors.open).toEqual(['a-1', 'b-1', 'c-1', 'd-1', 'e-1']);
  for (const [status] of send.mock.calls) expect(status.copies.length).toBe(5);
  const sequences = pod.routers.statuses.map(({ sequence }) => sequence);
  expect(sequences).toEqual(sequences.map((_, index) => index + 1));
  expect(pod.status?.memory).toEqual({ capacity: 1000, planned: 500, peak: 500 });
});

test('counts what it fetches, and not what is on its disk', async () => {
  const pod = aPod();
  pod.artifacts.kept.add(uri('a', 1));
  pod.artifacts.faults.set(uri('c', 1), { reason: 'its digest is another', terminal: true });
  pod.apply(['a', 'b', 'c'].map((name) => model(name, [1])));
  await pod.start();
  await comesTo(pod, { 'a-1': 'ready', 'b-1': 'ready', 'c-1': 'failed' });
  expect(pod.agent.done).toEqual({ fetches: { ok: 1, failed: 1 }, loads: { ok: 2, failed: 0 } });
});

describe('a new plan', () => {
  test('a new version comes beside the old one, which goes when all routers let go', async () => {
    const pod = await started([model('a', [1])]);
    pod.routers.heeds = false;
    pod.apply([model('a', [1, 2])]);
    await comesTo(pod, { 'a-1': 'leaving', 'a-2': 'ready' });
    expect(pod.doors.open).toEqual(['a-1', 'a-2']);
    expect(pod.server.done).toEqual(['load a-1', 'load a-2']);
    pod.routers.heeds = true;
    pod.routers.answer();
    await comesTo(pod, { 'a-2': 'ready' });
    expect(pod.doors.open).toEqual(['a-2']);
    expect(pod.server.done).toEqual(['load a-1', 'load a-2', 'unload a-1']);
  });

  test('the door closes before the model is unloaded, and not before requests on the way have come', async () => {
    const pod = await started([model('a', [1], { limits: { timeout: 0.1 } })]);
    const open: (readonly string[])[] = [];
    const unload = pod.server.unload.bind(pod.server);
    pod.server.unload = (name) => {
      open.push(pod.doors.open);
      return unload(name);
    };
    const begun = performance.now();
    pod.apply([]);
    await comesTo(pod, { 'a-1': 'dropping' });
    expect(pod.doors.open).toEqual(['a-1']);
    await comesTo(pod, {});
    expect(open).toEqual([[]]);
    expect(performance.now() - begun).toBeGreaterThan(95);
  });

  test('three plans that were skipped: only the last one counts', async () => {
    const pod = await started([model('a', [1]), model('b', [1])]);
    pod.artifacts.held.add(uri('a', 2));
    pod.apply([model('a', [1, 2]), model('b', [1])]);
    await comesTo(pod, { 'a-1': 'leaving', 'a-2': 'fetching', 'b-1': 'ready' });
    pod.apply([model('a', [1, 2, 3])]);
    pod.apply([model('a', [2, 3, 4]), model('c', [1])]);
    await comesTo(pod, { 'a-4': 'ready', 'c-1': 'ready' });
    expect(pod.artifacts.fetched).not.toContain(uri('a', 3));
    expect(pod.server.done).not.toContain('load a-2');
  });

  test('one that is torn changes nothing but the word on it', async () => {
    const pod = await started([model('a', [1])]);
    const { plan } = pod.status ?? {};
    pod.mount({ fault: 'plan 1234 of server/cpu has 1 of 2 shards' });
    await vi.waitFor(() => expect(pod.status?.planFault).toBe('plan 1234 of server/cpu has 1 of 2 shards'));
    expect(pod.status?.plan).toBe(plan);
    expect(pod.states).toEqual({ 'a-1': 'ready' });
    pod.apply([model('a', [1])]);
    await vi.waitFor(() => expect(pod.status?.planFault).toBeUndefined());
  });

  test('limits of a loaded model change without a load', async () => {
    const pod = await started([model('a', [1])]);
    pod.apply([model('a', [1], { limits: { concurrency: 4, timeout: 3 } })]);
    await vi.waitFor(() => expect(pod.doors.models).toEqual([{ physical: 'a-1', concurrency: 4, timeout: 3 }]));
    expect(pod.server.done).toEqual(['load a-1']);
  });

  test('entries of a newer format are ignored', async () => {
    const newer = { ...model('n', [1]), update: 'teleport' } as unknown as ReturnType<typeof model>;
    const pod = await started([model('a', [1])]);
    pod.apply([model('a', [1]), newer]);
    await vi.waitFor(() => expect(pod.events.join()).toContain('"ignored":["n"]'));
    expect(pod.states).toEqual({ 'a-1': 'ready' });
  });

  test('a name that stays is emptied before it is filled anew', async () => {
    const named = (numbers: readonly number[]) => {
      const entry = model('a', numbers, { update: 'inPlace' });
      const loadedAs = 'a';
      return {
        ...entry,
        current: { ...entry.current, loadedAs },
        former: entry.former.map((one) => ({ ...one, loadedAs })),
      };
    };
    const pod = await started([named([1])]);
    pod.apply([named([1, 2])]);
    await comesTo(pod, { 'a-2': 'ready' });
    expect(pod.server.done).toEqual(['load a-1', 'unload a-1', 'load a-2']);
    expect(pod.doors.open).toEqual(['a']);
    pod.stop();
    await pod.start();
    await comesTo(pod, { 'a-2': 'ready' });
  });
});

describe('a restart of the agent', () => {
  test('closes no door, loads and fetches nothing', async () => {
    const pod = await started([model('a', [1]), model('b', [1])]);
    const { done } = pod.server;
    const fetched = pod.artifacts.fetched.length;
    const doors = vi.spyOn(pod.doors, 'set');
    pod.stop();
    await pod.start();
    await comesTo(pod, { 'a-1': 'ready', 'b-1': 'ready' });
    expect(done).toEqual(['load a-1', 'load b-1']);
    expect(pod.artifacts.fetched.length).toBe(fetched);
    for (const [models] of doors.mock.calls) expect(models.map(({ physical }) => physical)).toEqual(['a-1', 'b-1']);
  });

  test('acts on the last good plan where none is mounted', async () => {
    const pod = await started([model('a', [1])]);
    const { plan } = pod.status ?? {};
    pod.stop();
    pod.mount({ fault: 'there are no shards' });
    await pod.start();
    await comesTo(pod, { 'a-1': 'ready' });
    expect(pod.status).toMatchObject({ plan, planFault: 'there are no shards' });
  });

  test('takes out what was being loaded when it was killed, and does not blame a server that lives', async () => {
    const pod = await started([model('a', [1])]);
    pod.server.loadTime = 60;
    pod.apply([model('a', [1]), model('b', [1])]);
    await comesTo(pod, { 'a-1': 'ready', 'b-1': 'loading' });
    pod.crash();
    await vi.waitFor(() => expect(pod.server.holds.size).toBe(2));
    await pod.start();
    await comesTo(pod, { 'a-1': 'ready', 'b-1': 'ready' });
    expect(pod.server.done).toEqual(['load a-1', 'load b-1', 'unload b-1', 'load b-1']);
  });

  test('what was being loaded when it was told to end comes anew: nobody saw it answer', async () => {
    const pod = await started([model('a', [1])]);
    pod.server.loadTime = 60;
    pod.apply([model('a', [1]), model('b', [1])]);
    await comesTo(pod, { 'a-1': 'ready', 'b-1': 'loading' });
    const warmUp = vi.spyOn(pod.server, 'warmUp').mockImplementation(() => new Promise(() => {}));
    pod.stop();
    await vi.waitFor(() => expect(pod.server.holds.size).toBe(2));
    warmUp.mockRestore();
    await pod.start();
    await comesTo(pod, { 'a-1': 'ready', 'b-1': 'ready' });
    expect(pod.server.done).toEqual(['load a-1', 'load b-1', 'unload b-1', 'load b-1']);
  });

  test('nor is a model blamed for a server that died after the agent was told to end', async () => {
    const pod = await started([model('a', [1])]);
    for (let ends = 0; ends < 3; ends++) {
      pod.server.loadTime = 60;
      pod.apply([model('a', [1]), model('b', [1])]);
      await vi.waitFor(() => expect(pod.states).toMatchObject({ 'b-1': 'loading' }));
      const warmUp = vi.spyOn(pod.server, 'warmUp').mockImplementation(() => new Promise(() => {}));
      pod.stop();
      await vi.waitFor(() => expect(pod.server.underWay).toBe(0));
      warmUp.mockRestore();
      pod.server.kill();
      await pod.start();
      pod.server.revive();
    }
    await comesTo(pod, { 'a-1': 'ready', 'b-1': 'ready' });
  });

  test('one that is told to end while it takes stock blames nothing, and leaves all as it found it', async () => {
    const pod = await started([model('a', [1])]);
    pod.server.loadTime = 60;
    pod.apply([model('a', [1]), model('b', [1])]);
    await comesTo(pod, { 'a-1': 'ready', 'b-1': 'loading' });
    pod.crash();
    await vi.waitFor(() => expect(pod.server.underWay).toBe(0));
    pod.server.kill();
    const prepare = vi.spyOn(pod.doors, 'prepare');
    for (let ends = 0; ends < 3; ends++) {
      const starting = pod.start();
      pod.stop();
      await starting;
    }
    expect(prepare).not.toHaveBeenCalled();
    expect(pod.events.join()).not.toContain('failed');
    await pod.start();
    expect(pod.events.join()).toContain('the server died while it loaded it');
    pod.server.revive();
    await comesTo(pod, { 'a-1': 'ready', 'b-1': 'ready' });
  });

  test('says so while the server does not tell what it holds, and goes on when it does', async () => {
    const pod = await started([model('a', [1])]);
    pod.stop();
    const loaded = vi.spyOn(pod.server, 'loaded').mockResolvedValue(undefined);
    const starting = pod.start();
    await vi.waitFor(() => expect(pod.events.join()).toContain('server does not say what it holds'));
    loaded.mockRestore();
    await starting;
    await comesTo(pod, { 'a-1': 'ready' });
    expect(pod.server.done).toEqual(['load a-1']);
    expect(pod.events.filter((event) => event.startsWith('server does not say')).length).toBe(1);
  });

  test('what the server comes to hold, and nobody asked for, is taken out', async () => {
    const pod = await started([model('a', [1])]);
    pod.server.prepared.set('x-1', version('x', 1));
    pod.server.holds.set('x-1', version('x', 1));
    await vi.waitFor(() => expect(pod.server.done).toEqual(['load a-1', 'unload x-1']));
    expect(pod.states).toEqual({ 'a-1': 'ready' });
  });

  test('a load of an earlier run that goes on, and that nothing wants, comes to nothing', async () => {
    const pod = await started([model('a', [1])]);
    pod.server.loadTime = 60;
    pod.apply([model('a', [1]), model('b', [1])]);
    await comesTo(pod, { 'a-1': 'ready', 'b-1': 'loading' });
    pod.crash();
    pod.apply([model('a', [1])]);
    await pod.start();
    await vi.waitFor(() => expect(pod.server.underWay).toBe(0));
    expect([...pod.server.holds.keys()]).toEqual(['a-1']);
    expect([...pod.server.prepared.keys()]).toEqual(['a-1']);
    expect(pod.states).toEqual({ 'a-1': 'ready' });
  });

  test('names of what is gone are not kept', async () => {
    const pod = await started([model('a', [1])]);
    for (const number of [2, 3, 4]) pod.server.faults.set(`b-${number}`, 'model');
    for (const number of [2, 3, 4]) {
      pod.apply([model('a', [1]), model('b', [number])]);
      await comesTo(pod, { 'a-1': 'ready', [`b-${number}`]: 'failed' });
    }
    pod.apply([model('a', [1]), model('b', [5])]);
    await comesTo(pod, { 'a-1': 'ready', 'b-5': 'ready' });
    expect(Object.keys(JSON.parse(readFileSync(join(pod.folder, 'names.json'), 'utf8')))).toEqual(['a-1', 'b-5']);
  });

  test('what no note tells of is taken out', async () => {
    const pod = aPod();
    pod.server.holds.set('x-1', version('x', 1));
    pod.server.prepared.set('x-1', version('x', 1));
    await started([model('a', [1])], pod);
    expect([...pod.server.holds.keys()]).toEqual(['a-1']);
  });

  test('the server died while nobody looked: its doors close before anything else', async () => {
    const pod = await started([model('a', [1])]);
    pod.stop();
    pod.server.kill();
    const prepare = vi.spyOn(pod.doors, 'prepare');
    await pod.start();
    expect(prepare).toHaveBeenCalledWith([]);
    pod.server.revive();
    await comesTo(pod, { 'a-1': 'ready' });
  });
});

describe("the server's death", () => {
  test('takes all copies at once, and they come back by themselves', async () => {
    const pod = await started([model('a', [1]), model('b', [1])]);
    pod.server.kill();
    await comesTo(pod, { 'a-1': 'waiting', 'b-1': 'waiting' });
    expect(pod.status).toMatchObject({ live: false });
    await vi.waitFor(() => expect(pod.doors.open).toEqual([]));
    pod.server.revive();
    await comesTo(pod, { 'a-1': 'ready', 'b-1': 'ready' });
    expect(pod.status).toMatchObject({ live: true });
  });

  test('closes doors that Envoy did not close at first', async () => {
    const pod = await started([model('a', [1])]);
    const set = vi.spyOn(pod.doors, 'set').mockImplementation(async () => ({ rejected: 'the disk is full' }) as never);
    pod.server.kill();
    await vi.waitFor(() => expect(set).toHaveBeenCalled());
    set.mockRestore();
    await vi.waitFor(() => expect(pod.doors.open).toEqual([]));
  });

  test('lets no artifact make way that is to be loaded again', async () => {
    const models = ['a', 'b', 'c', 'd'].map((name) => model(name, [1]));
    const pod = await started(models);
    pod.stop();
    await pod.start();
    await comesTo(pod, { 'a-1': 'ready', 'b-1': 'ready', 'c-1': 'ready', 'd-1': 'ready' });
    const fetch = vi.spyOn(pod.artifacts, 'fetch');
    pod.server.kill();
    await vi.waitFor(() => expect(fetch).toHaveBeenCalled());
    const [, inUse = []] = fetch.mock.calls[0] ?? [];
    expect(inUse.map((artifact) => artifact.uri)).toEqual(models.map(({ name }) => uri(name, 1)));
  });

  test('is not made of one connection that is lost', async () => {
    const pod = await started([model('a', [1])]);
    const live = vi.spyOn(pod.server, 'live').mockResolvedValueOnce(false);
    await vi.waitFor(() => expect(live.mock.calls.length).toBeGreaterThan(3));
    expect(pod.events.join()).not.toContain('server died');
    expect(pod.server.done).toEqual(['load a-1']);
  });

  test('is noticed though it came back before anybody looked', async () => {
    const pod = await started([model('a', [1]), model('b', [1])]);
    pod.server.holds.clear();
    await vi.waitFor(() => expect(pod.server.done.length).toBe(4));
    await comesTo(pod, { 'a-1': 'ready', 'b-1': 'ready' });
  });

  test('of a load, twice, is the end of that version alone', async () => {
    const pod = await started([model('a', [1])]);
    pod.server.faults.set('b-2', 'dies');
    const reviving = setInterval(() => pod.server.revive(), 10);
    pod.apply([model('a', [1]), model('b', [1, 2])]);
    await comesTo(pod, { 'a-1': 'ready', 'b-1': 'ready', 'b-2': 'failed' });
    clearInterval(reviving);
    expect(pod.server.done.filter((one) => one === 'load b-2').length).toBe(2);
    expect(pod.status?.copies).toContainEqual(expect.objectContaining({ physical: 'b-2', terminal: true }));
  });

  test('is counted over restarts of the whole pod', async () => {
    const pod = aPod();
    pod.apply([model('a', [1, 2])]);
    pod.server.loadTime = 50;
    for (let death = 1; death <= 2; death++) {
      // In a pod that starts the agent is there before the server.
      pod.server.kill();
      await pod.start();
      pod.server.revive();
      await vi.waitFor(() => expect(pod.states['a-2']).toBe('loading'), { timeout: 2000, interval: 5 });
      pod.crash();
    }
    pod.server.kill();
    await pod.start();
    pod.server.revive();
    await comesTo(pod, { 'a-1': 'ready', 'a-2': 'failed' });
  });
});

describe('failures', () => {
  test('a bad version, then a worse one, then restarts, then a revert', async () => {
    const pod = await started([model('a', [1])]);
    pod.artifacts.faults.set(uri('a', 2), { reason: 'the digest is another', terminal: true });
    pod.server.faults.set('a-3', 'model');
    pod.apply([model('a', [1, 2])]);
    await comesTo(pod, { 'a-1': 'ready', 'a-2': 'failed' });
    pod.apply([model('a', [1, 2, 3])]);
    await comesTo(pod, { 'a-1': 'ready', 'a-2': 'failed', 'a-3': 'failed' });
    expect(pod.server.done).toEqual(['load a-1', 'load a-3', 'load a-3']);
    // All pods restarted: what was loaded is gone, what was noted is not.
    pod.stop();
    pod.server.kill();
    pod.server.revive();
    await pod.start();
    await comesTo(pod, { 'a-1': 'ready', 'a-2': 'failed', 'a-3': 'failed' });
    expect(pod.agent.ready).toBe(true);
    pod.apply([model('a', [2, 3, 1])]);
    await comesTo(pod, { 'a-1': 'ready' });
    // It is tried anew when it is asked for anew.
    pod.artifacts.faults.clear();
    pod.apply([model('a', [3, 1, 2])]);
    await comesTo(pod, { 'a-2': 'ready' });
  });

  test('what may go better is tried again, with its reason told', async () => {
    const pod = aPod();
    pod.artifacts.faults.set(uri('a', 1), { reason: 'the store does not answer', terminal: false });
    pod.apply([model('a', [1]), model('b', [1])]);
    await pod.start();
    await comesTo(pod, { 'a-1': 'failed', 'b-1': 'ready' });
    const failed = pod.routers.statuses.flatMap(({ copies }) => copies).find(({ state }) => state === 'failed');
    expect(failed).toMatchObject({ reason: 'the store does not answer' });
    expect(failed).not.toHaveProperty('terminal');
    await vi.waitFor(() =>
      expect(pod.artifacts.fetched.filter((one) => one === uri('a', 1)).length).toBeGreaterThan(3),
    );
    pod.artifacts.faults.clear();
    await comesTo(pod, { 'a-1': 'ready', 'b-1': 'ready' });
  });

  test('are told in one line that is not too long', async () => {
    const pod = aPod();
    pod.artifacts.faults.set(uri('a', 1), { reason: `it says:\n\u001b[2J${'x'.repeat(1_000_000)}`, terminal: true });
    pod.apply([model('a', [1])]);
    await pod.start();
    await comesTo(pod, { 'a-1': 'failed' });
    const reason = pod.status?.copies[0]?.reason ?? '';
    expect(reason.length).toBeLessThan(2000);
    expect(reason).toMatch(/^it says: \[2Jx+…$/);
  });

  test('on another pod abort a version here', async () => {
    const pod = await started([model('a', [1])]);
    pod.routers.aborted = [{ physical: 'a-2', reason: 'cpu/1: the digest is another' }];
    pod.routers.answer();
    pod.apply([model('a', [1, 2])]);
    await comesTo(pod, { 'a-1': 'ready', 'a-2': 'waiting' });
    pod.routers.aborted = [];
    pod.routers.answer();
    await comesTo(pod, { 'a-2': 'ready' });
  });

  test('a disk that takes nothing fails what was to be loaded, and nothing else', async () => {
    const pod = await started([model('a', [1])]);
    rmSync(pod.folder, { recursive: true });
    pod.apply([model('a', [1]), model('b', [1])]);
    await comesTo(pod, { 'a-1': 'ready', 'b-1': 'failed' });
    expect(pod.status?.copies.find(({ model: name }) => name === 'b')?.reason).toContain('cannot be noted');
  });
});

describe('memory', () => {
  test('a load waits while the server takes more than was planned', async () => {
    const pod = aPod();
    pod.server.used = 1950;
    pod.apply([model('a', [1])]);
    await pod.start();
    await comesTo(pod, { 'a-1': 'waiting' });
    expect(pod.status?.memory.used).toBe(1950);
    pod.server.used = 1500;
    await comesTo(pod, { 'a-1': 'ready' });
  });

  test('what was unloaded and not given back is used again', async () => {
    const pod = aPod();
    pod.server.used = 1900;
    await started([model('a', [1])], pod);
    pod.server.used = 1950;
    pod.apply([model('b', [1])]);
    await comesTo(pod, { 'b-1': 'ready' });
    // Also where the agent was started anew in between.
    pod.server.used = 1960;
    pod.apply([model('b', [1]), model('c', [1])]);
    await comesTo(pod, { 'b-1': 'ready', 'c-1': 'waiting' });
    pod.artifacts.held.add(uri('c', 1));
    pod.apply([model('d', [1])]);
    await comesTo(pod, { 'd-1': 'ready' });
    pod.artifacts.held.add(uri('e', 1));
    pod.apply([model('f', [1])]);
    await comesTo(pod, { 'f-1': 'ready' });
    pod.stop();
    await pod.start();
    await comesTo(pod, { 'f-1': 'ready' });
    pod.apply([model('g', [1])]);
    await comesTo(pod, { 'g-1': 'ready' });
  });
});

describe('readiness', () => {
  test('comes with the last model that is always loaded, and stays', async () => {
    const pod = aPod();
    pod.artifacts.held.add(uri('b', 1));
    pod.apply([model('a', [1]), model('b', [1]), model('c', [1], { at: [1] })]);
    await pod.start();
    await comesTo(pod, { 'a-1': 'ready', 'b-1': 'fetching' });
    expect(pod.agent.ready).toBe(false);
    pod.artifacts.held.clear();
    await comesTo(pod, { 'a-1': 'ready', 'b-1': 'ready' });
    expect(pod.agent.ready).toBe(true);
    pod.artifacts.held.add(uri('d', 1));
    pod.apply([model('d', [1])]);
    await comesTo(pod, { 'd-1': 'fetching' });
    expect(pod.agent.ready).toBe(true);
    pod.stop();
    await pod.start();
    expect(pod.agent.ready).toBe(true);
  });

  test('does not wait for what failed for good, nor longer than a model may take', async () => {
    const pod = aPod({ runtime: { ...aPodsRuntime, loadTimeout: 0.2 } });
    pod.artifacts.faults.set(uri('a', 1), { reason: 'the digest is another', terminal: true });
    pod.artifacts.held.add(uri('b', 1));
    pod.apply([model('a', [1]), model('b', [1])]);
    await pod.start();
    await comesTo(pod, { 'a-1': 'failed', 'b-1': 'fetching' });
    expect(pod.agent.ready).toBe(false);
    await vi.waitFor(() => expect(pod.agent.ready).toBe(true));
  });

  test('is not there without a plan', async () => {
    const pod = aPod();
    await pod.start();
    await vi.waitFor(() => expect(pod.status).toBeDefined());
    expect(pod.agent.ready).toBe(false);
    pod.apply([]);
    await vi.waitFor(() => expect(pod.agent.ready).toBe(true));
  });
});

const aPodsRuntime = {
  name: 'mlserver',
  ports: { http: 9000, grpc: 9500 },
  repositoryApi: 'v2',
  layout: 'mlserver',
  workers: 1,
  loadTimeout: 20,
  canRename: true,
  returnsMemory: false,
  livePath: '/v2/health/live',
} as const;

describe('the end of a pod', () => {
  test('waits until all copies are released and no request is in flight', async () => {
    const pod = await started([model('a', [1])]);
    pod.routers.heeds = false;
    pod.doors.requests = 1;
    let ended = false;
    const drained = pod.agent.drain(new AbortController().signal).then(() => {
      ended = true;
    });
    await comesTo(pod, { 'a-1': 'leaving' });
    expect(pod.status).toMatchObject({ draining: true });
    expect(ended).toBe(false);
    pod.routers.heeds = true;
    pod.routers.answer();
    await drained;
    expect(pod.states['a-1']).not.toBe('leaving');
    // It may be asked again.
    await pod.agent.drain(new AbortController().signal);
  });

  test('waits no longer than the handover may take', async () => {
    const pod = await started([model('a', [1])], aPod({ handoverDeadline: 0.1 }));
    pod.routers.heeds = false;
    await pod.agent.drain(new AbortController().signal);
    expect(pod.states).toEqual({ 'a-1': 'leaving' });
  });
});
