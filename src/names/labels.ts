/** The parts of an environment that are workloads. */
export type Component = 'server' | 'gateway' | 'witness';

/** Keys of labels. `app.kubernetes.io/instance` is left to Argo CD, which can be set to track by it. */
export const labelKeys = {
  name: 'app.kubernetes.io/name',
  component: 'app.kubernetes.io/component',
  partOf: 'app.kubernetes.io/part-of',
  managedBy: 'app.kubernetes.io/managed-by',
  environment: 'stowage.dev/environment',
  server: 'stowage.dev/server',
} as const;

export const annotationKeys = {
  /** On pod templates: sha256 of what the pod reads only at start, so that a change of it restarts the pod. */
  configChecksum: 'stowage.dev/config-checksum',
  /** On the witness's pod template: sha256 of the plan that it has to see running. */
  planChecksum: 'stowage.dev/plan-checksum',
  /** On StatefulSets: how many replicas the manifest wants, or `autoscaled`. What Argo CD is told about them rests on it. */
  replicas: 'stowage.dev/replicas',
} as const;

/** Value of the annotation `replicas`: an autoscaler does. Argo CD then leaves the number as it finds it. */
export const autoscaled = 'autoscaled';

/** Labels on every object of an environment, workloads and others. */
export function commonLabels(environment: string): Readonly<Record<string, string>> {
  return {
    [labelKeys.partOf]: 'stowage',
    [labelKeys.managedBy]: 'stowage',
    [labelKeys.environment]: environment,
  };
}

/** Labels that every pod of ours carries, and no others in the namespace: what the default-deny policy selects. */
export const podSelector: Readonly<Record<string, string>> = { [labelKeys.partOf]: 'stowage' };

/** What selects the pods of one workload. Part of a StatefulSet's immutable selector: must never change. */
export function componentSelector(component: Exclude<Component, 'server'>): Readonly<Record<string, string>> {
  return { [labelKeys.name]: `stowage-${component}`, [labelKeys.component]: component };
}

/** What selects the pods of every server. */
export const allServersSelector: Readonly<Record<string, string>> = {
  [labelKeys.name]: 'stowage-server',
  [labelKeys.component]: 'server',
};

/** What selects the pods of one server. Part of its StatefulSet's immutable selector: must never change. */
export function serverSelector(server: string): Readonly<Record<string, string>> {
  return { ...allServersSelector, [labelKeys.server]: server };
}
