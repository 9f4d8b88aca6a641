import type { Delivery, Environment, JsonObject } from '../../ir/index.ts';
import { commonLabels, labelKeys } from '../../names/index.ts';
import type { EmittedFile } from '../emitter.ts';
import { yamlText } from '../kubernetes/yaml.ts';
import { annotations, finalizers, handling } from './handling.ts';
import { applicationName, manifestsPath, place } from './place.ts';
import type { ApplicationSet, GitGenerator } from './types.ts';

/** An environment, and how Argo CD gets at it. */
export interface Delivered {
  readonly environment: Environment;
  readonly delivery: Delivery;
}

/** Name of the file in the folder that is the project's. */
export const applicationSetFile = 'applicationset.yaml';

/**
 * The ApplicationSet of a project: while the folder of an environment's manifests is in the repository, there is an
 * Application for it. Where each goes stands in the set, not in the folder: who may commit manifests does not say to
 * which cluster, with whose rights.
 */
export function emitApplicationSet(delivered: readonly [Delivered, ...Delivered[]]): readonly EmittedFile[] {
  return [{ path: applicationSetFile, text: yamlText(applicationSet(delivered) as unknown as JsonObject) }];
}

export function applicationSet(delivered: readonly [Delivered, ...Delivered[]]): ApplicationSet {
  const { name, namespace, project } = delivered[0].delivery;
  const { [labelKeys.environment]: _, ...labels } = commonLabels('');
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name, namespace, labels },
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: delivered.map(({ environment, delivery }) => ({ git: generator(environment, delivery) })),
      template: { metadata: { labels, annotations, finalizers }, spec: { project, destination: {}, ...handling } },
    },
  };
}

function generator(environment: Environment, delivery: Delivery): GitGenerator {
  return {
    repoURL: delivery.repository,
    revision: delivery.revision,
    directories: [{ path: literally(manifestsPath(delivery)) }],
    template: {
      metadata: {
        name: applicationName(environment, delivery),
        labels: { [labelKeys.environment]: environment.name },
      },
      spec: place(environment, delivery, '{{ .path.path }}'),
    },
  };
}

/** The generator takes a path for a pattern, in Go's `path.Match`. It skips hidden folders; no output lies in one. */
function literally(path: string): string {
  return path.replaceAll(/[*?[\\]/g, '\\$&');
}
