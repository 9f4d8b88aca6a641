import { byCodeUnit } from '../../diagnostics/index.ts';
import type { Fleet, JsonObject, Plan } from '../../ir/index.ts';
import type { EmittedFile } from '../emitter.ts';
import { certificates } from './certificates.ts';
import { exposureObjects } from './exposure/index.ts';
import { gatewayObjects, gatewayPlan } from './gateway.ts';
import { observabilityObjects } from './observability/index.ts';
import { defaultDeny, serversPolicy } from './policies.ts';
import { serverObjects } from './server.ts';
import { sidecarConfigMap } from './sidecar.ts';
import type { KubernetesObject } from './types.ts';
import { witnessObjects } from './witness.ts';
import { yamlText } from './yaml.ts';

/** The folder that Argo CD reads: one object a file, and nothing else. */
export const manifestsFolder = 'manifests';

/** Everything that Argo CD applies, as `manifests/<kind>-<name>.yaml`, and a kustomization beside it that lists them. */
export function emitKubernetes(fleet: Fleet, plan: Plan): readonly EmittedFile[] {
  const manifests = kubernetesObjects(fleet, plan)
    .map((object) => ({ path: fileName(object), text: yamlText(object as unknown as JsonObject) }))
    .toSorted((a, b) => byCodeUnit(a.path, b.path));
  for (const [at, { path }] of manifests.entries()) {
    if (manifests[at + 1]?.path === path) throw new Error(`two objects would be written to ${path}`);
  }
  return [...manifests, kustomization(manifests.map(({ path }) => path))];
}

export function kubernetesObjects({ environment, servers, runtimes }: Fleet, plan: Plan): readonly KubernetesObject[] {
  const forGateway = gatewayPlan(environment, plan.gateway);
  const used = new Set(servers.map(({ runtime }) => runtime));
  const byRuntime = new Map(
    runtimes
      .filter(({ name }) => used.has(name))
      .map((runtime) => [runtime.name, { runtime, sidecar: sidecarConfigMap(environment, runtime) }]),
  );
  const inUse = [...byRuntime.values()].map(({ runtime }) => runtime);
  const byServer = new Map(plan.servers.map((serverPlan) => [serverPlan.server, serverPlan]));
  return [
    defaultDeny(environment),
    serversPolicy(environment),
    ...gatewayObjects(environment, runtimes, servers, forGateway),
    ...exposureObjects(environment),
    ...certificates(environment),
    ...witnessObjects(environment, inUse, forGateway),
    ...observabilityObjects(environment, servers, inUse),
    ...[...byRuntime.values()].map(({ sidecar }) => sidecar),
    ...servers.flatMap((server) => {
      const driven = byRuntime.get(server.runtime);
      const serverPlan = byServer.get(server.name);
      if (!driven || !serverPlan) throw new Error(`server ${server.name} lacks its runtime or its plan`);
      return serverObjects(environment, server, driven.runtime, serverPlan, driven.sidecar);
    }),
  ];
}

/** An environment has one namespace, and no two kinds that we emit differ by their group alone. */
function fileName({ kind, metadata }: KubernetesObject): string {
  return `${manifestsFolder}/${kind.toLowerCase()}-${metadata.name}.yaml`;
}

function kustomization(resources: readonly string[]): EmittedFile {
  return {
    path: 'kustomization.yaml',
    text: yamlText({ apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources }),
  };
}
