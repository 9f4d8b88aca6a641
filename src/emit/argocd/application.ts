import type { Delivery, Environment, Fleet, JsonObject, Plan } from '../../ir/index.ts';
import { commonLabels } from '../../names/index.ts';
import type { EmittedFile } from '../emitter.ts';
import { yamlText } from '../kubernetes/yaml.ts';
import { annotations, finalizers, handling } from './handling.ts';
import { namespaceOf } from './namespace.ts';
import { applicationName, manifestsPath, place } from './place.ts';
import type { Application } from './types.ts';

/**
 * The environment's Application and its namespace, beside its manifests: what is applied once by hand, or by an
 * Application of Applications. Not among them, which are what the Application itself makes and takes away.
 */
export function emitArgocd({ environment }: Fleet, _plan: Plan, delivery?: Delivery): readonly EmittedFile[] {
  if (!delivery) return [];
  return [
    { path: 'application.yaml', text: yamlText(application(environment, delivery) as unknown as JsonObject) },
    { path: 'namespace.yaml', text: yamlText(namespaceOf(environment) as unknown as JsonObject) },
  ];
}

export function application(environment: Environment, delivery: Delivery): Application {
  // A plugin is run in the project's folder.
  const path = delivery.plugin === undefined ? manifestsPath(delivery) : delivery.folder || '.';
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: applicationName(environment, delivery),
      namespace: delivery.namespace,
      labels: commonLabels(environment.name),
      annotations,
      finalizers,
    },
    spec: { ...place(environment, delivery, path), ...handling },
  };
}
