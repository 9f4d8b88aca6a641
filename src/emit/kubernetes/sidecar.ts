import { sidecarBootstrap } from '../../envoy/index.ts';
import type { Environment, Runtime } from '../../ir/index.ts';
import { allServersSelector, sidecarConfig } from '../../names/index.ts';
import { configMap, envoyFiles, internalSecrets } from './config-maps.ts';
import { supportMetadata } from './metadata.ts';
import { sidecarNeeds } from './server-pod.ts';
import type { ConfigMap } from './types.ts';

/**
 * What the sidecars of a runtime start with. Servers share it: it is large, and one a server would be most of what Argo
 * CD reads.
 */
export function sidecarConfigMap(environment: Environment, runtime: Runtime): ConfigMap {
  return configMap(
    supportMetadata(environment, sidecarConfig(runtime.name), allServersSelector),
    envoyFiles(sidecarBootstrap(environment, runtime, sidecarNeeds.memory), internalSecrets(environment)),
  );
}
