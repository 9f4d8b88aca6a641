import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Asked, isClose, type SteadyLoad, summaryOf } from '../../../support/load.ts';
import { restNumbers } from '../../../support/oip.ts';
import { trainModels } from '../../../support/running-fleet.ts';
import { textTable } from '../../../support/text-table.ts';
import { type FirstAnswer, firstAnswer } from '../../support/first-answer.ts';
import { type FleetSpec, type ModelSpec, namespace } from '../../support/fleet-spec.ts';
import { GitOps } from '../../support/git-ops.ts';
import { get, list } from '../../support/kubectl.ts';

const models: readonly ModelSpec[] = [
  { name: 'sklearn-0', format: 'sklearn', version: 1, replicas: 2 },
  { name: 'xgboost-1', format: 'xgboost', version: 1, replicas: 2 },
  { name: 'lightgbm-2', format: 'lightgbm', version: 1, replicas: 1 },
];

const added: ModelSpec = { name: 'sklearn-3', format: 'sklearn', version: 1, replicas: 1 };

const other = `kind: Server
metadata: { name: other }
spec: { runtime: mlserver, replicas: 1, memory: 1Gi, cpu: 250m, cache: { size: 128Mi } }`;

/** What one commit came to. */
interface Change {
  readonly name: string;
  /** Seconds from the refresh until Argo CD had applied it, and until all was as planned. */
  readonly synced: number;
  readonly settled: number;
  readonly answered: number;
  readonly failed: number;
}

