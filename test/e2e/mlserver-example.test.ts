import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleVersions, trainExample } from '../../scripts/train-example.ts';
import { type Artifact, physicalName } from '../../src/ir/index.ts';
import { VerifiedArtifacts } from '../../src/runtime/agent/artifacts/index.ts';
import { driverOf, type InferenceServer } from '../../src/runtime/agent/servers/index.ts';
import { findMlserver, findRclone, type RunningMlserver, startMlserver } from '../support/mlserver.ts';
import { type StoreServer, startStore, writeSecret } from '../support/s3-server.ts';
import { isThere } from '../support/tools.ts';

const mlserver = findMlserver();
const rclone = findRclone();

describe.runIf([mlserver, rclone].map(isThere).every(Boolean))(
  'the example’s models, from a store to an answer',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'example-'));
    const trained = join(folder, 'trained');
    let store: StoreServer;
    let running: RunningMlserver;
    let artifacts: VerifiedArtifacts;
    let server: InferenceServer;

    beforeAll(async () => {
      trainExample(trained);
      store = await startStore(rclone.path ?? '', 's3', trained);
      running = await startMlserver(mlserver.path ?? '', folder);
      server = driverOf(running.runtime, running.repository);
      const credentials = writeSecret(join(folder, 'secret'), store.address);
      const stores = [{ name: 'artifacts', uri: 's3://shop-models', credentials }];
      const settings = { stores, cache: 100, runtime: running.runtime };
      artifacts = new VerifiedArtifacts(settings, { artifacts: join(folder, 'artifacts'), rclone: rclone.path ?? '' });
    });

    afterAll(async () => {
      await running?.stop();
      await store?.stop();
      execFileSync('chmod', ['-R', 'u+w', folder]);
      rmSync(folder, { recursive: true, force: true });
    });

    const expectedOf = (path: string) =>
      JSON.parse(readFileSync(join(trained, `${path}.expected.json`), 'utf8')) as {
        readonly request: object;
        readonly predictions: readonly number[];
      };

    test.each(exampleVersions().filter(({ current }) => current))('$path', async ({ path, format }) => {
      const [, model = '', version = ''] = /^(.*)\/(\d+)$/.exec(path) ?? [];
      const artifact: Artifact = { uri: `s3://${model}`, store: 'artifacts', version, format };
      const name = physicalName(model.split('/').at(-1) ?? '', artifact);
      const fetched = await artifacts.fetch(artifact, [], AbortSignal.timeout(60_000));
      if ('reason' in fetched) throw new Error(fetched.reason);
      expect(await server.prepare({ physical: name, artifact, memory: 1, peak: 1 }, fetched.path)).toBeUndefined();
      expect(await server.load(name)).toBeUndefined();
      expect(await server.warmUp(name)).toBeUndefined();
      const { request, predictions } = expectedOf(path);
      const url = `http://127.0.0.1:${running.runtime.ports.http}/v2/models/${name}/infer`;
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(url, { method: 'POST', body: JSON.stringify(request), headers });
      const { outputs } = (await answer.json()) as { outputs: [{ data: number[] }] };
      expect(outputs[0].data).toEqual(predictions);
      // Another version can be told by its numbers.
      expect(expectedOf(`${model}/${Number(version) + 1}`).predictions).not.toEqual(predictions);
    });
  },
);
