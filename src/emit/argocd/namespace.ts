import type { Environment } from '../../ir/index.ts';
import { commonLabels } from '../../names/index.ts';
import type { Namespace } from './types.ts';

const modes = ['enforce', 'audit', 'warn'] as const;

/**
 * The namespace of an environment, which admits only pods of the restricted standard. Whoever applies the Application
 * makes it before: Secrets must be in it that are not ours to emit. Argo CD does not: a namespace among the manifests
 * would go with the environment, Secrets and all, and one that an Application manages costs each sync a phase of its
 * own.
 */
export function namespaceOf({ name, namespace }: Environment): Namespace {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: namespace,
      labels: {
        ...commonLabels(name),
        ...Object.fromEntries(
          modes.flatMap((mode) => [
            [`pod-security.kubernetes.io/${mode}`, 'restricted'],
            [`pod-security.kubernetes.io/${mode}-version`, 'latest'],
          ]),
        ),
      },
    },
  };
}
