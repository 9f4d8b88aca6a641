import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ClusterOptions, down, inside, up } from '../test/cluster/cluster.ts';
import { root } from '../test/support/root.ts';
import type { Tally } from './tally.ts';

const tests = fileURLToPath(new URL('../test/cluster/tests', import.meta.url));

/** The clusters that tests need, by the folder of `test/cluster/tests` that holds them. */
const suites: Readonly<Record<string, Omit<ClusterOptions, 'owned'>>> = {
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
};

/** Starts a cluster a suite, runs its tests inside, and ends it, whatever happens. */
export async function testOnClusters(tally: Tally, chosen: readonly string[] = []): Promise<void> {
  for (const [suite, options] of Object.entries(suites)) {
    const files = readdirSync(`${tests}/${suite}`)
      .map((file) => `test/cluster/tests/${suite}/${file}`)
      .filter(
        (file) => file.endsWith('.test.ts') && (chosen.length === 0 || chosen.some((part) => file.includes(part))),
      );
    if (files.length === 0) continue;
    const name = `test-${suite}-${process.pid}`;
    const started = performance.now();
    try {
      await up(name, { ...options, owned: true });
    } catch (error) {
      tally.fail(`no cluster for the tests of ${suite}: ${error instanceof Error ? error.message : error}`);
      continue;
    }
    console.log(`a cluster for the tests of ${suite} is up (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    try {
      tally.vitest(['cluster'], files, inside(name));
    } finally {
      await down(name);
    }
  }
}
