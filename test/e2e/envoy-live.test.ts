import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RoutedName } from '../../src/envoy/index.ts';
import { writeCertificates } from '../support/certificates.ts';
import { type Call, callGrpc, callHttp, type GrpcCall } from '../support/clients.ts';
import { anEnvironment } from '../support/nodes.ts';
import { type Pod, type RunningGateway, startGateway, startPod } from '../support/serving.ts';
import { findEnvoy, findProgram, isThere } from '../support/tools.ts';

const envoy = findEnvoy();
const openssl = findProgram('openssl', ['version']);
const mebibyte = 1024 * 1024;

describe.runIf([isThere(envoy), isThere(openssl)].every(Boolean)).each([
  { name: 'plain text', tls: false },
  { name: 'TLS', tls: true },
])('requests through a real gateway and real sidecars, over $name', ({ tls }) => {
  const folder = mkdtempSync(join(tmpdir(), 'live-'));
  const { gateway: defaults } = anEnvironment();
  const environment = anEnvironment({
    gateway: { ...defaults, requestTimeout: 10, retryBufferBytes: 4 * mebibyte, maxRequestBytes: 8 * mebibyte },
    tls: tls ? { gatewaySecret: 'gateway', internalSecret: 'internal' } : {},
  });
  let a: Pod;
  let b: Pod;
  let gateway: RunningGateway;

  beforeAll(async () => {
    mkdirSync(join(folder, 'tls'));
    writeCertificates(join(folder, 'tls'));
    const setting = { envoy: envoy.path ?? '', environment, folder };
    a = await startPod(setting, 'a', [{ physical: 'iris-1' }, { physical: 'narrow-1', concurrency: 1, timeout: 5 }]);
    b = await startPod(setting, 'b', [{ physical: 'iris-1' }, { physical: 'iris-2' }, { physical: 'wine-1' }]);
    const both = [a.address, b.address];
    const names: readonly RoutedName[] = [
      { name: 'iris', idempotent: true, arms: [{ physical: 'iris-1', weight: 1, pods: both }] },
      {
        name: 'wine',
        idempotent: false,
        arms: [{ physical: 'wine-1', weight: 1, pods: [a.address], reserve: [b.address] }],
      },
      {
        name: 'split',
        idempotent: true,
        arms: [
          { physical: 'iris-1', weight: 3, pods: both },
          { physical: 'iris-2', weight: 1, pods: [b.address] },
        ],
      },
      { name: 'narrow', idempotent: true, arms: [{ physical: 'narrow-1', weight: 1, pods: [a.address] }] },
      { name: 'lost', idempotent: true, arms: [{ physical: 'lost-1', weight: 1, pods: both }] },
      { name: 'asleep', idempotent: true, arms: [], reason: 'it is loading', retryAfter: 7 },
    ];
    gateway = await startGateway(setting, names, both);
  });

  afterAll(async () => {
    for (const part of [gateway, a, b]) await part?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const http = (path: string, more: Omit<Call, 'path'> = {}) => callHttp(gateway.http, tls, { path, ...more });
  const grpc = (method: string, message: Buffer, more: Omit<GrpcCall, 'method' | 'message'> = {}) =>
    callGrpc(gateway.grpc, tls, { method, message, ...more });

  describe('which model is meant', () => {
    test.each([
      ['path', '/v2/models/iris/infer', {}],
      ['mm-model-id', '/v2/models/other/infer', { 'mm-model-id': 'iris' }],
      ['mm-vmodel-id', '/v2/models/other/infer', { 'mm-vmodel-id': 'iris' }],
      ['seldon-model', '/v2/models/other/infer', { 'seldon-model': 'iris' }],
      ['seldon-model over mm-model-id', '/v2/models/other/infer', { 'mm-model-id': 'asleep', 'seldon-model': 'iris' }],
    ])('by %s', async (_by, path, headers) => {
      const { status, echo } = await http(path, { headers });
      expect([status, echo.path]).toEqual([200, '/v2/models/iris-1/infer']);
    });

    test('the rest of the path and the query stay', async () => {
      expect((await http('/v2/models/iris/ready?a=1', { method: 'GET' })).echo.path).toBe(
        '/v2/models/iris-1/ready?a=1',
      );
      expect((await http('/v2/models/iris', { method: 'GET' })).echo.path).toBe('/v2/models/iris-1');
    });

    test('headers of ours cannot be forged, and do not reach the server', async () => {
      const forged = {
        'x-stowage-model': 'asleep',
        'x-stowage-physical': 'wine-1',
        'x-stowage-to': '127.0.0.1:1',
        'x-envoy-upstream-rq-timeout-ms': '1',
      };
      const { status, echo } = await http('/v2/models/iris/infer', { headers: forged });
      expect([status, echo.path]).toEqual([200, '/v2/models/iris-1/infer']);
      expect(Object.keys(echo.headers).filter((name) => /^x-(stowage|envoy)-/.test(name))).toEqual([]);
    });
  });

  test('arms get their share, copies theirs', async () => {
    const seen = new Map<string, number>();
    for (let count = 0; count < 200; count++) {
      const { echo } = await http('/v2/models/split/infer');
      const key = `${echo.path.split('/')[3]}@${echo.pod}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    expect([...seen.keys()].toSorted()).toEqual(['iris-1@a', 'iris-1@b', 'iris-2@b']);
    // 75, 75 and 50 on average.
    for (const count of seen.values()) expect(count).toBeGreaterThan(20);
  });

  describe('what cannot be answered', () => {
    test.each([
      ['an unknown model', '/v2/models/nobody/infer', 404, 'model nobody is not known here'],
      ['a path that names no model', '/anything', 404, 'no such path'],
      ['a model without a copy', '/v2/models/asleep/infer', 503, 'model asleep has no copy ready: it is loading'],
      ['a model whose copies are gone', '/v2/models/lost/infer', 503, 'no copy of model lost can be reached'],
      ['the repository API', '/v2/repository/index', 404, 'no such path'],
      ['the repository API by a detour', '/v2/models/iris/../../repository/index', 404, 'no such path'],
    ])('%s', async (_what, path, status, error) => {
      const answer = await http(path);
      expect(answer.status).toBe(status);
      expect(JSON.parse(answer.text)).toEqual({ error });
      expect(answer.headers['content-type']).toBe('application/json');
      if (status === 503) expect(answer.headers['retry-after']).toBe(path.includes('asleep') ? '7' : '1');
      expect(answer.headers).not.toHaveProperty('x-stowage-miss');
    });

    test.each([
      ['an escaped slash', '/v2/models/iris%2finfer', {}],
      ['a header with an underscore', '/v2/models/iris/infer', { a_b: '1' }],
    ])('%s', async (_what, path, headers) => {
      expect((await http(path, { headers })).status).toBe(400);
    });
  });

  describe('a pod that does not have the model', () => {
    test('passes the request on to the next', async () => {
      const { status, echo } = await http('/v2/models/wine/infer');
      expect([status, echo.pod, echo.path]).toEqual([200, 'b', '/v2/models/wine-1/infer']);
    });

    test.each([
      [3 * mebibyte, 200],
      [6 * mebibyte, 503],
      [9 * mebibyte, 413],
    ])('with a body of %i bytes', async (bytes, status) => {
      const answer = await http('/v2/models/wine/infer', { body: Buffer.alloc(bytes, 'x') });
      expect(answer.status).toBe(status);
      if (status === 200) expect(answer.echo.length).toBe(bytes);
    });

    test('bodies above the retry buffer do reach a pod that has it', async () => {
      const { status, echo } = await http('/v2/models/iris/infer', { body: Buffer.alloc(6 * mebibyte, 'x') });
      expect([status, echo.length]).toEqual([200, 6 * mebibyte]);
    });
  });

  test('a model of its own limit is served', async () => {
    expect((await http('/v2/models/narrow/infer')).echo.path).toBe('/v2/models/narrow-1/infer');
  });

  describe('gRPC', () => {
    const named = (name: string, bytes = 0): Buffer =>
      Buffer.concat([Buffer.from([10, name.length]), Buffer.from(name), ...(bytes > 0 ? [rawContents(bytes)] : [])]);

    test.each(['ModelInfer', 'ModelReady', 'ModelMetadata'])('%s gets the physical name as well', async (method) => {
      const { status, body } = await grpc(method, named('iris'));
      expect([status, body.toString()]).toEqual([0, Buffer.concat([named('iris'), named('iris-1')]).toString()]);
    });

    test('by a header', async () => {
      const { status, body } = await grpc('ModelInfer', named('other'), { headers: { 'seldon-model': 'iris' } });
      expect([status, body.toString()]).toEqual([0, Buffer.concat([named('other'), named('iris-1')]).toString()]);
    });

    test('in small pieces', async () => {
      const { status, body } = await grpc('ModelInfer', named('iris', 1000), { pieces: 7 });
      expect([status, body.length]).toEqual([0, named('iris', 1000).length + named('iris-1').length]);
    });

    test.each([100_000, 3_000_000])('a miss with a message of %i bytes is passed on', async (bytes) => {
      const { status, pod, body } = await grpc('ModelInfer', named('wine', bytes));
      expect([status, pod]).toEqual([0, 'b']);
      expect(body.equals(Buffer.concat([named('wine', bytes), named('wine-1')]))).toBe(true);
    });

    test('a message above the retry buffer reaches a pod that has it', async () => {
      expect((await grpc('ModelInfer', named('iris', 6_000_000))).status).toBe(0);
    });

    test('a message above the limit is refused', async () => {
      const { status, message } = await grpc('ModelInfer', named('iris', 9 * mebibyte));
      expect([status, message]).toEqual([8, 'the message is too large']);
    });

    test.each([
      ['an unknown model', 'ModelInfer', 'nobody', 5, 'model nobody is not known here'],
      ['a model without a copy', 'ModelInfer', 'asleep', 14, 'model asleep has no copy ready: it is loading'],
      ['a model whose copies are gone', 'ModelInfer', 'lost', 14, 'no copy of model lost can be reached'],
      ['loading and unloading', 'RepositoryModelUnload', 'iris', 12, 'no such method'],
    ])('%s', async (_what, method, name, status, message) => {
      const answer = await grpc(method, named(name), { headers: { 'seldon-model': name } });
      expect([answer.status, answer.message]).toEqual([status, message]);
    });

    test('questions after the server go to any', async () => {
      expect((await grpc('ServerLive', Buffer.alloc(0))).status).toBe(0);
    });

    function rawContents(bytes: number): Buffer {
      const size: number[] = [];
      let rest = bytes;
      for (; rest > 127; rest = Math.floor(rest / 128)) size.push((rest % 128) | 128);
      return Buffer.concat([Buffer.from([0x3a, ...size, rest]), Buffer.alloc(bytes, 'x')]);
    }
  });

  describe('side doors', () => {
    test('health and metadata of the gateway', async () => {
      for (const path of ['/v2/health/live', '/v2/health/ready']) {
        expect((await http(path, { method: 'GET' })).status).toBe(200);
      }
      expect(JSON.parse((await http('/v2', { method: 'GET' })).text)).toMatchObject({ name: 'stowage' });
    });

    test('the live port answers for Envoy and for the server behind it, and nothing else', async () => {
      const live = (path: string) => callHttp(a.live, false, { path, method: 'GET' });
      expect((await live('/envoy')).text).toBe('{"live":true}');
      expect((await live('/live')).echo.path).toBe('/v2/health/live');
      expect((await live('/v2/models/iris-1')).status).toBe(404);
    });

    test('statistics are served, the rest of the admin interface is not', async () => {
      const metrics = (path: string) => callHttp(gateway.metrics, false, { path, method: 'GET' });
      expect((await metrics('/metrics')).text).toContain('envoy_cluster_upstream_rq_total');
      expect((await metrics('/config_dump')).status).toBe(404);
    });

    test('a sidecar refuses what no gateway has sent', async () => {
      const uninvited = callHttp(a.address, tls, { path: '/v2/models/iris-1/infer' });
      if (tls) await expect(uninvited).rejects.toThrow();
      else expect((await uninvited).headers['x-stowage-miss']).toBe('1');
    });
  });
});
