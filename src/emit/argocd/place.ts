import type { Delivery, Environment } from '../../ir/index.ts';
import { manifestsFolder } from '../kubernetes/emit.ts';
import type { Place } from './types.ts';

/** Name of an environment's Application. */
export function applicationName(environment: Environment, delivery: Delivery): string {
  return `${delivery.name}-${environment.name}`;
}

/** What is applied where. `path` is the folder of the repository that Argo CD reads. */
export function place(environment: Environment, delivery: Delivery, path: string): Place {
  const { project, repository, revision, cluster, plugin } = delivery;
  const { name, namespace } = environment;
  return {
    project,
    source: {
      repoURL: repository,
      targetRevision: revision,
      path,
      ...(plugin !== undefined && { plugin: { name: plugin, parameters: [{ name: 'environment', string: name }] } }),
    },
    destination: cluster.includes('://') ? { server: cluster, namespace } : { name: cluster, namespace },
  };
}

/** Folder of the repository that holds the environment's manifests, and nothing else. */
export function manifestsPath({ folder, output }: Delivery): string {
  return [...(folder === '' ? [] : [folder]), output, manifestsFolder].join('/');
}
