import { join } from 'node:path';
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
