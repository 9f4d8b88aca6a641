import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { trainModels } from '../../../support/running-fleet.ts';
import type { ModelSpec } from '../../support/fleet-spec.ts';
import { GitOps } from '../../support/git-ops.ts';

const models: readonly ModelSpec[] = [
  { name: 'sklearn-0', format: 'sklearn', version: 1, replicas: 2 },
  { name: 'xgboost-1', format: 'xgboost', version: 1, replicas: 2 },
  { name: 'lightgbm-2', format: 'lightgbm', version: 1, replicas: 1 },
];

describe('from a commit to an answer', () => {
  const trained = mkdtempSync(join(tmpdir(), 'trained-'));
  let gitOps: GitOps;

  beforeAll(async () => {
    trainModels(trained, models, [1, 2]);
    gitOps = await GitOps.start(trained, { scale: 'replicas: 2', models });
  });

  afterAll(async () => {
    await gitOps?.close();
    rmSync(trained, { recursive: true, force: true });
  });

  test('a first commit', async () => {
    await gitOps.commit('A first fleet');
    await gitOps.settled();
  });
});