describe('from a commit to an answer', () => {
  const trained = mkdtempSync(join(tmpdir(), 'trained-'));
  const changes: Change[] = [];
  let gitOps: GitOps;
  let asked: readonly Asked[];
  let load: SteadyLoad;
  let times: FirstAnswer | undefined;

  beforeAll(async () => {
    trainModels(trained, [...models, added], [1, 2]);
    gitOps = await GitOps.start(trained, { scale: 'replicas: 2', models });
    await gitOps.commit('A first fleet');
    await gitOps.settled();
    asked = gitOps.asked();
    load = await gitOps.load(asked);
  });

  afterAll(async () => {
    await load?.stop();
    await gitOps?.close();
    rmSync(trained, { recursive: true, force: true });
    if (changes.length > 0) console.log(table(changes));
    if (times) console.log(inWords(times));
  });

  /** Commits under load, waits until all is as planned, and looks at what clients saw meanwhile. */
  async function change(name: string, spec: FleetSpec, begin?: () => Promise<unknown>): Promise<void> {
    load.takeFailures();
    const answered = load.answered;
    gitOps.allow(asked, spec);
    await (begin?.() ?? gitOps.commit(name, spec));
    gitOps.spec = spec;
    const started = performance.now();
    await gitOps.synced();
    const synced = performance.now() - started;
    await gitOps.settled();
    const settled = performance.now() - started;
    // What is late may still fail.
    await pause(500);
    const failures = load.takeFailures();
    changes.push({
      name,
      synced: synced / 1000,
      settled: settled / 1000,
      answered: load.answered - answered,
      failed: failures.length,
    });
    expect(summaryOf(failures)).toEqual([]);
    expect(load.answered).toBeGreaterThan(answered);
    expect(await gitOps.diff()).toBe('');
  }

  test("a request through the gateway's Service is answered by MLServer", async () => {
    const service = await get('service', 'stowage-gateway', namespace);
    for (const { name, version } of models) {
      const { request, predictions } = gitOps.expected(name, version);
      const answer = await fetch(`http://${service?.spec.clusterIP}:8080/v2/models/${name}/infer`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      });
      expect([answer.status, isClose(predictions, restNumbers(await answer.text()))]).toEqual([200, true]);
    }
    expect(await gitOps.diff()).toBe('');
  });

  describe('under steady load no request fails', () => {
    test('a new model', async () => {
      await change('a new model', { ...gitOps.spec, models: [...models, added] });
      await load.stop();
      asked = gitOps.asked();
      load = await gitOps.load(asked);
    });

    test('a new version', async () => {
      const before = await podsOfServers();
      const next = gitOps.changed({ 'sklearn-0': { version: 2 }, 'lightgbm-2': { version: 2 } });
      await change('a new version', next, async () => {
        times = await firstAnswer(gitOps, { model: 'sklearn-0', version: 2, server: 'cpu', pod: 'cpu-0' }, () =>
          gitOps.commit('a new version', next),
        );
      });
      expect(await podsOfServers()).toEqual(before);
    });

    test('a model moves to a server that is new', () =>
      change('a move to a new server', {
        ...gitOps.changed({ 'lightgbm-2': { more: '  server: other' } }),
        more: other,
      }));

    test('a server goes in the commit that moves its models, with a slow store', async () => {
      gitOps.store.delay = 2000;
      const { more: _gone, ...without } = gitOps.changed({ 'lightgbm-2': { more: '' } });
      await change('a server goes, with a slow store', without);
      gitOps.store.delay = 0;
      await gitOps.until(
        'gone',
        () => list('statefulsets,pods', namespace, 'stowage.dev/server=other'),
        (left) => left.length === 0,
        150_000,
      );
    });

    test('a server is scaled up and down', async () => {
      const before = await podsOfServers();
      await change('a replica more', { ...gitOps.changed({ 'sklearn-0': { replicas: 3 } }), scale: 'replicas: 3' });
      await change('a replica fewer', { ...gitOps.changed({ 'sklearn-0': { replicas: 2 } }), scale: 'replicas: 2' });
      expect(await podsOfServers()).toEqual(before);
    });

    test('a server is scaled by a HorizontalPodAutoscaler, and by nobody again', async () => {
      const before = await podsOfServers();
      await change('autoscaled', { ...gitOps.spec, scale: 'autoscale: { min: 2, max: 3, cpu: 35 }' });
      expect(await podsOfServers()).toEqual(before);
      const hot = await gitOps.load(asked, 4, 0);
      await gitOps.until(
        'scaled up',
        () => get('statefulset', 'cpu', namespace),
        (found) => found?.status.readyReplicas === 3,
        120_000,
      );
      // The replicas that the autoscaler adds are no difference; Argo CD sees a moment later that they are ready.
      await gitOps.until(
        'healthy with them',
        () => gitOps.application(),
        ({ sync, health }) => {
          expect(sync?.status).toBe('Synced');
          return health?.status === 'Healthy';
        },
        30_000,
      );
      await hot.stop();
      await gitOps.until(
        'scaled down',
        () => get('statefulset', 'cpu', namespace),
        (found) => found?.spec.replicas === 2 && found.status.replicas === 2,
        150_000,
      );
      expect(summaryOf(load.takeFailures())).toEqual([]);
      await change('not autoscaled', { ...gitOps.spec, scale: 'replicas: 2' });
      expect(await podsOfServers()).toEqual(before);
    });

    test('images roll', async () => {
      const before = await podsOfServers();
      await change('images roll', { ...gitOps.spec, again: true });
      for (const uid of await podsOfServers()) expect(before).not.toContain(uid);
    });

    test('a model is removed, and the commit reverted', async () => {
      await load.stop();
      asked = asked.filter(({ model }) => model !== added.name);
      load = await gitOps.load(asked);
      const before = gitOps.spec;
      await change('a model removed', { ...before, models: before.models.filter(({ name }) => name !== added.name) });
      await change('a revert', before, () => gitOps.revert());
    });
  });
});

/** Which pods of servers there are: the same ones as long as none is made anew. */
async function podsOfServers(): Promise<readonly string[]> {
  const pods = await list('pods', namespace, 'app.kubernetes.io/component=server');
  return pods.map(({ metadata }) => metadata.uid).toSorted();
}

function table(changes: readonly Change[]): string {
  const rows = changes.map(({ name, synced, settled, answered, failed }) => [
    name,
    `${synced.toFixed(1)} s`,
    `${settled.toFixed(1)} s`,
    `${failed} of ${answered + failed}`,
  ]);
  const head = ['a commit', 'applied', 'as planned', 'failed requests'];
  return textTable([head, ...rows]);
}

function inWords({ applied, mounted, answered }: FirstAnswer): string {
  const [sync, kubelet, load] = [applied, mounted, answered].map((seconds) => `${seconds.toFixed(2)} s`);
  return `a new version: its plan is applied after ${sync}, seen by the agent ${kubelet} later (the kubelet's part), and answers ${load} after that`;
}
