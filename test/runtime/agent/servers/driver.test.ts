import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Artifact, Version } from '../../../../src/ir/index.ts';
import { driverOf, type InferenceServer } from '../../../../src/runtime/agent/servers/index.ts';
import { aRuntime } from '../../../support/nodes.ts';
import { type RepositoryServer, startRepositoryServer } from '../../../support/repository-server.ts';

const root = mkdtempSync(join(tmpdir(), 'driver-'));
let count = 0;
let repository: string;
let standIn: RepositoryServer;
let artifact: string;

beforeEach(async () => {
  const folder = join(root, String(count++));
  repository = join(folder, 'repository');
  artifact = join(folder, 'artifact');
  mkdirSync(join(artifact, '3'), { recursive: true });
  writeFileSync(join(artifact, '3/model.onnx'), 'onnx');
  writeFileSync(join(artifact, 'config.pbtxt'), 'name: "theirs"\nbackend: "onnxruntime"\n');
  standIn = await startRepositoryServer(repository);
});

afterEach(() => standIn.stop());
afterAll(() => rmSync(root, { recursive: true, force: true }));

function driver(changes: Parameters<typeof aRuntime>[0] = {}): InferenceServer {
  const ports = { http: standIn.port, grpc: 1 };
  return driverOf(
    aRuntime({ layout: 'triton', ports, loadTimeout: 2, livePath: '/v2/health/live', ...changes }),
    repository,
  );
}

function version(physical: string, more: Partial<Artifact> = {}, loadedAs?: string): Version {
  const of = { uri: 's3://m/x', store: 'artifacts', format: 'onnx', ...more };
  return { physical, artifact: of, memory: 1, peak: 1, ...(loadedAs !== undefined && { loadedAs }) };
}

