import { extension } from './typed.ts';
import type { OverloadManager } from './types.ts';

const heap = 'envoy.resource_monitors.fixed_heap';

/** Part of the container's memory that Envoy's heap may take; the rest is for what the heap does not count. */
const heapShare = 0.9;

/**
 * Gives memory back, then refuses requests, before the kernel kills the process.
 *
 * @param memory of the container, in MiB
 * @param connections that clients may hold
 */
export function overloadManager(memory: number, connections: number): OverloadManager {
  return {
    refresh_interval: '0.25s',
    resource_monitors: [
      extension(heap, 'envoy.extensions.resource_monitors.fixed_heap.v3.FixedHeapConfig', {
        max_heap_size_bytes: Math.floor(memory * heapShare) * 1024 * 1024,
      }),
      extension(
        'envoy.resource_monitors.global_downstream_max_connections',
        'envoy.extensions.resource_monitors.downstream_connections.v3.DownstreamConnectionsConfig',
        { max_active_downstream_connections: connections },
      ),
    ],
    actions: [
      { name: 'envoy.overload_actions.shrink_heap', triggers: [{ name: heap, threshold: { value: 0.95 } }] },
      {
        name: 'envoy.overload_actions.stop_accepting_requests',
        triggers: [{ name: heap, threshold: { value: 0.98 } }],
      },
    ],
  };
}
