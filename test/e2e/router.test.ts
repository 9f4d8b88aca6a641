import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { gatewayBootstrap } from '../../src/envoy/index.ts';
import {
  encodeShards,
  type FleetStatus,
  gatewayHeader,
  type HostPort,
  type RoutedModel,
  type RouterPlace,
  type RouterSettings,
} from '../../src/ir/index.ts';
import { gatewayPlanOwner, planShardFile } from '../../src/names/index.ts';
import { callHttp } from '../support/clients.ts';
import { type RunningEnvoy, startEnvoy } from '../support/envoy.ts';
import { aCopy, aRouted, FakeAgent } from '../support/fake-agent.ts';
import { anEnvironment } from '../support/nodes.ts';
import { root } from '../support/root.ts';
import { freePort, type Pod, startPod } from '../support/serving.ts';
import { findEnvoy, isThere } from '../support/tools.ts';
import { until } from '../support/until.ts';

const envoy = findEnvoy();

describe.runIf(isThere(envoy))('the router beside a real Envoy', () => {
  const environment = anEnvironment();
  let folder: string;
  let place: RouterPlace;
  let settings: RouterSettings;
  let router: ChildProcess;
  let gateway: RunningEnvoy | undefined;
  let http: HostPort;
  let live: HostPort;
  let started: { stop?: () => Promise<void>; close?: () => void }[];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'router-'));
    started = [];
    for (const name of ['plan', 'run', 'run/dynamic']) mkdirSync(join(folder, name));
    place = {
      pod: 'gateway-1',
      probes: await freePort(),
      metrics: await freePort(),
      stream: await freePort(),
      settings: join(folder, 'router.json'),
      plan: join(folder, 'plan'),
      run: join(folder, 'run'),
    };
    settings = {
      version: 1,
      environment: environment.name,
      namespace: environment.namespace,
      planShards: 2,
      port: place.stream.port,
      requestTimeout: 60,
      retryBufferBytes: 1_000_000,
      handoverDeadline: 30,
      drainDeadline: 20,
    };
    writeFileSync(place.settings, JSON.stringify(settings));
    writeFileSync(join(folder, 'place.json'), JSON.stringify(place));
    http = await freePort();
    live = await freePort();
    const bootstrap = gatewayBootstrap(environment, {
      http,
      grpc: await freePort(),
      live,
      metrics: await freePort(),
      admin: join(place.run, 'admin.sock'),
      dynamic: join(place.run, 'dynamic'),
      config: folder,
    });
    writeFileSync(join(folder, 'envoy.json'), JSON.stringify(bootstrap));
  });

  afterEach(async () => {
    for (const one of started) one.close?.();
    await stopRouter();
    await gateway?.stop();
    gateway = undefined;
    for (const one of started) await one.stop?.();
    rmSync(folder, { recursive: true, force: true });
  });

  const probe = (path: string) => callHttp(place.probes, false, { path, method: 'GET' });
  const answers = async (path: string) => (await probe(path).catch(() => undefined))?.status === 200;
  const ask = (model: string) => callHttp(http, false, { path: `/v2/models/${model}/infer` });
  const fleet = async (): Promise<FleetStatus> => JSON.parse((await probe('/status')).text);

  async function startRouter(): Promise<void> {
    router = spawn(process.execPath, ['src/cli/main.ts', 'router', '--place', join(folder, 'place.json')], {
      cwd: root,
      stdio: ['ignore', 'ignore', process.env['ROUTER_LOG'] ? 'inherit' : 'ignore'],
    });
    await until(() => answers('/started'));
  }

  async function stopRouter(): Promise<void> {
    if (router === undefined || router.exitCode !== null || router.signalCode !== null) return;
    const gone = once(router, 'exit');
    router.kill('SIGTERM');
    await gone;
  }

  async function startGatewayEnvoy(): Promise<void> {
    gateway = await startEnvoy(envoy.path ?? '', join(folder, 'envoy.json'), join(place.run, 'admin.sock'));
  }

  function mount(models: readonly RoutedModel[]): void {
    for (const [shard, text] of encodeShards(gatewayPlanOwner, gatewayHeader('test'), models, 2).entries()) {
      const path = join(place.plan, planShardFile(shard));
      writeFileSync(`${path}.new`, text);
      renameSync(`${path}.new`, path);
    }
  }

  async function pod(name: string, physicals: readonly string[]): Promise<Pod> {
    const one = await startPod(
      { envoy: envoy.path ?? '', environment, folder },
      name,
      physicals.map((physical) => ({ physical })),
    );
    started.push(one);
    return one;
  }

  function agent(ordinal: number, { address }: Pod, copies: readonly ReturnType<typeof aCopy>[]): FakeAgent {
    const one = new FakeAgent([place.stream], { ordinal, address, copies });
    started.push(one);
    return one;
  }

  test('a version change: the old one serves until the new one is there, and is let go after', async () => {
    mount([aRouted({ name: 'iris', physical: 'iris-2', former: ['iris-1'], at: [0, 1] })]);
    await startRouter();
    expect(await answers('/ready')).toBe(false);
    await startGatewayEnvoy();
    expect((await ask('iris')).status).toBe(503);
    expect((await ask('iris')).text).toContain('the gateway is starting');

    const pods = [await pod('a', ['iris-1', 'iris-2']), await pod('b', ['iris-1', 'iris-2'])] as const;
    const a = agent(0, pods[0], [aCopy('iris', 1, 'leaving'), aCopy('iris', 2, 'loading')]);
    const b = agent(1, pods[1], [aCopy('iris', 1, 'leaving'), aCopy('iris', 2, 'loading')]);
    await until(() => answers('/ready'));
    const old = await ask('iris');
    expect([old.status, old.echo.path]).toEqual([200, '/v2/models/iris-1/infer']);
    expect((await a.hears(() => true)).released).toEqual([]);

    const failures: string[] = [];
    let isOver = false;
    const load = (async () => {
      while (!isOver) {
        const answer = await ask('iris');
        if (answer.status !== 200) failures.push(`${answer.status} ${answer.text}`);
      }
    })();
    a.say({ copies: [aCopy('iris', 1, 'leaving'), aCopy('iris', 2, 'ready')] });
    await pause(500);
    expect((await ask('iris')).echo.path).toBe('/v2/models/iris-1/infer');
    expect(a.word?.released).toEqual([]);
    b.say({ copies: [aCopy('iris', 1, 'leaving'), aCopy('iris', 2, 'ready')] });
    const word = await a.hears(({ released }) => released.length > 0);
    expect(word.released).toEqual(['iris-1']);
    await b.hears(({ released }) => released.includes('iris-1'));
    // What is released goes now, so not one request may still lead there.
    pods[0].load([{ physical: 'iris-2' }]);
    pods[1].load([{ physical: 'iris-2' }]);
    a.say({ copies: [aCopy('iris', 2, 'ready')] });
    b.say({ copies: [aCopy('iris', 2, 'ready')] });
    await pause(300);
    isOver = true;
    await load;
    expect(failures).toEqual([]);
    expect((await ask('iris')).echo.path).toBe('/v2/models/iris-2/infer');
    const { models, pods: known } = await fleet();
    expect(models[0]).toMatchObject({ name: 'iris', state: 'ready', serving: 'iris-2', at: ['cpu/0', 'cpu/1'] });
    expect(known.map(({ connected }) => connected)).toEqual([true, true]);
    expect((await ask('unknown')).status).toBe(404);
  });

  test('two models that wait for the room of each other: one does with a copy less, after the deadline', async () => {
    writeFileSync(place.settings, JSON.stringify({ ...settings, handoverDeadline: 2 }));
    mount([aRouted({ name: 'iris', at: [2] }), aRouted({ name: 'wine', at: [0] })]);
    await startRouter();
    await startGatewayEnvoy();
    const pods = [
      await pod('a', ['iris-1', 'wine-1']),
      await pod('b', ['iris-1']),
      await pod('c', ['wine-1', 'iris-1']),
    ] as const;
    const forRoom = { forRoom: true } as const;
    const a = agent(0, pods[0], [aCopy('iris', 1, 'leaving'), aCopy('wine', 1, 'waiting', forRoom)]);
    const b = agent(1, pods[1], [aCopy('iris', 1, 'leaving')]);
    const c = agent(2, pods[2], [aCopy('iris', 1, 'waiting', forRoom), aCopy('wine', 1, 'leaving')]);
    const begun = performance.now();
    await until(async () => (await ask('iris')).status === 200 && (await ask('wine')).status === 200);

    const failures: string[] = [];
    let isOver = false;
    const load = (async () => {
      while (!isOver) {
        for (const model of ['iris', 'wine']) {
          const answer = await ask(model);
          if (answer.status !== 200) failures.push(`${model}: ${answer.status} ${answer.text}`);
        }
      }
    })();
    await a.hears(({ released }) => released.includes('iris-1'));
    expect(performance.now() - begun).toBeGreaterThan(1_900);
    // As agents do: what is released goes, and what waited for its room comes.
    pods[0].load([{ physical: 'wine-1' }]);
    a.say({ copies: [aCopy('wine', 1, 'ready')] });
    await c.hears(({ released }) => released.includes('wine-1'));
    expect(b.word?.released).toEqual([]);
    pods[2].load([{ physical: 'iris-1' }]);
    c.say({ copies: [aCopy('iris', 1, 'ready')] });
    await b.hears(({ released }) => released.includes('iris-1'));
    b.say({ copies: [] });
    await pause(300);
    isOver = true;
    await load;
    expect(failures).toEqual([]);
    expect((await fleet()).models).toMatchObject([
      { name: 'iris', state: 'ready', at: ['cpu/2'] },
      { name: 'wine', state: 'ready', at: ['cpu/0'] },
    ]);
  });

  test('the router restarted, with its plan torn: what Envoy has goes on, and then follows again', async () => {
    mount([aRouted({ name: 'iris', physical: 'iris-1', at: [0] })]);
    await startRouter();
    await startGatewayEnvoy();
    const a = await pod('a', ['iris-1']);
    agent(0, a, [aCopy('iris', 1, 'ready')]);
    await until(async () => (await ask('iris')).status === 200);
    await until(() => answers('/ready'));
    await stopRouter();
    expect((await ask('iris')).status).toBe(200);
    rmSync(join(place.plan, planShardFile(1)));
    await startRouter();
    expect((await ask('iris')).status).toBe(200);
    expect(await answers('/ready')).toBe(true);
    await until(async () => (await fleet()).models[0]?.state === 'ready');
    expect((await fleet()).planFault).toContain('1 of 2 shards');
    expect((await ask('iris')).status).toBe(200);
    mount([]);
    await until(async () => (await ask('iris')).status === 404);
    expect((await fleet()).planFault).toBeUndefined();
  });

  test('nothing is let go before Envoy has taken the routes, however long it is away', async () => {
    const before = aRouted({ name: 'iris', physical: 'iris-1', at: [0] });
    mount([before]);
    await startRouter();
    await startGatewayEnvoy();
    const pods = [await pod('a', ['iris-1']), await pod('b', ['iris-1'])] as const;
    const a = agent(0, pods[0], [aCopy('iris', 1, 'ready')]);
    agent(1, pods[1], [aCopy('iris', 1, 'ready')]);
    await until(async () => (await ask('iris')).echo.pod === 'a');
    await gateway?.stop();
    mount([{ ...before, at: [1] }]);
    a.say({ copies: [aCopy('iris', 1, 'leaving')] });
    await a.hears(({ seen }) => seen === 1);
    await pause(1_500);
    expect(a.word?.released).toEqual([]);
    await startGatewayEnvoy();
    const word = await a.hears(({ released }) => released.includes('iris-1'));
    expect(word.seen).toBe(2);
    expect((await ask('iris')).echo.pod).toBe('b');
  });

  test('what Envoy refuses is told of, and lets nothing go', async () => {
    mount([aRouted({ name: 'iris', physical: 'iris-1', at: [0] })]);
    await startRouter();
    await startGatewayEnvoy();
    const pods = [await pod('a', ['iris-1']), await pod('b', ['iris-2'])] as const;
    const a = agent(0, pods[0], [aCopy('iris', 1, 'ready')]);
    const b = agent(1, pods[1], [aCopy('iris', 2, 'ready')]);
    await until(async () => (await ask('iris')).status === 200);
    // No header may hold a line break, so Envoy refuses a table with such a name.
    const bad = 'iris-2\n';
    mount([aRouted({ name: 'iris', physical: bad, at: [1] })]);
    b.say({ copies: [{ ...aCopy('iris', 2, 'ready'), physical: bad }] });
    a.say({ copies: [aCopy('iris', 1, 'leaving')] });
    await until(async () => (await fleet()).routesFault !== undefined);
    await pause(300);
    expect(a.word?.released).toEqual([]);
    expect((await ask('iris')).echo.pod).toBe('a');
    mount([aRouted({ name: 'iris', physical: 'iris-2', at: [1] })]);
    b.say({ copies: [aCopy('iris', 2, 'ready')] });
    await a.hears(({ released }) => released.includes('iris-1'));
    expect((await ask('iris')).echo.pod).toBe('b');
    expect((await fleet()).routesFault).toBeUndefined();
  });

  test('a pod whose stream broke stays until it refuses connections', async () => {
    mount([aRouted({ name: 'iris', physical: 'iris-1', at: [0] })]);
    await startRouter();
    await startGatewayEnvoy();
    const a = await pod('a', ['iris-1']);
    const one = agent(0, a, [aCopy('iris', 1, 'ready')]);
    await until(async () => (await ask('iris')).status === 200);
    one.close();
    await until(async () => (await fleet()).pods[0]?.connected === false);
    await pause(4_000);
    expect((await ask('iris')).status).toBe(200);
    started = started.filter((part) => part !== a);
    await a.stop();
    await until(async () => (await fleet()).pods.length === 0);
    await until(async () => (await ask('iris')).text.includes('no server that has it is there'));
  });

  test('a pod that is to end waits for requests in flight, and is not ready meanwhile', async () => {
    mount([aRouted({ name: 'iris', physical: 'iris-1', at: [0] })]);
    await startRouter();
    await startGatewayEnvoy();
    const a = await pod('a', ['iris-1']);
    agent(0, a, [aCopy('iris', 1, 'ready')]);
    await until(async () => (await ask('iris')).status === 200);
    await until(() => answers('/ready'));
    let isAnswered = false;
    const hangs = callHttp(http, false, { path: '/v2/models/iris/hang' }).finally(() => {
      isAnswered = true;
    });
    await pause(200);
    const drained = probe('/drain');
    await pause(3_500);
    expect(isAnswered).toBe(false);
    expect(await answers('/ready')).toBe(false);
    expect(await Promise.race([drained, pause(10, 'waits')])).toBe('waits');
    a.killServer();
    await hangs;
    expect((await drained).status).toBe(200);
    expect(await answers('/drain')).toBe(true);
    const gone = once(router, 'exit');
    router.kill('SIGTERM');
    expect(await gone).toEqual([0, null]);
  });
});
