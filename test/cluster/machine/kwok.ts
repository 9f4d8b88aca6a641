import { join } from 'node:path';
import { kubectl } from './kubectl.ts';
import type { MachineConfig, Program } from './program.ts';

const stages = [
  'node/fast/node-initialize',
  'node/heartbeat/node-heartbeat',
  'pod/fast/pod-ready',
  'pod/fast/pod-complete',
  'pod/fast/pod-delete',
  'volume/fast/pvc-provision',
  'volume/fast/pv-bind',
  'volume/fast/pv-delete',
  'volume/fast/pvc-delete',
];

/** Nodes that are only said to run their pods, for what is too large to run. */
export function kwok(config: MachineConfig, module: string): readonly Program[] {
  const files = (names: readonly string[]): readonly string[] =>
    names.map((name) => join(module, 'kustomize/stage', `${name}.yaml`));
  return [
    {
      name: 'kwok',
      command: [
        ...[join(config.programs, 'kwok'), '--kubeconfig', join(config.cluster, 'kubeconfig')],
        ...files(stages).flatMap((file) => ['--config', file]),
        ...['--manage-all-nodes=false', '--manage-nodes-with-label-selector=type=kwok'],
        ...['--cidr', '10.99.0.0/16', '--node-ip', '127.0.0.1', '--server-address', '127.0.0.1:28490'],
      ],
      onReady: async () => {
        await kubectl(config, [
          ...['apply', '--server-side'],
          ...files(['volume/fast/storage-class']).flatMap((file) => ['--filename', file]),
        ]);
      },
    },
  ];
}
