import type { ImmutableFields, Server } from '../ir/index.ts';

/** Names of everything that belongs to one server. All but the StatefulSet's pods are unique by kind. */
export interface ServerNames {
  readonly statefulSet: string;
  /** Headless Service that gives each pod its DNS name; the StatefulSet's immutable `serviceName`. */
  readonly service: string;
  /** The agent's settings, which it reads at start. */
  readonly config: string;
  readonly podDisruptionBudget: string;
  /** Not the server's bare name: a server may be called `default`, as each namespace's own account is. */
  readonly serviceAccount: string;
  /** Also of the one that KEDA makes. */
  readonly horizontalPodAutoscaler: string;
  readonly scaledObject: string;
}

export function serverNames(server: string): ServerNames {
  return {
    statefulSet: server,
    service: server,
    config: `${server}-config`,
    podDisruptionBudget: server,
    serviceAccount: `${server}-server`,
    horizontalPodAutoscaler: server,
    scaledObject: server,
  };
}

/** The policy of every server: who may talk to its pods, and they to whom. */
export const serversNetworkPolicy = 'stowage-servers';

/** The ConfigMap of what the sidecar Envoys of a runtime's servers start with. */
export function sidecarConfig(runtime: string): string {
  return `stowage-sidecar-${runtime}`;
}

/** The ConfigMap that holds one shard of the server's plan. */
export function serverPlanConfigMap(server: string, shard: number): string {
  return `${server}-plan-${shard}`;
}

/** Name and hostname of one pod of the server. */
export function serverPodName(server: string, ordinal: number): string {
  return `${server}-${ordinal}`;
}

/** Who a server's plan shards belong to. */
export function serverPlanOwner(server: string): string {
  return `server/${server}`;
}

/** What can be set on the server's StatefulSet only when it is made. */
export function immutableFields(server: Server): ImmutableFields {
  const { size, storageClass } = server.cache;
  return {
    serviceName: serverNames(server.name).service,
    podManagementPolicy: 'Parallel',
    ...(storageClass !== undefined && { cache: { size, storageClass } }),
  };
}