describe('a server that is driven over the repository API', () => {
  test('loads, answers, is listed, unloads', async () => {
    const server = driver();
    expect(await server.live()).toBe(true);
    expect(await server.prepare(version('x-1'), artifact)).toBeUndefined();
    expect(await server.load('x-1')).toBeUndefined();
    expect(await server.warmUp('x-1')).toBeUndefined();
    expect(await server.loaded()).toEqual(new Set(['x-1']));
    expect(await server.unload('x-1')).toBeUndefined();
    expect(await server.loaded()).toEqual(new Set());
    expect(readdirSync(repository)).toEqual([]);
  });

  test('a refused load is the model’s fault, one that the server had no mind for is not', async () => {
    const server = driver();
    await server.prepare(version('x-1'), artifact);
    standIn.misbehaviours.set('x-1', { refuseLoad: { status: 400, error: "failed to load 'x-1',\n no weights" } });
    expect(await server.load('x-1')).toEqual({
      kind: 'model',
      reason: "the server refused to load it (400): failed to load 'x-1', no weights",
    });
    for (const status of [404, 408, 429, 503]) {
      standIn.misbehaviours.set('x-1', { refuseLoad: { status, error: 'busy' } });
      expect(await server.load('x-1')).toMatchObject({ kind: 'passing', reason: expect.stringContaining('busy') });
    }
  });

  test('a server that ends at a load went away with it; one that was away before did not', async () => {
    const server = driver();
    await server.live();
    await server.prepare(version('x-1'), artifact);
    standIn.misbehaviours.set('x-1', { dieOfLoad: true });
    expect(await server.load('x-1')).toMatchObject({ kind: 'server' });
    expect(await server.load('x-1')).toMatchObject({
      kind: 'passing',
      reason: expect.stringContaining('does not listen'),
    });
    expect(await server.live()).toBe(false);
    expect(await server.loaded()).toBeUndefined();
    // What is dead holds no model: only the folder is left to remove.
    expect(await server.unload('x-1')).toBeUndefined();
    expect(readdirSync(repository)).toEqual([]);
  });

  test('an answer that is too long is no death of the server', async () => {
    const long = createServer((_, response) => {
      const more = () => response.write('x'.repeat(1_000_000), () => setImmediate(more));
      more();
    });
    await new Promise<void>((resolve) => long.listen(0, '127.0.0.1', resolve));
    const { port } = long.address() as { port: number };
    try {
      const fault = await driver({ ports: { http: port, grpc: 1 }, loadTimeout: 20 }).load('x-1');
      expect(fault).toEqual({ kind: 'passing', reason: expect.stringContaining('the answer is longer than') });
    } finally {
      long.closeAllConnections();
      long.close();
    }
  });

  test('a load that hangs is given up after the runtime’s time', async () => {
    const server = driver({ loadTimeout: 0.2 });
    await server.prepare(version('x-1'), artifact);
    standIn.misbehaviours.set('x-1', { loadTime: Number.POSITIVE_INFINITY });
    expect(await server.load('x-1')).toMatchObject({
      kind: 'passing',
      reason: expect.stringContaining('within 0.2 s'),
    });
  });

  test('waits until a server has unloaded that says so before it has', async () => {
    const server = driver();
    await server.prepare(version('x-1'), artifact);
    await server.load('x-1');
    standIn.misbehaviours.set('x-1', { unloadTime: 300 });
    expect(await server.unload('x-1')).toBeUndefined();
    expect(standIn.loaded.has('x-1')).toBe(false);
    await server.prepare(version('x-1'), artifact);
    await server.load('x-1');
    standIn.misbehaviours.set('x-1', { unloadTime: Number.POSITIVE_INFINITY });
    expect(await driver({ loadTimeout: 0.3 }).unload('x-1')).toMatchObject({ kind: 'passing' });
    // Its files are still in use.
    expect(readdirSync(repository)).toEqual(['x-1']);
  });

  test('warms up with zeros in the shape of the signature; any answer but a fault of the server will do', async () => {
    const server = driver();
    await server.prepare(version('x-1'), artifact);
    await server.load('x-1');
    const inputs = [
      { name: 'a', datatype: 'FP32', shape: [-1, 3] },
      { name: 'b', datatype: 'BYTES', shape: [1] },
    ];
    standIn.misbehaviours.set('x-1', { inputs });
    expect(await server.warmUp('x-1')).toBeUndefined();
    expect(standIn.bodies()).toEqual([
      {
        inputs: [
          { name: 'a', datatype: 'FP32', shape: [1, 3], data: [0, 0, 0] },
          { name: 'b', datatype: 'BYTES', shape: [1], data: [''] },
        ],
      },
    ]);
    for (const infer of [400, 500]) {
      standIn.misbehaviours.set('x-1', { inputs, infer });
      expect(await server.warmUp('x-1')).toBeUndefined();
    }
    standIn.misbehaviours.set('x-1', { inputs, infer: 503 });
    expect(await server.warmUp('x-1')).toMatchObject({ kind: 'passing', reason: expect.stringContaining('503') });
    expect(await server.warmUp('nowhere')).toMatchObject({ kind: 'passing' });
  });

  test('replaces a folder, and tidies what nothing wants', async () => {
    const server = driver();
    await server.prepare(version('x-1', {}, 'x'), artifact);
    const other = join(artifact, '..', 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'model.onnx'), 'newer');
    await server.prepare(version('x-2', {}, 'x'), other);
    expect(readFileSync(join(repository, 'x/1/model.onnx'), 'utf8')).toBe('newer');
    expect(readdirSync(join(repository, 'x'))).toEqual(['1', 'config.pbtxt']);
    await server.prepare(version('y-1'), artifact);
    mkdirSync(join(repository, '.new-half'));
    await server.tidy(new Set(['x']));
    expect(readdirSync(repository)).toEqual(['x']);
  });

  test('says why a folder cannot be made of an artifact, and keeps the one that is there', async () => {
    const server = driver();
    await server.prepare(version('x-1'), artifact);
    const bare = join(artifact, '..', 'bare');
    mkdirSync(bare);
    writeFileSync(join(bare, 'model.pt'), '');
    const fault = await server.prepare(version('x-1', { format: 'pytorch' }), bare);
    expect(fault).toEqual({
      kind: 'model',
      reason: 'the artifact has no config.pbtxt, which models of format pytorch need',
    });
    expect(readdirSync(repository)).toEqual(['x-1']);
    expect(readdirSync(join(repository, 'x-1'))).toContain('3');
  });

  test('a disk that cannot be written to is no fault of the model', async () => {
    writeFileSync(join(repository, '..', 'blocked'), '');
    const blocked = driverOf(aRuntime({ layout: 'triton' }), join(repository, '..', 'blocked'));
    expect(await blocked.prepare(version('x-1'), artifact)).toMatchObject({ kind: 'passing' });
  });
});

describe('a server that serves what it is started with', () => {
  test('is asked for each model that has a folder, and loads nothing', async () => {
    const server = driver({ repositoryApi: 'none', layout: 'plain' });
    standIn.serve('x', 'elsewhere');
    for (const name of ['x', 'y']) await server.prepare(version(`${name}-1`, {}, name), artifact);
    expect(realpathSync(join(repository, 'x/3'))).toBe(realpathSync(join(artifact, '3')));
    expect(await server.load('x')).toBeUndefined();
    expect(await server.loaded()).toEqual(new Set(['x']));
    expect(await server.warmUp('x')).toBeUndefined();
    expect(await server.warmUp('y')).toMatchObject({ kind: 'passing' });
    expect(standIn.requests().filter((line) => line.includes('/repository/'))).toEqual([]);
    expect(await server.unload('x')).toBeUndefined();
    expect(readdirSync(repository)).toEqual(['y']);
    await standIn.stop();
    expect(await server.loaded()).toBeUndefined();
  });
});
