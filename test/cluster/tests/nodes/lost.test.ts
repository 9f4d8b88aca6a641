import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Asked, type SteadyLoad, summaryOf } from '../../../support/load.ts';
import { trainModels } from '../../../support/running-fleet.ts';
import { killNode, startNode } from '../../cluster.ts';
import { type ModelSpec, namespace } from '../../support/fleet-spec.ts';
import { GitOps } from '../../support/git-ops.ts';
import { get, kubectl, list } from '../../support/kubectl.ts';
import { thisCluster } from '../../support/this-cluster.ts';

const models: readonly ModelSpec[] = [
  { name: 'sklearn-0', format: 'sklearn', version: 1, replicas: 2 },
  { name: 'xgboost-1', format: 'xgboost', version: 1, replicas: 2 },
  { name: 'lightgbm-2', format: 'lightgbm', version: 1, replicas: 1 },
];

/** The model with one copy. */
const single = 'lightgbm-2';

/** Seconds, as the fleet's gateway has it. */
const requestTimeout = 10;

/** What says that nothing of a node runs any more, so that its pods may be made anew elsewhere. */
const outOfService = 'node.kubernetes.io/out-of-service=nodeshutdown:NoExecute';

describe('when a node goes', () => {
  const trained = mkdtempSync(join(tmpdir(), 'trained-'));
  const measured: string[] = [];
  let gitOps: GitOps;
  let asked: readonly Asked[];
  let load: SteadyLoad;
  let report: string;

  beforeAll(async () => {
    trainModels(trained, models, [1]);
    gitOps = await GitOps.start(trained, { scale: 'replicas: 2', models });
    report = await gitOps.commit('A fleet');
    await gitOps.settled();
    asked = gitOps.asked();
    load = await gitOps.load(asked);
  });

  afterEach(() => console.log(measured.splice(0).join('\n')));

  afterAll(async () => {
    await load?.stop();
    await gitOps?.close();
    rmSync(trained, { recursive: true, force: true });
  });

  test('to be drained, no request fails, as the report of the compiler says', async () => {
    expect(report).not.toContain('no second place');
    const node = await nodeOf(await onlyPodOf(single));
    const begun = performance.now();
    const away = ['--ignore-daemonsets', '--delete-emptydir-data', '--timeout=240s'];
    await kubectl('drain', node, ...away);
    measured.push(`drained after ${seconds(begun)}`);
    for (const { spec } of await list('pods', namespace)) expect(spec.nodeName).not.toBe(node);
    await kubectl('uncordon', node);
    await gitOps.settled();
    await spreadAgain();
    await gitOps.settled();
    await pause(500);
    expect(summaryOf(load.takeFailures())).toEqual([]);
  });

  test('and does not come back, no more is lost than was on it', async () => {
    const pod = await onlyPodOf(single);
    const node = await nodeOf(pod);
    load.takeFailures();
    const [began, killed] = [load.now, performance.now()];
    await killNode(thisCluster(), Number(node.replace('node-', '')));
    await gitOps.until(
      'lost',
      () => get('node', node),
      (found) => /NoExecute/.test(JSON.stringify(found?.spec.taints ?? [])),
    );
    const lost = load.now - began;
    measured.push(`the node was found to be lost after ${seconds(killed)}`);
    // An operator makes sure that the node is off, and says so.
    await kubectl('taint', 'node', node, outOfService);
    await gitOps.until(
      'made anew',
      () => get('pod', pod, namespace),
      (found) => found !== undefined && found.spec.nodeName !== undefined && found.spec.nodeName !== node,
      90_000,
    );
    measured.push(`its pods were made anew after ${seconds(killed)}`);
    await gitOps.settled();
    measured.push(`all was as planned after ${seconds(killed)}`);
    const failures = load.takeFailures();
    const others = failures.filter(({ model }) => model !== single);
    measured.push(`failed requests to models with one copy: ${failures.length - others.length}`);
    measured.push(`failed requests to models with two copies: ${others.length}`, ...summaryOf(others));
    // Clients that were on the node's gateway pod, until the Service knows of that, and requests that waited for a pod there.
    for (const { at } of others) expect(at - began).toBeLessThan(lost + requestTimeout);
    expect(others.map(({ what }) => what).filter((what) => what.includes('no copy ready'))).toEqual([]);
    await pause(2_000);
    expect(summaryOf(load.takeFailures())).toEqual([]);
    await startNode(thisCluster(), Number(node.replace('node-', '')));
    await kubectl('taint', 'node', node, `${outOfService}-`);
  });

  /** Nobody moves pods back by themselves: one of each kind is made anew, where there are fewest. */
  async function spreadAgain(): Promise<void> {
    const stays = await onlyPodOf(single);
    const [goes = ''] = ['cpu-0', 'cpu-1'].filter((pod) => pod !== stays);
    const [gateway = ''] = await gitOps.gatewayPods();
    for (const pod of [goes, gateway]) await kubectl('delete', 'pod', pod, '--namespace', namespace);
    await gitOps.until(
      'apart',
      async () => [await nodeOf('cpu-0'), await nodeOf('cpu-1')],
      ([a, b]) => a !== '' && b !== '' && a !== b,
    );
  }

  async function onlyPodOf(model: string): Promise<string> {
    const status = await gitOps.status();
    const [at = '', ...more] = status?.models.find(({ name }) => name === model)?.at ?? [];
    expect(more).toEqual([]);
    return at.replace('/', '-');
  }
});

async function nodeOf(pod: string): Promise<string> {
  return ((await get('pod', pod, namespace))?.spec.nodeName ?? '') as string;
}

/** Since then. */
function seconds(begun: number): string {
  return `${((performance.now() - begun) / 1000).toFixed(1)} s`;
}
