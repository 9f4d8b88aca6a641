import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sidecarBootstrap } from '../../src/envoy/index.ts';
import {
  type AgentPlace,
  type AgentSettings,
  encodeShards,
  type HostPort,
  type PlannedModel,
  type PodStatus,
} from '../../src/ir/index.ts';
import { headers, planShardFile, serverPlanOwner } from '../../src/names/index.ts';
import { AgentServer, type AgentStream } from '../../src/runtime/stream/index.ts';
import { type RunningEnvoy, startEnvoy } from '../support/envoy.ts';
import { anEnvironment, aRuntime } from '../support/nodes.ts';
import { type RepositoryServer, startRepositoryServer } from '../support/repository-server.ts';
import { root } from '../support/root.ts';
import { freePort } from '../support/serving.ts';
import { findEnvoy, isThere } from '../support/tools.ts';
import { until } from '../support/until.ts';

const envoy = findEnvoy();

/** The agent as a process, with a real sidecar, before a stand-in for the inference server and one for a router. */
describe.runIf(isThere(envoy))('an agent and its sidecar', () => {
  const folder = mkdtempSync(join(tmpdir(), 'agent-'));
  const at = (name: string) => join(folder, name);
  const running: { stop: () => void | Promise<void> }[] = [];
  let place: AgentPlace;
  let server: RepositoryServer;
  let agent: ChildProcess;
  let sidecar: RunningEnvoy;
  let status: PodStatus | undefined;
  let stream: AgentStream | undefined;
  let log = '';

  beforeAll(async () => {
    for (const name of ['plan', 'run', 'repository', 'store']) mkdirSync(at(name));
    server = await startRepositoryServer(at('repository'));
    running.push(server);
    const router = await startRouter();
    const inbound = await freePort();
    const ports = { http: server.port, grpc: server.port };
    place = {
      pod: 'cpu-0',
      ordinal: 0,
      address: inbound,
      probes: await freePort(),
      metrics: await freePort(),
      settings: at('agent.json'),
      plan: at('plan'),
      run: at('run'),
      artifacts: at('artifacts'),
      repository: at('repository'),
      modules: at('modules'),
      state: at('state'),
      routers: at('routers.json'),
      local: true,
    };
    const settings: AgentSettings = {
      version: 1,
      environment: 'test',
      namespace: 'models',
      server: 'cpu',
      runtime: {
        name: 'triton',
        ports,
        repositoryApi: 'v2',
        layout: 'triton',
        workers: 1,
        loadTimeout: 20,
        canRename: true,
        returnsMemory: true,
        livePath: '/v2/health/live',
      },
      memory: 1024,
      capacity: { memory: 1000 },
      overcommit: 0,
      cache: 100,
      planShards: 1,
      stores: [{ name: 'artifacts', uri: `file://${at('store')}` }],
      gateway: { host: 'gateway', port: 1 },
      requestTimeout: 1,
      handoverDeadline: 5,
    };
    writeFileSync(place.settings, JSON.stringify(settings));
    writeFileSync(at('place.json'), JSON.stringify(place));
    writeFileSync(at('routers.json'), JSON.stringify([router]));
    startAgent();
    // As in a pod: Envoy starts once the agent says that its files are there.
    await until(async () => (await probe('started')) === 200);
    const free = async () => ({ live: await freePort(), metrics: await freePort(), serverMetrics: await freePort() });
    const local = { host: '127.0.0.1', port: server.port };
    const bootstrap = sidecarBootstrap(anEnvironment(), aRuntime(), 256, {
      inbound,
      ...(await free()),
      server: { http: local, grpc: local },
      admin: at('run/admin.sock'),
      dynamic: at('run/dynamic'),
      config: folder,
    });
    writeFileSync(at('envoy.json'), JSON.stringify(bootstrap));
    sidecar = await startEnvoy(envoy.path ?? '', at('envoy.json'), at('run/admin.sock'));
    running.push({ stop: () => sidecar.stop() });
  });

  afterAll(async () => {
    agent?.kill('SIGKILL');
    for (const one of running.toReversed()) await one.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A router that lets go of what is leaving. */
  async function startRouter(): Promise<HostPort> {
    const router = new AgentServer(
      { environment: 'test', at: { host: '127.0.0.1', port: 0 }, log: () => {} },
      {
        status: (from, said) => {
          stream = from;
          status = said;
          stream.say({
            version: 1,
            router: 'router',
            seen: said.sequence,
            released: said.copies.filter(({ state }) => state === 'leaving').map(({ physical }) => physical),
            aborted: [],
            refuge: [],
          });
        },
        gone: () => {},
        fleet: () => '{}',
        watchFleet: () => () => {},
      },
    );
    const address = await router.listen();
    running.push({ stop: () => router.close() });
    return address;
  }

  function startAgent(): void {
    agent = spawn(process.execPath, [join(root, 'src/cli/main.ts'), 'agent', '--place', at('place.json')], {
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    agent.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
    });
  }

  async function probe(path: string): Promise<number> {
    try {
      return (await fetch(`http://127.0.0.1:${place.probes.port}/${path}`)).status;
    } catch {
      return 0;
    }
  }

  function apply(...models: readonly PlannedModel[]): void {
    const header = { environment: 'test', runtime: 'triton', base: 1, max: 1 };
    const [shard = ''] = encodeShards(serverPlanOwner('cpu'), header, models, 1);
    writeFileSync(join(place.plan, planShardFile(0)), shard);
  }

  function model(name: string, number: number, limits: PlannedModel['limits'] = {}): PlannedModel {
    const version = (n: number) => {
      const artifact = at(`store/${name}/${n}`);
      mkdirSync(artifact, { recursive: true });
      writeFileSync(join(artifact, 'model.onnx'), `${name} ${n}`);
      return {
        physical: `${name}-${n}`,
        artifact: { uri: `file://${artifact}`, store: 'artifacts', format: 'onnx' },
        memory: 100,
        peak: 100,
      };
    };
    const former = number > 1 ? [version(number - 1)] : [];
    return {
      name,
      current: version(number),
      former,
      at: [0],
      spare: [],
      residency: 'always',
      update: 'surge',
      limits,
    };
  }

  async function comesTo(states: Readonly<Record<string, string>>): Promise<void> {
    const now = () => Object.fromEntries(status?.copies.map(({ physical, state }) => [physical, state]) ?? []);
    try {
      await until(() => JSON.stringify(now()) === JSON.stringify(states), 15_000);
    } catch {
      throw new Error(`it is ${JSON.stringify(status?.copies)}: ${log.slice(-3000)}`);
    }
  }

  async function ask(physical: string): Promise<{ status: number; miss: string | null }> {
    const answer = await fetch(`http://127.0.0.1:${place.address.port}/v2/models/${physical}/infer`, {
      method: 'POST',
      body: '{"inputs":[]}',
      headers: { [headers.physical]: physical, 'content-type': 'application/json' },
    });
    await answer.text();
    return { status: answer.status, miss: answer.headers.get(headers.miss) };
  }

  /** Asks without a break until what is done is done; gives every answer that was none. */
  async function underLoad(physical: string, what: () => Promise<void>): Promise<readonly unknown[]> {
    const failed: unknown[] = [];
    let done = false;
    const asking = (async () => {
      while (!done) {
        const answer = await ask(physical).catch((error: unknown) => ({ status: 0, error }));
        if (answer.status !== 200) failed.push(answer);
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    })();
    try {
      await what();
    } finally {
      done = true;
      await asking;
    }
    return failed;
  }

  test('lets in what is loaded and nothing else', async () => {
    expect(await ask('a-1')).toEqual({ status: 503, miss: '1' });
    expect(await probe('ready')).toBe(503);
    apply(model('a', 1), model('b', 1, { concurrency: 2, timeout: 5 }));
    await comesTo({ 'a-1': 'ready', 'b-1': 'ready' });
    expect(await ask('a-1')).toEqual({ status: 200, miss: null });
    expect(await ask('b-1')).toEqual({ status: 200, miss: null });
    expect(await ask('c-1')).toEqual({ status: 503, miss: '1' });
    expect(await probe('ready')).toBe(200);
  });

  test('SIGKILL of the agent, and its restart, close no door', async () => {
    const { instance } = status ?? {};
    const failed = await underLoad('b-1', async () => {
      agent.kill('SIGKILL');
      await once(agent, 'exit');
      startAgent();
      await until(() => status?.instance !== instance);
      await comesTo({ 'a-1': 'ready', 'b-1': 'ready' });
    });
    expect(failed).toEqual([]);
    expect(
      server
        .requests()
        .filter((one) => one.includes('/repository/models/'))
        .toSorted(),
    ).toEqual(['POST /v2/repository/models/a-1/load', 'POST /v2/repository/models/b-1/load']);
  });

  test('a new version comes and the old one goes; other models see nothing of it', async () => {
    const failed = await underLoad('b-1', async () => {
      apply(model('a', 2), model('b', 1, { concurrency: 3 }));
      await comesTo({ 'a-2': 'ready', 'b-1': 'ready' });
    });
    expect(failed).toEqual([]);
    expect(await ask('a-2')).toEqual({ status: 200, miss: null });
    expect(await ask('a-1')).toEqual({ status: 503, miss: '1' });
  });

  test('a restart of Envoy finds the files it had', async () => {
    await sidecar.stop();
    apply(model('a', 2), model('b', 2));
    await until(() => status?.copies.some(({ physical, state }) => physical === 'b-2' && state === 'loading') === true);
    sidecar = await startEnvoy(envoy.path ?? '', at('envoy.json'), at('run/admin.sock'));
    await comesTo({ 'a-2': 'ready', 'b-2': 'ready' });
    expect(await ask('b-2')).toEqual({ status: 200, miss: null });
  });

  test('drains, ends when told, and was small', async () => {
    expect(await probe('drain')).toBe(200);
    expect(status?.draining).toBe(true);
    expect(status?.copies.filter(({ state }) => state === 'ready' || state === 'leaving')).toEqual([]);
    const memory = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${agent.pid}/status`, 'utf8'))?.[1];
    // Compiled, as it is shipped, it takes some 40 MB less than from its sources, for which Node loads a compiler.
    expect(Number(memory)).toBeLessThan(150_000);
    agent.kill('SIGTERM');
    const [code] = await once(agent, 'exit');
    expect(code).toBe(0);
  });
});
