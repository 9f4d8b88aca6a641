import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ClusterOptions, down, inside, up } from '../test/cluster/cluster.ts';
import { root } from '../test/support/root.ts';
import type { Tally } from './tally.ts';

const tests = fileURLToPath(new URL('../test/cluster/tests', import.meta.url));

/** The clusters that tests need, by the folder of `test/cluster/tests` that holds them. */
const suites = {
  // Real pods on two nodes.
  pods: { nodes: 2, argocd: true, kwok: false, metrics: true },
  // The same, and nothing else after a node was lost.
  nodes: { nodes: 2, argocd: true, kwok: false, metrics: false },
  // Every kind of object there is, with no pods.
  api: { nodes: 0, argocd: true, kwok: true, metrics: false, crds: true },
  // What Argo CD does with what it is told, by nodes that only seem to run pods.
  argocd: { nodes: 0, argocd: true, plugin: `${root}docs/argocd`, kwok: true, metrics: false },
  // More than this machine can run.
  large: { nodes: 0, argocd: true, kwok: true, metrics: false },
} satisfies Readonly<Record<string, Omit<ClusterOptions, 'owned'>>>;

/**
 * What runs one after the other, and the two lists beside each other: pods mostly wait, and what has none of its own
 * keeps the API server busy.
 */
const lanes: readonly (readonly (keyof typeof suites)[])[] = [
  ['pods', 'nodes'],
  ['api', 'argocd', 'large'],
];

/** Starts a cluster a suite, runs its tests inside, and ends it, whatever happens. */
export async function testOnClusters(tally: Tally, chosen: readonly string[] = []): Promise<void> {
  const chosenFiles = (suite: keyof typeof suites) =>
    readdirSync(`${tests}/${suite}`)
      .map((file) => `test/cluster/tests/${suite}/${file}`)
      .filter(
        (file) => file.endsWith('.test.ts') && (chosen.length === 0 || chosen.some((part) => file.includes(part))),
      );
  await Promise.all(
    lanes.map(async (lane, index) => {
      for (const suite of lane) {
        const files = chosenFiles(suite);
        if (files.length > 0) await testOnCluster(tally, suite, files, index > 0);
      }
    }),
  );
}

async function testOnCluster(
  tally: Tally,
  suite: keyof typeof suites,
  files: readonly string[],
  quiet: boolean,
): Promise<void> {
  const name = `test-${suite}-${process.pid}`;
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  try {
    await up(name, { ...suites[suite], owned: true });
  } catch (error) {
    tally.fail(`no cluster for the tests of ${suite}: ${error instanceof Error ? error.message : error}`);
    return;
  }
  console.log(`a cluster for the tests of ${suite} is up (${seconds()})`);
  try {
    await tally.vitest(['cluster'], files, { ...inside(name), quiet });
  } finally {
    await down(name);
  }
  console.log(`the tests of ${suite} have ended, and their cluster (${seconds()})`);
}
