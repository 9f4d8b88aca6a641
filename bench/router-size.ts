import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gatewayBootstrap } from '../src/envoy/index.ts';
import {
  encodeShards,
  type FleetStatus,
  gatewayHeader,
  type RouterPlace,
  type RouterSettings,
} from '../src/ir/index.ts';
import { gatewayPlanOwner, planShardFile } from '../src/names/index.ts';
import { callHttp } from '../test/support/clients.ts';
import { startEnvoy } from '../test/support/envoy.ts';
import { aCopy, aRouted, FakeAgent } from '../test/support/fake-agent.ts';
import { anEnvironment } from '../test/support/nodes.ts';
import { freePort } from '../test/support/serving.ts';
import { residentMebibytes } from './processes.ts';

const pods = 250;

/** MiB of a router with so many models on 250 pods, each on two, after some have moved; its Envoy is real. */
export async function routerSize(
  stowage: readonly [string, ...string[]],
  envoy: string,
  models: number,
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'stowage-bench-router-'));
  for (const name of ['plan', 'run', 'run/dynamic']) mkdirSync(join(folder, name));
  const environment = anEnvironment();
  const place: RouterPlace = {
    pod: 'gateway-1',
    probes: await freePort(),
    metrics: await freePort(),
    stream: await freePort(),
    settings: join(folder, 'router.json'),
    plan: join(folder, 'plan'),
    run: join(folder, 'run'),
  };
  const settings: RouterSettings = {
    version: 1,
    environment: environment.name,
    namespace: environment.namespace,
    planShards: 8,
    port: place.stream.port,
    requestTimeout: 60,
    retryBufferBytes: 1_000_000,
    handoverDeadline: 30,
    drainDeadline: 20,
  };
  const admin = join(place.run, 'admin.sock');
  const bootstrap = gatewayBootstrap(environment, {
    http: await freePort(),
    grpc: await freePort(),
    live: await freePort(),
    metrics: await freePort(),
    admin,
    dynamic: join(place.run, 'dynamic'),
    config: folder,
  });
  writeFileSync(place.settings, JSON.stringify(settings));
  writeFileSync(join(folder, 'place.json'), JSON.stringify(place));
  writeFileSync(join(folder, 'envoy.json'), JSON.stringify(bootstrap));
  const names = Array.from({ length: models }, (_, i) => ({
    ...aRouted({ name: `model-${i}`, at: [i % pods, (i + 1) % pods] }),
  }));
  for (const [shard, text] of encodeShards(gatewayPlanOwner, gatewayHeader(environment.name), names, 8).entries()) {
    writeFileSync(join(place.plan, planShardFile(shard)), text);
  }
  const [program, ...args] = stowage;
  const router = spawn(program, [...args, 'router', '--place', join(folder, 'place.json')], { stdio: 'ignore' });
  const gone = once(router, 'exit');
  const agents = Array.from({ length: pods }, (_, ordinal) => {
    const copies = names.filter(({ at }) => at.includes(ordinal)).map(({ name }) => aCopy(name, 1, 'ready'));
    return new FakeAgent([place.stream], { ordinal, environment: environment.name, copies });
  });
  try {
    const probe = (path: string) => callHttp(place.probes, false, { path, method: 'GET' }).catch(() => undefined);
    while ((await probe('/started'))?.status !== 200) await pause(50);
    const running = await startEnvoy(envoy, join(folder, 'envoy.json'), admin);
    try {
      const isReady = async () => {
        const { models: all } = JSON.parse((await probe('/status'))?.text ?? '{"models":[]}') as FleetStatus;
        return all.length === models && all.every(({ state }) => state === 'ready');
      };
      while (!(await isReady())) await pause(200);
      for (const agent of agents.slice(0, 10)) {
        agent.say({ memory: { capacity: 1000, planned: 1, peak: 1 } });
        await pause(200);
      }
      return residentMebibytes(router.pid ?? 0);
    } finally {
      await running.stop();
    }
  } finally {
    for (const agent of agents) agent.close();
    router.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  }
}
