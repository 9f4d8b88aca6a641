import type { Environment } from '../../ir/index.ts';
import { commonLabels } from '../../names/index.ts';
import type { Labels, Metadata } from './types.ts';

/**
 * Argo CD applies waves in order and prunes them in reverse: what pods need (Services, policies, accounts, plans) comes
 * before the workloads and goes after them. It does not wait for their pods to end (`argocd/handling.ts`), so what these
 * need until then is of no server alone. Workloads are the last wave, so that nothing ever waits for a server to become
 * healthy.
 */
const supportWave: Labels = { 'argocd.argoproj.io/sync-wave': '-1' };

/** Metadata of an object that workloads rest on. */
export function supportMetadata(
  environment: Environment,
  name: string,
  labels: Labels,
  annotations?: Labels,
): Metadata {
  return { ...workloadMetadata(environment, name, labels), annotations: { ...annotations, ...supportWave } };
}

/** Metadata of an object of the last wave. */
export function workloadMetadata(
  environment: Environment,
  name: string,
  labels: Labels,
  annotations: Labels = {},
): Metadata {
  return {
    name,
    namespace: environment.namespace,
    labels: { ...commonLabels(environment.name), ...labels },
    ...(Object.keys(annotations).length > 0 && { annotations }),
  };
}
