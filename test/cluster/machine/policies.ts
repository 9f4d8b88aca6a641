import { join } from 'node:path';
import { podRange } from '../addresses.ts';
import { table } from '../policies/rules.ts';
import { attempt } from '../run.ts';
import type { MachineConfig, Program } from './program.ts';

/** Enforces NetworkPolicies on a node, before it has any pod. */
export function policies({ name, cluster, node }: MachineConfig): Program {
  return {
    name: 'network-policies',
    command: [
      ...[process.execPath, join(import.meta.dirname, '../policies/main.ts')],
      ...['--kubeconfig', join(cluster, 'kubeconfig'), '--node', name, '--pods', podRange(node)],
      ...['--shared', join(cluster, 'given-addresses')],
    ],
    ready: async () => (await attempt(['nft', 'list', 'table', 'inet', table])).status === 0,
  };
}
