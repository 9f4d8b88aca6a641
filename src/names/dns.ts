import { gatewayNames } from './gateway.ts';
import { serverNames, serverPodName } from './server.ts';

/** DNS name of one pod of a server. Without the cluster's domain, which differs from cluster to cluster. */
export function serverPodHost(server: string, ordinal: number, namespace: string): string {
  return `${serverPodName(server, ordinal)}.${serverNames(server).service}.${namespace}.svc`;
}

/** DNS name of the Service that clients use. */
export function gatewayHost(namespace: string): string {
  return `${gatewayNames.service}.${namespace}.svc`;
}

/** DNS name of the Service by which KEDA asks what servers have to do. */
export function gatewayMetricsHost(namespace: string): string {
  return `${gatewayNames.metrics}.${namespace}.svc`;
}

/** DNS name that resolves to the address of every gateway pod, ready or not. */
export function gatewayPodsHost(namespace: string): string {
  return `${gatewayNames.pods}.${namespace}.svc`;
}
