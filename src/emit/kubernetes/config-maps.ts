import {
  authoritySecret,
  type Bootstrap,
  certificateSecret,
  discoveryText,
  type SdsName,
  type Secret,
  sdsFile,
  sdsNames,
} from '../../envoy/index.ts';
import type { GatewayPlan, ServerPlan } from '../../ir/index.ts';
import { type Environment, encodeShards, sha256 } from '../../ir/index.ts';
import {
  configFiles,
  gatewayPlanConfigMap,
  gatewayPlanOwner,
  mountPaths,
  planShardFile,
  serverPlanConfigMap,
  serverPlanOwner,
} from '../../names/index.ts';
import { supportMetadata } from './metadata.ts';
import type { ConfigMap, Labels, Metadata } from './types.ts';

export function configMap(metadata: Metadata, data: Readonly<Record<string, string>>): ConfigMap {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata, data };
}

/** What an Envoy reads at start: its bootstrap, and the files that name its TLS secrets. */
export function envoyFiles(bootstrap: Bootstrap, secrets: readonly Secret[]): Readonly<Record<string, string>> {
  return {
    [configFiles.envoy]: settingsText(bootstrap),
    ...Object.fromEntries(
      secrets.map((secret) => [
        sdsFile(secret.name as SdsName),
        discoveryText('envoy.extensions.transport_sockets.tls.v3.Secret', [secret]),
      ]),
    ),
  };
}

/** Changes when anything changes that a pod reads at start only. */
export function checksum(...configMaps: readonly ConfigMap[]): string {
  return sha256(configMaps.map(({ data }) => JSON.stringify(data)).join('\n'), 16);
}

export function internalSecrets(environment: Environment): readonly Secret[] {
  return environment.tls.internalSecret === undefined
    ? []
    : [
        certificateSecret(sdsNames.internalCertificate, mountPaths.internalTls),
        authoritySecret(sdsNames.internalAuthority, mountPaths.internalTls),
      ];
}

export function serverPlanConfigMaps(
  environment: Environment,
  plan: ServerPlan,
  shards: number,
  labels: Labels,
): readonly ConfigMap[] {
  const { server, runtime, base, max, models } = plan;
  const header = { environment: environment.name, runtime, base, max };
  return encodeShards(serverPlanOwner(server), header, models, shards).map((text, shard) =>
    configMap(supportMetadata(environment, serverPlanConfigMap(server, shard), labels), {
      [planShardFile(shard)]: text,
    }),
  );
}

export function gatewayPlanConfigMaps(
  environment: Environment,
  plan: GatewayPlan,
  labels: Labels,
): readonly ConfigMap[] {
  const header = { environment: environment.name };
  return encodeShards(gatewayPlanOwner, header, plan.models, environment.gateway.planShards).map((text, shard) =>
    configMap(supportMetadata(environment, gatewayPlanConfigMap(shard), labels), { [planShardFile(shard)]: text }),
  );
}

export function settingsText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
