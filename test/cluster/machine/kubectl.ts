import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { run } from '../run.ts';
import type { MachineConfig } from './program.ts';

/** Runs kubectl as the cluster's administrator. */
export function kubectl(
  { cluster, programs }: Pick<MachineConfig, 'cluster' | 'programs'>,
  args: readonly string[],
  input?: string,
): Promise<string> {
  return run([join(programs, 'kubectl'), '--kubeconfig', join(cluster, 'kubeconfig'), ...args], {
    ...(input !== undefined && { input }),
  });
}

/** Applies objects, which are ours. */
export async function apply(config: MachineConfig, objects: readonly object[]): Promise<void> {
  const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
  await kubectl(config, ['apply', '--server-side', '--force-conflicts', '--filename', '-'], list);
}

/** Waits until the API server serves the kinds of CRDs, which are named by `--filename` options. */
export async function established(config: MachineConfig, crds: readonly string[]): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await kubectl(config, ['wait', '--for=condition=Established', '--timeout=30s', ...crds]);
      return;
    } catch (error) {
      // kubectl fails on an object that has no conditions yet.
      if (tries >= 50) throw error;
      await pause(200);
    }
  }
}
