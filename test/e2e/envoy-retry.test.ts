import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RoutedName } from '../../src/envoy/index.ts';
import { callGrpc, callHttp } from '../support/clients.ts';
import { anEnvironment } from '../support/nodes.ts';
import { type Pod, type RunningGateway, startGateway, startPod } from '../support/serving.ts';
import { findEnvoy, isThere } from '../support/tools.ts';

const envoy = findEnvoy();

describe.runIf(isThere(envoy))('what dies under requests', () => {
  let folder: string;
  let a: Pod;
  let b: Pod;
  let gateway: RunningGateway;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'retry-'));
    const setting = { envoy: envoy.path ?? '', environment: anEnvironment(), folder };
    const models = ['twice-1', 'once-1', 'alone-1'].map((physical) => ({ physical }));
    a = await startPod(setting, 'a', models);
    b = await startPod(setting, 'b', models);
    const both = [a.address, b.address];
    const names: readonly RoutedName[] = [
      { name: 'twice', idempotent: true, arms: [{ physical: 'twice-1', weight: 1, pods: both }] },
      { name: 'once', idempotent: false, arms: [{ physical: 'once-1', weight: 1, pods: both }] },
      { name: 'alone', idempotent: true, arms: [{ physical: 'alone-1', weight: 1, pods: [a.address] }] },
    ];
    gateway = await startGateway(setting, names, both);
  });

  afterEach(async () => {
    for (const part of [gateway, a, b]) await part?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const http = (path: string, method = 'POST') => callHttp(gateway.http, false, { path, method });
  const grpc = (name: string) =>
    callGrpc(gateway.grpc, false, {
      method: 'ModelInfer',
      message: Buffer.concat([Buffer.from([10, name.length]), Buffer.from(name)]),
    });

  test('a server that is gone has seen nothing: every request goes to the other copy', async () => {
    a.killServer();
    for (const name of ['twice', 'once']) {
      for (let count = 0; count < 20; count++) {
        const { status, echo, headers } = await http(`/v2/models/${name}/infer`);
        expect([status, echo.pod]).toEqual([200, 'b']);
        expect(headers).not.toHaveProperty('x-stowage-miss');
        const call = await grpc(name);
        expect([call.status, call.pod]).toEqual([0, 'b']);
      }
    }
  });

  test('a server that goes away with a request: another copy gets it only where it may be sent twice', async () => {
    const asked = ['twice', 'once'].map(async (name) => {
      const answers = await Promise.all([0, 1, 2, 3, 4, 5].map(() => http(`/v2/models/${name}/hang`)));
      return answers.map(({ status, text }) => `${status} ${text.trim()}`);
    });
    // Half of them hang at each server. The ones that are sent again hang at b for as long as it lives.
    await pause(300);
    a.killServer();
    await pause(300);
    b.killServer();
    const [, once = []] = await Promise.all(asked);
    expect(new Set(once)).toEqual(new Set(['503 {"error":"the inference server went away"}']));
  });

  test('a request that hung at a server that was killed is answered by the other copy', async () => {
    const pending = Array.from({ length: 6 }, () => http('/v2/models/twice/slow'));
    await pause(100);
    a.killServer();
    const answers = await Promise.all(pending);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
  });

  test('a sidecar that starts anew costs its only copy no request', async () => {
    let running = true;
    const failed: string[] = [];
    let passed = 0;
    const load = Array.from({ length: 4 }, async () => {
      while (running) {
        // An answer that has begun cannot be had again: a call that is cut off in the middle throws.
        const [rest, call] = await Promise.all([http('/v2/models/alone/infer'), grpc('alone').catch(() => undefined)]);
        if (rest.status === 200 && (call?.status ?? 0) === 0) passed++;
        else failed.push(`${rest.status} ${rest.text.trim()}, ${call?.status} ${call?.message}`);
      }
    });
    await pause(300);
    await a.killSidecar();
    await a.startSidecar();
    await pause(500);
    running = false;
    await Promise.all(load);
    expect(failed).toEqual([]);
    expect(passed).toBeGreaterThan(20);
  });
});
