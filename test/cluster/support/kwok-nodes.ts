import { apply } from './kubectl.ts';

/** Makes nodes that KWOK says run their pods, with room for all. */
export async function makeKwokNodes(count: number): Promise<void> {
  const room = { cpu: '10k', memory: '100Ti', 'ephemeral-storage': '100Ti', pods: '10k', 'nvidia.com/gpu': '1k' };
  await apply(
    Array.from({ length: count }, (_, i) => ({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: `kwok-${i}`, labels: { type: 'kwok', 'kubernetes.io/hostname': `kwok-${i}` } },
      spec: {},
      status: { allocatable: room, capacity: room },
    })),
  );
}
