import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Asked, summaryOf } from '../../../support/load.ts';
import { trainModels } from '../../../support/running-fleet.ts';
import { type ModelSpec, namespace } from '../../support/fleet-spec.ts';
import { GitOps } from '../../support/git-ops.ts';
import { kubectl, list } from '../../support/kubectl.ts';
import { without } from '../../support/without.ts';

const models: readonly ModelSpec[] = [
  { name: 'sklearn-0', format: 'sklearn', version: 1, replicas: 2 },
  { name: 'xgboost-1', format: 'xgboost', version: 1, replicas: 2 },
];

/** How long a part of the cluster is away, in milliseconds. */
const away = 60_000;

describe('when something fails', () => {
  const trained = mkdtempSync(join(tmpdir(), 'trained-'));
  const measured: string[] = [];
  let gitOps: GitOps;
  let asked: readonly Asked[];

  beforeAll(async () => {
    trainModels(trained, models, [1]);
    const environment = '  observability: { degradedAfter: 20s }';
    gitOps = await GitOps.start(trained, { scale: 'replicas: 2', models, environment });
    await gitOps.commit('A fleet');
    await gitOps.settled();
    asked = gitOps.asked();
  });

  afterEach(() => console.log(measured.splice(0).join('\n')));

  afterAll(async () => {
    await gitOps?.close();
    rmSync(trained, { recursive: true, force: true });
  });

  /** Under steady load, of which no request may fail. */
  async function underLoad(fault: () => Promise<unknown>): Promise<void> {
    const load = await gitOps.load(asked);
    try {
      await fault();
      // What is late may still fail.
      await pause(500);
      expect(summaryOf(load.takeFailures())).toEqual([]);
      expect(load.answered).toBeGreaterThan(10);
    } finally {
      await load.stop();
    }
  }

  /** Waits until each model has answered as it did before, and gives how long that took. */
  async function answering(): Promise<string> {
    const begun = performance.now();
    await gitOps.until(
      'answering',
      async () => {
        const load = await gitOps.load(asked, 2, 5);
        await pause(400);
        await load.stop();
        return { failures: summaryOf(load.takeFailures()), answered: load.answered };
      },
      ({ failures, answered }) => failures.length === 0 && answered >= 5 * asked.length,
      180_000,
    );
    return `${((performance.now() - begun) / 1000).toFixed(1)} s`;
  }

  describe('a model that cannot be loaded', () => {
    test('shows as Degraded, with its name and why, while its old version answers', () =>
      underLoad(async () => {
        gitOps.spoil('sklearn-0', 2);
        const begun = performance.now();
        await gitOps.commit('A spoiled artifact', gitOps.changed({ 'sklearn-0': { version: 2 } }));
        const { resources = [] } = await gitOps.until(
          'Degraded',
          () => gitOps.application(),
          ({ health, sync }) => health?.status === 'Degraded' && sync?.status === 'Synced',
          90_000,
        );
        measured.push(`Degraded ${((performance.now() - begun) / 1000).toFixed(1)} s after the commit`);
        const bad = resources.filter(({ health }) => health !== undefined && health.status !== 'Healthy');
        expect(bad.map(({ kind, name, health }) => [kind, name, health?.status])).toEqual([
          ['Deployment', 'stowage-witness', 'Degraded'],
        ]);
        measured.push(`its health: ${bad[0]?.health?.message}`);
        const log = await kubectl('logs', '--namespace', namespace, 'deployment/stowage-witness');
        const lines = log
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as Record<string, string>);
        const last = lines.findLast(
          ({ event, subject }) => event === 'not as planned' && subject === 'model sklearn-0',
        );
        measured.push(`the witness: ${last?.['reason']}`);
        expect(last?.['reason']).toMatch(/load|pickle/i);
      }));

    test('keeps no other object from being put back', async () => {
      const change = { spec: { maxUnavailable: 0 } };
      const how = ['--type=merge', '--field-manager=somebody', '--patch', JSON.stringify(change)];
      await kubectl('patch', 'poddisruptionbudget', 'cpu', '--namespace', namespace, ...how);
      await gitOps.until(
        'put back',
        () => gitOps.diff(),
        (diff) => diff === '',
      );
    });

    test('answers in its old version after all pods were made anew', async () => {
      const before = await uids();
      await kubectl('delete', 'pods', '--all', '--namespace', namespace, '--wait=false');
      await gone(before);
      measured.push(`all pods were made anew, and the old version answered after ${await answering()}`);
      expect((await gitOps.application()).sync?.status).toBe('Synced');
    });

    test('is forgotten with the revert', () =>
      underLoad(async () => {
        const begun = performance.now();
        gitOps.spec = gitOps.changed({ 'sklearn-0': { version: 1 } });
        await gitOps.revert();
        await gitOps.synced(20_000);
        await gitOps.settled();
        measured.push(`Healthy ${((performance.now() - begun) / 1000).toFixed(1)} s after the revert`);
      }));
  });

  test('all pods are killed at once, and all comes back by itself', async () => {
    const before = await uids();
    await kubectl('delete', 'pods', '--all', '--namespace', namespace, '--force', '--grace-period=0');
    await gone(before);
    measured.push(`all models answered ${await answering()} after all pods were killed`);
    await gitOps.settled();
  });

  test('the API server is away, and no request fails', async () => {
    await underLoad(() => without('kube-apiserver', () => pause(away)));
    await gitOps.until(
      'back',
      () =>
        kubectl('version').then(
          () => true,
          () => false,
        ),
      (back) => back,
    );
    await underLoad(() => gitOps.settled());
  });

  test('DNS is away while a gateway pod goes, and no request fails', async () => {
    await underLoad(async () => {
      await without('coredns', async () => {
        const end = pause(away);
        const [pod = ''] = await gitOps.gatewayPods();
        await kubectl('delete', 'pod', pod, '--namespace', namespace, '--wait=false');
        await end;
      });
      await gitOps.settled();
    });
  });

  async function uids(): Promise<ReadonlySet<string>> {
    return new Set((await list('pods', namespace)).map(({ metadata }) => metadata.uid));
  }

  async function gone(before: ReadonlySet<string>): Promise<void> {
    await gitOps.until('made anew', uids, (now) => [...now].every((uid) => !before.has(uid)), 240_000);
  }
});
