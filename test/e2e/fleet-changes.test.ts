import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FleetStatus } from '../../src/ir/index.ts';
import { allowVersions, type ComparedChange, changeUnderLoad, comparisonTable } from '../support/changes-under-load.ts';
import { callHttp } from '../support/clients.ts';
import { type Asked, isClose, isCutOff, type SteadyLoad, summaryOf } from '../support/load.ts';
import { GrpcClient, grpcNumbers, grpcTensor, restNumbers } from '../support/oip.ts';
import { type FleetModel, RunningFleet, trainModels } from '../support/running-fleet.ts';
import { findServing, isThere } from '../support/tools.ts';

const tools = findServing();
const formats = ['sklearn', 'xgboost', 'lightgbm'] as const;

/** Twelve models, of which the last four have one copy. */
const models: readonly FleetModel[] = Array.from({ length: 12 }, (_, i) => {
  const format = formats[i % 3] ?? 'sklearn';
  return { name: `${format}-${i}`, format, version: 1, replicas: i < 8 ? 2 : 1 };
});

describe.runIf(isThere(tools))('a fleet of twelve models on three replicas', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trained-'));
  const changes: ComparedChange[] = [];
  let fleet: RunningFleet;

  beforeAll(async () => {
    trainModels(folder, models, [1, 2, 3, 4, 5]);
    fleet = new RunningFleet(folder, { replicas: 3, memory: { model: '100Mi', server: '2Gi' }, models });
    await fleet.commit();
    await fleet.settled();
  });

  afterAll(async () => {
    await fleet?.close();
    rmSync(folder, { recursive: true, force: true });
    if (changes.length > 0) console.log(comparisonTable(changes));
  });

  describe('every model answers what its library predicts', () => {
    test.each(models.map(({ name }) => name))('%s', async (name) => {
      const { request, predictions } = fleet.expected(name, 1);
      for (const { http, grpc } of fleet.ready) {
        for (const [path, headers] of [
          [name, {}],
          ['another', { 'seldon-model': name }],
          ['another', { 'mm-model-id': name }],
          ['another', { 'mm-vmodel-id': name }],
        ] as const) {
          const body = Buffer.from(JSON.stringify(request));
          const answer = await callHttp(http, false, { path: `/v2/models/${path}/infer`, headers, body });
          expect([answer.status, isClose(predictions, restNumbers(answer.text))]).toEqual([200, true]);
        }
        const client = new GrpcClient(grpc);
        for (const [model_name, headers] of [
          [name, {}],
          ['another', { 'seldon-model': name }],
          ['another', { 'mm-model-id': name }],
        ] as const) {
          const inputs = request.inputs.map(grpcTensor);
          const reply = await client.call('ModelInfer', { model_name, inputs }, headers);
          expect([reply.code, isClose(predictions, grpcNumbers(reply))]).toEqual([0, true]);
        }
        client.close();
      }
    });
  });

  test('metadata, readiness and health are answered in each protocol', async () => {
    const [gateway] = fleet.ready;
    if (!gateway) throw new Error('no gateway is ready');
    const get = async (path: string) => {
      const { status, text } = await callHttp(gateway.http, false, { path, method: 'GET' });
      return [status, text.startsWith('{') ? JSON.parse(text) : text];
    };
    expect(await get('/v2/models/sklearn-0/ready')).toEqual([200, '']);
    expect(await get('/v2/models/sklearn-0')).toEqual([200, expect.objectContaining({ platform: '' })]);
    expect(await get('/v2/health/live')).toEqual([200, {}]);
    expect(await get('/v2/health/ready')).toEqual([200, {}]);
    expect(await get('/v2')).toEqual([200, expect.objectContaining({ name: 'stowage' })]);
    expect(await get('/v2/models/nobody/ready')).toEqual([404, { error: 'model nobody is not known here' }]);
    const client = new GrpcClient(gateway.grpc);
    expect(await client.call('ModelReady', { name: 'sklearn-0' })).toMatchObject({ code: 0, reply: { ready: true } });
    expect(await client.call('ModelMetadata', { name: 'sklearn-0' })).toMatchObject({ code: 0 });
    expect(await client.call('ServerLive', {})).toMatchObject({ code: 0, reply: { live: true } });
    expect(await client.call('ServerReady', {})).toMatchObject({ code: 0, reply: { ready: true } });
    expect(await client.call('ModelReady', { name: 'nobody' })).toMatchObject({ code: 5 });
    client.close();
  });

  describe('under steady load no request fails', () => {
    let asked: readonly Asked[];
    let load: SteadyLoad;

    beforeAll(async () => {
      asked = fleet.asked();
      load = await fleet.load(asked);
    });

    afterAll(() => load.stop());

    /**
     * What clients saw since this was called last.
     *
     * @param cut how many answers may have been cut off
     */
    const clean = async (cut = 0) => {
      const failures = load.takeFailures();
      expect(summaryOf(failures.filter((failure) => !isCutOff(failure)))).toEqual([]);
      expect(failures.length).toBeLessThanOrEqual(cut);
      const before = load.answered;
      await pause(500);
      expect(load.answered).toBeGreaterThan(before);
    };

    const change = async (name: string, shape: Parameters<typeof changeUnderLoad>[4]) => {
      const compared = await changeUnderLoad(fleet, load, asked, name, shape);
      changes.push(compared);
      expect(summaryOf(compared.failures)).toEqual([]);
      expect(compared.done).toEqual(compared.predicted);
    };

    test('a version changes, of models with two copies and with one', () =>
      change(
        'new versions',
        fleet.changed({ 'sklearn-0': { version: 2 }, 'xgboost-1': { version: 2 }, 'lightgbm-11': { version: 2 } }),
      ));

    test('models move to a server that is new, and back', async () => {
      const before = fleet.shape;
      const other = `kind: Server
metadata: { name: other }
spec: { runtime: mlserver, replicas: 1, memory: 1Gi }`;
      const moved = fleet.changed({
        'sklearn-9': { more: '  server: other' },
        'xgboost-10': { more: '  server: other' },
      });
      await change('two models to a new server', { ...moved, more: other });
      await change('and back, without it', before);
    });

    test('a replica comes and goes', async () => {
      const before = fleet.shape;
      const more = fleet.changed({ 'sklearn-0': { replicas: 4 } });
      await change('a replica more', { ...more, replicas: 4 });
      await change('a replica fewer', before);
    });

    test('a model goes: 404 from then on', async () => {
      const [gateway] = fleet.ready;
      const gone = asked.findIndex(({ model }) => model === 'lightgbm-8');
      const [one] = asked.slice(gone);
      await load.stop();
      asked = asked.filter((other) => other !== one);
      load = await fleet.load(asked);
      await change('a model removed', fleet.without('lightgbm-8'));
      const answer = await callHttp(gateway?.http ?? { host: '', port: 0 }, false, {
        path: '/v2/models/lightgbm-8/infer',
      });
      expect([answer.status, answer.text]).toEqual([404, '{"error":"model lightgbm-8 is not known here"}\n']);
    });

    test.each([
      ['an agent', 'cpu-0', 'agent', 0],
      ['a router', 'stowage-gateway-0', 'router', 0],
      // It is killed with what is going through it at that moment.
      ['a sidecar', 'cpu-1', 'envoy', 2],
    ])('%s is killed and starts anew', async (_what, pod, role, cut) => {
      const pid = fleet.local.pods.get(pod)?.pids.get(role);
      fleet.local.pods.get(pod)?.signal(role, 'SIGKILL');
      await pause(3000);
      await fleet.settled();
      expect(fleet.local.pods.get(pod)?.pids.get(role)).not.toBe(pid);
      await clean(cut);
    });

    test('each gateway is replaced', async () => {
      for (const name of [...fleet.local.gateways.keys()]) {
        await fleet.local.restart(name);
        await fleet.settled();
      }
      await clean();
    });

    test('three plans are skipped', async () => {
      for (const version of [2, 3, 4]) {
        fleet.shape = fleet.changed({ 'sklearn-3': { version }, 'xgboost-4': { version } });
        await fleet.compile();
      }
      const last = fleet.changed({ 'sklearn-3': { version: 5 }, 'xgboost-4': { version: 5 } });
      allowVersions(fleet, asked, last);
      await fleet.commit(last);
      await fleet.settled();
      await clean();
    });

    test('a plan is torn between shards', async () => {
      const pods = [...fleet.local.pods.keys()].filter((name) => name.startsWith('cpu-'));
      const next = fleet.changed({ 'lightgbm-5': { version: 2 } });
      allowVersions(fleet, asked, next);
      await fleet.tear(next, pods);
      const faults = ({ pods: all }: FleetStatus) =>
        all.filter(({ connected }) => connected).map(({ planFault = 'none' }) => planFault);
      const torn = await fleet.until('torn', (status) => faults(status).every((fault) => fault !== 'none'));
      expect(faults(torn)).toEqual(pods.map(() => expect.stringContaining('shards')));
      await clean();
      await fleet.commit(next);
      expect(faults(await fleet.settled())).toEqual(pods.map(() => 'none'));
      await clean();
    });

    test('a setting changes, for which every pod starts anew', async () => {
      const before = new Map([...fleet.local.pods].map(([name, pod]) => [name, pod.pids.get('envoy')]));
      await fleet.commit({ ...fleet.shape, timeout: 9 });
      await fleet.settled();
      for (const [name, pod] of fleet.local.pods) expect(pod.pids.get('envoy')).not.toBe(before.get(name));
      await clean();
    });

    test('a bad version, then a worse one, then all pods restart, then it is reverted', async () => {
      const name = 'sklearn-6';
      const good = fleet.shape;
      fleet.spoil(name, 6, (path) => writeFileSync(path, 'no pickle'));
      fleet.spoil(name, 7, (path) => rmSync(path));
      const failedIn = (version: number) =>
        fleet.until(`refused ${version}`, ({ models: all }) => {
          const one = all.find((model) => model.name === name);
          return one?.state === 'partial' && /cannot|no file|pickle|fail/i.test(one.reason ?? '');
        });
      await fleet.commit(fleet.changed({ [name]: { version: 6 } }));
      const bad = await failedIn(6);
      expect(bad.models.filter(({ state }) => state !== 'ready').map((model) => model.name)).toEqual([name]);
      await fleet.commit(fleet.changed({ [name]: { version: 7 } }));
      await failedIn(7);
      await clean();
      for (const pod of ['cpu-2', 'cpu-1', 'cpu-0']) {
        await fleet.local.restart(pod);
        await fleet.until('back', ({ pods }) => pods.some((one) => one.pod === pod && one.connected && !one.draining));
        await fleet.local.pods.get(pod)?.untilReady(60_000);
      }
      await clean();
      await fleet.commit(good);
      await fleet.settled();
      await clean();
    });
  });
});
