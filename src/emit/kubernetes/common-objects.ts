import type { Environment } from '../../ir/index.ts';
import { supportMetadata, workloadMetadata } from './metadata.ts';
import type { Labels, PodDisruptionBudget, ServiceAccount } from './types.ts';

/** An account without a token: no pod of ours talks to the Kubernetes API. */
export function serviceAccount(environment: Environment, name: string, labels: Labels): ServiceAccount {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: supportMetadata(environment, name, labels),
    automountServiceAccountToken: false,
  };
}

/** One pod at a time is drained; one that does not work anyway never holds a node up. */
export function podDisruptionBudget(environment: Environment, name: string, labels: Labels): PodDisruptionBudget {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: workloadMetadata(environment, name, labels),
    spec: { maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow', selector: { matchLabels: labels } },
  };
}
