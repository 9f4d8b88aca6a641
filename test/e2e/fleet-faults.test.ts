import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callHttp } from '../support/clients.ts';
import { isCutOff, type SteadyLoad, summaryOf } from '../support/load.ts';
import { type FleetModel, RunningFleet, trainModels } from '../support/running-fleet.ts';
import { findServing, isThere } from '../support/tools.ts';

const tools = findServing();

/** Two copies each, but for the last. */
const models: readonly FleetModel[] = [
  { name: 'churn', format: 'sklearn', version: 1, replicas: 2 },
  { name: 'fraud', format: 'xgboost', version: 1, replicas: 2 },
  { name: 'ranks', format: 'lightgbm', version: 1, replicas: 2 },
  { name: 'alone', format: 'sklearn', version: 1, replicas: 1 },
];

/** A pickle whose reading ends the process that reads it. */
const deadly = `import os, pickle, sys
class Deadly:
    def __reduce__(self):
        return (os._exit, (13,))
import joblib
joblib.dump(Deadly(), sys.argv[1])
`;

describe.runIf(isThere(tools))('what goes wrong in a fleet', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trained-'));
  let fleet: RunningFleet;
  let load: SteadyLoad;

  beforeAll(async () => {
    trainModels(folder, models, [1, 2]);
    fleet = new RunningFleet(folder, { replicas: 2, memory: { model: '100Mi', server: '1Gi' }, models });
    await fleet.commit();
    await fleet.settled();
  });

  afterAll(async () => {
    await load?.stop();
    await fleet?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The model that is not as planned, and why. */
  const refused = async (name: string, reason: RegExp) => {
    const status = await fleet.until(`refused: ${reason}`, ({ models: all }) => {
      const one = all.find((model) => model.name === name);
      return one !== undefined && one.state !== 'ready' && reason.test(one.reason ?? '');
    });
    const others = status.models.filter((model) => model.name !== name);
    expect(others.map(({ name: other, state }) => [other, state])).toEqual(
      others.map(({ name: other }) => [other, 'ready']),
    );
  };

  test('a server process that is killed costs its models with a second copy nothing, and they come back', async () => {
    const twice = fleet.asked().filter(({ model }) => model !== 'alone');
    load = await fleet.load(twice, 8);
    await pause(1000);
    for (const pod of ['cpu-0', 'cpu-1']) {
      const before = fleet.local.pods.get(pod)?.pids.get('server');
      fleet.local.pods.get(pod)?.signal('server', 'SIGKILL');
      await fleet.until('lost', ({ pods }) =>
        pods.some((one) => one.pod === pod && one.copies.some(({ state }) => state !== 'ready')),
      );
      await fleet.settled();
      expect(fleet.local.pods.get(pod)?.pids.get('server')).not.toBe(before);
      const failures = load.takeFailures();
      expect(summaryOf(failures.filter((failure) => !isCutOff(failure)))).toEqual([]);
      // The server may be killed between the head of an answer and its body.
      expect(failures.length).toBeLessThanOrEqual(1);
    }
    expect(load.answered).toBeGreaterThan(100);
  });

  describe('a new version that cannot be had fails alone, and the old one goes on', () => {
    const name = 'churn';

    test.each([
      ['a corrupt artifact', 11, (path: string) => writeFileSync(path, 'no pickle'), /pickle|load/i],
      [
        'no artifact at all',
        12,
        (path: string) => rmSync(join(path, '..'), { recursive: true }),
        /no such|not there|found|nothing/i,
      ],
      ['a model that is no model of its format', 13, (path: string) => rmSync(path), /no file of a usual name/],
    ])('%s', async (_what, version, spoil, reason) => {
      const good = fleet.shape;
      fleet.spoil(name, version, spoil);
      await fleet.commit(fleet.changed({ [name]: { version } }));
      await refused(name, reason);
      await pause(500);
      expect(load.takeSummary()).toEqual([]);
      await fleet.commit(good);
      await fleet.settled();
    });

    test('a digest that is another', async () => {
      const good = fleet.shape;
      fleet.spoil(name, 14, (path) => appendFileSync(path, ' '));
      const digest = `sha256:${'0'.repeat(64)}`;
      await fleet.commit(fleet.changed({ [name]: { version: 14, digest } }));
      await refused(name, /sha256:/);
      await pause(500);
      expect(load.takeSummary()).toEqual([]);
      await fleet.commit(good);
      await fleet.settled();
    });

    test('one that is larger than the disk', async () => {
      const good = fleet.shape;
      fleet.spoil(name, 15, (path) => writeFileSync(join(path, '..', 'weights.bin'), Buffer.alloc(80 * 1024 * 1024)));
      await fleet.commit(fleet.changed({ [name]: { version: 15 } }));
      await refused(name, /MiB/);
      await pause(500);
      expect(load.takeSummary()).toEqual([]);
      await fleet.commit(good);
      await fleet.settled();
    });
  });

  test('a new model that kills its server is given up, and the others come back', async () => {
    const good = fleet.shape;
    const killer: FleetModel = { name: 'killer', format: 'sklearn', version: 1, replicas: 1 };
    fleet.make(killer.name, 1, deadly);
    await fleet.commit({ ...good, models: [...good.models, killer] });
    // Its server is back, with all that was there, once it is not tried again.
    await fleet.until('given up, and the rest ready', ({ models: all, pods }) => {
      const copies = pods.flatMap((pod) => pod.copies).filter(({ model }) => model === killer.name);
      const others = all.filter((model) => model.name !== killer.name);
      return (
        copies.some(({ state, terminal }) => state === 'failed' && terminal) &&
        others.every(({ state }) => state === 'ready')
      );
    });
    expect(load.takeSummary()).toEqual([]);
    const [gateway] = fleet.ready;
    const answer = await callHttp(gateway?.http ?? { host: '', port: 0 }, false, { path: '/v2/models/killer/infer' });
    expect(answer.status).toBe(503);
    expect(answer.text).toBe(`{"error":"model killer has no copy ready: it could not be loaded"}\n`);
    expect(answer.headers['retry-after']).toMatch(/^\d+$/);
    await fleet.commit(good);
    await fleet.settled();
    expect(load.takeSummary()).toEqual([]);
  });

  test('a new version that kills its server is tried on one replica, and clients notice nothing', async () => {
    const good = fleet.shape;
    fleet.make('churn', 16, deadly);
    load.takeFailures();
    await fleet.commit(fleet.changed({ churn: { version: 16 } }));
    const status = await fleet.until('given up, and the rest ready', ({ models: all }) =>
      all.every(({ name, state, reason = '' }) => (name === 'churn' ? /is given up/.test(reason) : state === 'ready')),
    );
    const churn = status.models.find(({ name }) => name === 'churn');
    const [first = '', second = ''] =
      (
        await fleet.until('served', ({ models: all }) =>
          all.some(({ name, at }) => name === 'churn' && at.length === 2),
        )
      ).models.find(({ name }) => name === 'churn')?.at ?? [];
    expect(churn?.reason).toContain(`is given up: ${first}:`);
    const deaths = fleet.ends.filter((end) => end.includes('exit code 13')).slice(-2);
    expect(deaths.map((end) => end.split(' ')[0])).toEqual([first.replace('/', '-'), first.replace('/', '-')]);
    expect(second).not.toBe(first);
    expect(summaryOf(load.takeFailures().filter((failure) => !isCutOff(failure)))).toEqual([]);
    await fleet.commit(good);
    await fleet.settled();
  });

  test('a model with one copy comes back by itself as well', async () => {
    const status = await fleet.settled();
    const [at = ''] = status.models.find(({ name }) => name === 'alone')?.at ?? [];
    fleet.local.pods.get(at.replace('/', '-'))?.signal('server', 'SIGKILL');
    await fleet.until('gone', ({ models: all }) =>
      all.some(({ name, state }) => name === 'alone' && state !== 'ready'),
    );
    await fleet.settled();
  });
});
