import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { discoveryText, gatewayBootstrap, gatewayEndpoints, gatewayRoutes } from '../../src/envoy/index.ts';
import type { PodAddress } from '../../src/ir/index.ts';
import { EnvoyFiles, watchedFiles } from '../../src/runtime/proxy/index.ts';
import { callHttp } from '../support/clients.ts';
import { type RunningEnvoy, startEnvoy } from '../support/envoy.ts';
import { anEnvironment } from '../support/nodes.ts';
import { freePort } from '../support/serving.ts';
import { findEnvoy, isThere } from '../support/tools.ts';

const envoy = findEnvoy();
const routeType = 'envoy.config.route.v3.RouteConfiguration';
const endpointType = 'envoy.config.endpoint.v3.ClusterLoadAssignment';
const pod: PodAddress = { http: { host: '10.0.0.1', port: 80 }, grpc: { host: '10.0.0.1', port: 81 } };
const settings = { timeout: 60, retryBufferBytes: 1_000_000, anyPods: [] };
const { routesHttp, routesGrpc, endpointsHttp, endpointsGrpc } = watchedFiles.gateway;

/** A table in which one model has no copy ready, for a reason by which it can be told from others. */
function table(reason: string): string {
  return discoveryText(routeType, [gatewayRoutes([{ name: 'm', arms: [], idempotent: true, reason }], settings).http]);
}

describe.runIf(isThere(envoy))('files that a real Envoy watches', () => {
  let folder: string;
  let running: RunningEnvoy | undefined;
  let files: EnvoyFiles;
  let port: PodAddress['http'];
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
    files.write(routesHttp.file, table('first'));
    files.write(routesGrpc.file, discoveryText(routeType, [gatewayRoutes([], settings).grpc]));
    files.write(endpointsHttp.file, discoveryText(endpointType, [gatewayEndpoints([]).http]));
    files.write(endpointsGrpc.file, discoveryText(endpointType, [gatewayEndpoints([]).grpc]));
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
    const endpoints = gatewayEndpoints([pod]);
    for (const [file, text] of [
      [routesHttp, table('second')],
      [routesGrpc, discoveryText(routeType, [gatewayRoutes([], { ...settings, timeout: 3 }).grpc])],
      [endpointsHttp, discoveryText(endpointType, [endpoints.http])],
      [endpointsGrpc, discoveryText(endpointType, [endpoints.grpc])],
    ] as const) {
      expect(await files.apply(file, text)).toBe('accepted');
      expect(await files.apply(file, text)).toBe('accepted');
    }
    expect(await said()).toBe('model m has no copy ready: second');
  });

  test('what Envoy refuses is taken back, and what it had goes on, also after a restart', async () => {
    expect(await files.apply(routesHttp, table('good'))).toBe('accepted');
    const good = readFileSync(join(folder, 'dynamic', routesHttp.file), 'utf8');
    const unknownField = table('bad').replace('"domains"', '"nonsense":1,"domains"');
    const notJson = table('bad').slice(0, -5);
    for (const bad of [unknownField, notJson]) {
      expect(await files.apply(routesHttp, bad)).toEqual({ rejected: `Envoy refused ${routesHttp.file}` });
      expect(await said()).toBe('model m has no copy ready: good');
      expect(readFileSync(join(folder, 'dynamic', routesHttp.file), 'utf8')).toBe(good);
    }
    await running?.stop();
    await start();
    expect(await said()).toBe('model m has no copy ready: good');
    expect(await files.apply(routesHttp, table('better'))).toBe('accepted');
    expect(await said()).toBe('model m has no copy ready: better');
  });

  test('a file written while Envoy is away is accepted when it is back', async () => {
    await running?.stop();
    const taken = files.apply(routesHttp, table('later'));
    await start();
    expect(await taken).toBe('accepted');
    expect(await said()).toBe('model m has no copy ready: later');
  });

  test('a bad file that Envoy starts with is refused as well', async () => {
    expect(await files.apply(routesHttp, table('good'))).toBe('accepted');
    expect(await files.apply(routesHttp, table('bad').slice(0, -5))).toHaveProperty('rejected');
    await running?.stop();
    const taken = files.apply(routesHttp, table('bad').slice(0, -5));
    await start();
    expect(await taken).toHaveProperty('rejected');
    expect(await files.apply(routesHttp, table('better'))).toBe('accepted');
    expect(await said()).toBe('model m has no copy ready: better');
  });

  test('whoever waits can be told to stop', async () => {
    await running?.stop();
    running = undefined;
    const abort = new AbortController();
    const taken = files.apply(routesHttp, table('never'), abort.signal);
    abort.abort();
    await expect(taken).rejects.toThrow();
  });
});
