import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { discoveryText, gatewayBootstrap, gatewayEndpoints, gatewayRoutes, routeBytes } from '../../src/envoy/index.ts';
import type { HostPort } from '../../src/ir/index.ts';
import { EnvoyFiles, watchedFiles } from '../../src/runtime/proxy/index.ts';
import { callHttp } from '../support/clients.ts';
import { type RunningEnvoy, startEnvoy } from '../support/envoy.ts';
import { anEnvironment } from '../support/nodes.ts';
import { freePort } from '../support/serving.ts';
import { findEnvoy, isThere } from '../support/tools.ts';

const envoy = findEnvoy();
const endpointType = 'envoy.config.endpoint.v3.ClusterLoadAssignment';
const pod: HostPort = { host: '10.0.0.1', port: 80 };
const settings = { timeout: 60, retryBufferBytes: 1_000_000, anyPods: [] };
const { routes, endpoints } = watchedFiles.gateway;

/** A table in which one model has no copy ready, for a reason by which it can be told from others. */
function table(reason: string): Buffer {
  return routeBytes(gatewayRoutes([{ name: 'm', arms: [], idempotent: true, reason }], settings));
}

/** A table and, beside it, a field that Envoy does not know. */
const nonsense = Buffer.concat([table('bad'), Buffer.from([0xf8, 0x3f, 1])]);

describe.runIf(isThere(envoy))('files that a real Envoy watches', () => {
  let folder: string;
  let running: RunningEnvoy | undefined;
  let files: EnvoyFiles;
  let port: HostPort;
  let start: () => Promise<void>;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'files-'));
    mkdirSync(join(folder, 'dynamic'));
    port = await freePort();
    const admin = join(folder, 'admin.sock');
    const place = {
      http: port,
      grpc: await freePort(),
      live: await freePort(),
      metrics: await freePort(),
      admin,
      dynamic: join(folder, 'dynamic'),
      config: folder,
    };
    writeFileSync(join(folder, 'envoy.json'), JSON.stringify(gatewayBootstrap(anEnvironment(), place)));
    files = new EnvoyFiles(place.dynamic, admin);
    files.write(routes.file, table('first'));
    files.write(endpoints.file, discoveryText(endpointType, [gatewayEndpoints([])]));
    start = async () => {
      running = await startEnvoy(envoy.path ?? '', join(folder, 'envoy.json'), admin);
    };
    await start();
  });

  afterEach(async () => {
    await running?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const said = async () => JSON.parse((await callHttp(port, false, { path: '/v2/models/m/infer' })).text).error;

  test('each kind of file is accepted, the same text once more at once', async () => {
    for (const [file, text] of [
      [routes, table('second')],
      [endpoints, discoveryText(endpointType, [gatewayEndpoints([pod])])],
    ] as const) {
      expect(await files.apply(file, text)).toBe('accepted');
      expect(await files.apply(file, text)).toBe('accepted');
    }
    expect(await said()).toBe('model m has no copy ready: second');
  });

  test('what Envoy refuses is taken back, and what it had goes on, also after a restart', async () => {
    expect(await files.apply(routes, table('good'))).toBe('accepted');
    const good = readFileSync(join(folder, 'dynamic', routes.file));
    for (const bad of [nonsense, Buffer.alloc(0)]) {
      expect(await files.apply(routes, bad)).toEqual({ rejected: `Envoy refused ${routes.file}` });
      expect(await said()).toBe('model m has no copy ready: good');
      expect(readFileSync(join(folder, 'dynamic', routes.file)).equals(good)).toBe(true);
    }
    await running?.stop();
    await start();
    expect(await said()).toBe('model m has no copy ready: good');
    expect(await files.apply(routes, table('better'))).toBe('accepted');
    expect(await said()).toBe('model m has no copy ready: better');
  });

  test('a file written while Envoy is away is accepted when it is back', async () => {
    await running?.stop();
    const taken = files.apply(routes, table('later'));
    await start();
    expect(await taken).toBe('accepted');
    expect(await said()).toBe('model m has no copy ready: later');
  });

  test('a bad file that Envoy starts with is refused as well', async () => {
    expect(await files.apply(routes, table('good'))).toBe('accepted');
    expect(await files.apply(routes, nonsense)).toHaveProperty('rejected');
    await running?.stop();
    const taken = files.apply(routes, nonsense);
    await start();
    expect(await taken).toHaveProperty('rejected');
    expect(await files.apply(routes, table('better'))).toBe('accepted');
    expect(await said()).toBe('model m has no copy ready: better');
  });

  test('whoever waits can be told to stop', async () => {
    await running?.stop();
    running = undefined;
    const abort = new AbortController();
    const taken = files.apply(routes, table('never'), abort.signal);
    abort.abort();
    await expect(taken).rejects.toThrow();
  });
});
