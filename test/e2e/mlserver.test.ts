import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trainExample } from '../../scripts/train-example.ts';
import type { Version } from '../../src/ir/index.ts';
import { driverOf, type InferenceServer } from '../../src/runtime/agent/servers/index.ts';
import { findMlserver, type RunningMlserver, startMlserver } from '../support/mlserver.ts';
import { isThere } from '../support/tools.ts';

const mlserver = findMlserver();

interface Expected {
  readonly request: object;
  readonly predictions: readonly number[];
}

function version(format: string, physical: string, more: Partial<Version> = {}): Version {
  return {
    physical,
    artifact: { uri: `s3://shop-models/${physical}`, store: 'artifacts', format },
    memory: 100,
    peak: 100,
    ...more,
  };
}

describe.runIf(isThere(mlserver))('a real MLServer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mlserver-'));
  const models = join(folder, 'artifacts/shop-models');
  let running: RunningMlserver;
  let server: InferenceServer;

  beforeAll(async () => {
    trainExample(join(folder, 'artifacts'));
    running = await startMlserver(mlserver.path ?? '', folder);
    server = driverOf(running.runtime, running.repository);
  });

  afterAll(async () => {
    await running?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A model of the user's own code. */
  function code(name: string, text: string, settings: object = { implementation: 'model.Own' }): string {
    const artifact = join(folder, 'code', name);
    mkdirSync(artifact, { recursive: true });
    writeFileSync(join(artifact, 'model.py'), text);
    writeFileSync(join(artifact, 'model-settings.json'), JSON.stringify(settings));
    return artifact;
  }

  async function load(what: Version, artifact: string): Promise<void> {
    const name = what.loadedAs ?? what.physical;
    expect(await server.prepare(what, artifact)).toBeUndefined();
    expect(await server.load(name)).toBeUndefined();
    expect(await server.warmUp(name)).toBeUndefined();
  }

  async function infer(name: string, request: object): Promise<{ status: number; data: readonly number[] }> {
    const answer = await fetch(`http://127.0.0.1:${running.runtime.ports.http}/v2/models/${name}/infer`, {
      method: 'POST',
      body: JSON.stringify(request),
      headers: { 'content-type': 'application/json' },
    });
    const body = (await answer.json().catch(() => ({}))) as { outputs?: { data: number[] }[] };
    return { status: answer.status, data: body.outputs?.[0]?.data ?? [] };
  }

  const expectedOf = (path: string) =>
    JSON.parse(readFileSync(join(models, `${path}.expected.json`), 'utf8')) as Expected;

  const ones = { inputs: [{ name: 'x', shape: [1], datatype: 'FP64', data: [1] }] };

  test.each([
    ['sklearn', 'fraud/account-takeover/1'],
    ['xgboost', 'fraud/score/3'],
    ['lightgbm', 'fraud/velocity/2'],
  ])('predicts for %s what the library itself does', async (format, path) => {
    const name = `${format}-00000001`;
    await load(version(format, name), join(models, path));
    const { request, predictions } = expectedOf(path);
    expect(await infer(name, request)).toEqual({ status: 200, data: predictions });
    expect(await server.loaded()).toContain(name);
    expect(await server.unload(name)).toBeUndefined();
    expect(await server.loaded()).not.toContain(name);
    expect(existsSync(join(running.repository, name))).toBe(false);
    expect((await infer(name, request)).status).toBe(404);
    // What is not loaded is as good as unloaded.
    expect(await server.unload(name)).toBeUndefined();
  });

  test('keeps two versions beside each other, and reloads in place where the name stays', async () => {
    const before = expectedOf('fraud/score/2');
    const after = expectedOf('fraud/score/3');
    await load(version('xgboost', 'score-aaaaaaaa'), join(models, 'fraud/score/2'));
    await load(version('xgboost', 'score-bbbbbbbb'), join(models, 'fraud/score/3'));
    expect((await infer('score-aaaaaaaa', before.request)).data).toEqual(before.predictions);
    expect((await infer('score-bbbbbbbb', after.request)).data).toEqual(after.predictions);
    await load(version('xgboost', 'score-aaaaaaaa', { loadedAs: 'score' }), join(models, 'fraud/score/2'));
    await load(version('xgboost', 'score-bbbbbbbb', { loadedAs: 'score' }), join(models, 'fraud/score/3'));
    expect((await infer('score', after.request)).data).toEqual(after.predictions);
    for (const name of ['score', 'score-aaaaaaaa', 'score-bbbbbbbb']) await server.unload(name);
  });

  test('takes an artifact that is one file', async () => {
    await load(version('lightgbm', 'file-00000001'), join(models, 'fraud/velocity/2/model.bst'));
    const { request, predictions } = expectedOf('fraud/velocity/2');
    expect((await infer('file-00000001', request)).data).toEqual(predictions);
    await server.unload('file-00000001');
  });

  test('says why a model cannot be loaded, and leaves the others alone', async () => {
    const artifact = join(folder, 'corrupt');
    mkdirSync(artifact);
    writeFileSync(join(artifact, 'model.joblib'), 'no pickle');
    const corrupt = version('sklearn', 'corrupt-00000001');
    expect(await server.prepare(corrupt, artifact)).toBeUndefined();
    const fault = await server.load('corrupt-00000001');
    expect(fault).toMatchObject({ kind: 'model', reason: expect.stringMatching(/\(500\): \w*Error: ./) });
    expect(await server.loaded()).not.toContain('corrupt-00000001');
    expect(await server.load('nowhere')).toMatchObject({ kind: 'passing', reason: expect.stringContaining('404') });
    await server.tidy(new Set());
    expect(readdirSync(running.repository)).toEqual([]);
  });

  test('leaves the old version serving where the new one, under the same name, does not load', async () => {
    const old = expectedOf('fraud/score/2');
    await load(version('xgboost', 'kept-aaaaaaaa', { loadedAs: 'kept' }), join(models, 'fraud/score/2'));
    const artifact = join(folder, 'worse');
    mkdirSync(artifact);
    writeFileSync(join(artifact, 'model.json'), '{}');
    await server.prepare(version('xgboost', 'kept-bbbbbbbb', { loadedAs: 'kept' }), artifact);
    expect(await server.load('kept')).toMatchObject({ kind: 'model' });
    expect((await infer('kept', old.request)).data).toEqual(old.predictions);
    await server.unload('kept');
  });

  test('runs code that a model brings, two versions of it side by side, with the parameters of the spec', async () => {
    const text = (answer: number) => `
import numpy
from mlserver import MLModel
from mlserver.codecs import NumpyCodec
from mlserver.types import InferenceResponse
FACTOR = ${answer}
def outcome(extra):
    return FACTOR * extra["scale"]
class Own(MLModel):
    async def predict(self, payload):
        output = NumpyCodec.encode_output("y", numpy.array([outcome(self.settings.parameters.extra)]))
        return InferenceResponse(model_name=self.name, outputs=[output])
`;
    const artifact = (scale: number) => ({
      uri: 's3://shop-models/own',
      store: 'artifacts',
      format: 'python',
      parameters: { scale },
    });
    await load(version('python', 'own-aaaaaaaa', { artifact: artifact(10) }), code('first', text(2)));
    await load(version('python', 'own-bbbbbbbb', { artifact: artifact(100) }), code('second', text(3)));
    expect((await infer('own-aaaaaaaa', ones)).data).toEqual([20]);
    expect((await infer('own-bbbbbbbb', ones)).data).toEqual([300]);
    for (const name of ['own-aaaaaaaa', 'own-bbbbbbbb']) await server.unload(name);
    expect(existsSync(join(folder, 'code/first/__pycache__'))).toBe(false);
  });

  test('takes a first request for answered, whatever the model makes of zeros', async () => {
    const text = (line: string) => `
from mlserver import MLModel
from mlserver.errors import InferenceError
class Own(MLModel):
    async def predict(self, payload):
        ${line}
`;
    const settings = { implementation: 'model.Own', inputs: [{ name: 'x', datatype: 'INT64', shape: [-1, 2] }] };
    const artifacts = {
      'breaks-00000001': code('breaks', text('raise KeyError("no")'), settings),
      'minds-00000001': code('minds', text('raise InferenceError("zeros mean nothing")'), settings),
    };
    for (const [name, artifact] of Object.entries(artifacts)) {
      await server.prepare(version('python', name), artifact);
      expect(await server.load(name)).toBeUndefined();
    }
    for (const name of Object.keys(artifacts)) expect(await server.warmUp(name)).toBeUndefined();
    for (const name of Object.keys(artifacts)) await server.unload(name);
  });

  test('answers others while a model loads for seconds', async () => {
    const quick = expectedOf('fraud/score/3');
    await load(version('xgboost', 'quick-00000001'), join(models, 'fraud/score/3'));
    const slow = join(folder, 'slow');
    cpSync(join(models, 'fraud/account-takeover/1'), slow, { recursive: true });
    // A pickle that sleeps when it is read, without Python's lock, as reading a large file does.
    writeFileSync(join(slow, 'model.joblib'), Buffer.from('\x80\x04c' + 'time\nsleep\nK\x03\x85R.', 'latin1'));
    const loading = { done: false };
    await server.prepare(version('sklearn', 'slow-00000001'), slow);
    const load1 = server.load('slow-00000001').finally(() => {
      loading.done = true;
    });
    let most = 0;
    let answers = 0;
    while (!loading.done) {
      const started = performance.now();
      expect((await infer('quick-00000001', quick.request)).status).toBe(200);
      most = Math.max(most, performance.now() - started);
      answers++;
    }
    expect(await load1).toBeUndefined();
    expect(answers).toBeGreaterThan(10);
    // A load in the loop would have held an answer for all of its three seconds.
    expect(most).toBeLessThan(2500);
    for (const name of ['slow-00000001', 'quick-00000001']) await server.unload(name);
  });

  test('imports at its start what the models in its repository need, but loads none', async () => {
    const name = 'early-00000001';
    const other = join(folder, 'other');
    const early = await startMlserver(mlserver.path ?? '', other);
    await driverOf(early.runtime, early.repository).prepare(
      version('lightgbm', name),
      join(models, 'fraud/velocity/2'),
    );
    await early.stop();
    const again = await startMlserver(mlserver.path ?? '', other);
    try {
      const driver = driverOf(again.runtime, again.repository);
      // An empty server takes 135 MiB.
      expect(await driver.memory()).toBeGreaterThan(160);
      expect(await driver.loaded()).toEqual(new Set());
    } finally {
      await again.stop();
    }
  });

  test('gives memory back that an unloaded model took', async () => {
    const artifact = join(folder, 'forest');
    mkdirSync(artifact);
    const train = [
      'import joblib, numpy, sys',
      'from sklearn.ensemble import RandomForestRegressor',
      'inputs = numpy.random.default_rng(0).normal(size=(3000, 8))',
      'forest = RandomForestRegressor(200, n_jobs=1, random_state=0).fit(inputs, inputs.sum(1))',
      'joblib.dump(forest, sys.argv[1])',
    ];
    const python = join(dirname(mlserver.path ?? ''), 'python');
    execFileSync(python, ['-c', train.join('\n'), join(artifact, 'model.joblib')]);
    const settled = async () => {
      await new Promise((resolve) => setTimeout(resolve, 2500));
      return (await server.memory()) ?? 0;
    };
    const names = ['forest-00000001', 'forest-00000002', 'forest-00000003'];
    await load(version('sklearn', 'forest-00000000'), artifact);
    const before = await settled();
    for (const name of names) await load(version('sklearn', name), artifact);
    const loaded = await settled();
    for (const name of names) await server.unload(name);
    const after = await settled();
    await server.unload('forest-00000000');
    expect(loaded - before).toBeGreaterThan(100);
    if (process.platform === 'linux') expect(after - before).toBeLessThan(0.2 * (loaded - before));
  });

  test('says what it takes, and how much that was at most', async () => {
    expect(await server.memory()).toBeGreaterThan(80);
    const text = await (await fetch(`http://127.0.0.1:${running.runtime.ports.metrics}/metrics`)).text();
    const value = (name: string) => Number(new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1]);
    if (process.platform === 'linux') {
      expect(value('stowage_process_peak_bytes')).toBeGreaterThanOrEqual(value('stowage_process_resident_bytes'));
    }
  });

  test('tells a server that dies of a load from one that is away', async () => {
    const artifact = code('deadly', 'import os\nos._exit(1)\n');
    await server.prepare(version('python', 'deadly-00000001'), artifact);
    expect(await server.load('deadly-00000001')).toMatchObject({ kind: 'server' });
    expect(await server.live()).toBe(false);
    expect(await server.loaded()).toBeUndefined();
    expect(await server.memory()).toBeUndefined();
    expect(await server.load('deadly-00000001')).toMatchObject({ kind: 'passing' });
  });
});
