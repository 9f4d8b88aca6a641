/** Names of the gateway's objects; each environment has one gateway in its own namespace. */
export const gatewayNames = {
  deployment: 'stowage-gateway',
  /** The Service that clients use. */
  service: 'stowage-gateway',
  /** Headless Service by which agents find every gateway pod. */
  pods: 'stowage-gateway-pods',
  /** Service by which KEDA asks what servers have to do. */
  metrics: 'stowage-gateway-metrics',
  config: 'stowage-gateway-config',
  podDisruptionBudget: 'stowage-gateway',
  serviceAccount: 'stowage-gateway',
  networkPolicy: 'stowage-gateway',
} as const;

/** The ConfigMap that holds one shard of the gateway's plan. */
export function gatewayPlanConfigMap(shard: number): string {
  return `stowage-gateway-plan-${shard}`;
}

/** Who the gateway's plan shards belong to. */
export const gatewayPlanOwner = 'gateway';
