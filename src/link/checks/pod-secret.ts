import { type Json, originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { podContainers, podVolumes } from '../pod.ts';
import { asList, asObject, quoted } from '../words.ts';

interface Use {
  readonly secret: Json | undefined;
  readonly pointer: string;
}

/** Secrets of stores are the agent's, those of TLS the Envoys'. */
export const podSecret: Check = {
  code: { code: 'STW1238', severity: 'error', title: 'A Secret that is not for the pod’s user' },
  run({ parts, environment }, report) {
    if (environment === undefined) return;
    const { stores, tls } = environment;
    const owners = new Map<string, string>();
    for (const { name, secret } of stores)
      if (secret !== undefined) owners.set(secret, `opens the store ${quoted(name)}`);
    if (tls.internalSecret !== undefined) owners.set(tls.internalSecret, 'is for TLS between gateway and servers');
    if (tls.gatewaySecret !== undefined) owners.set(tls.gatewaySecret, 'is for TLS of the gateway');
    for (const { name, pod, origin } of parts.servers) {
      const uses = [
        ...podVolumes(pod).flatMap(({ fields, pointer }) => inVolume(fields, pointer)),
        ...[...podContainers(pod, 'containers'), ...podContainers(pod, 'initContainers')].flatMap(
          ({ fields, pointer }) => inContainer(fields, pointer),
        ),
      ];
      for (const { secret, pointer } of uses) {
        const owner = typeof secret === 'string' ? owners.get(secret) : undefined;
        if (owner === undefined) continue;
        report({
          message: `The pod of Server ${quoted(name)} uses the Secret ${quoted(String(secret))}, which ${owner}`,
          origin: originAt(origin, pointer),
          help: 'Remove it, or use a Secret of your own: models are code, and whoever sends one could read it.',
        });
      }
    }
  },
};

function inVolume(fields: Readonly<Record<string, Json>>, at: string): readonly Use[] {
  const { secret, projected, csi } = fields;
  return [
    { secret: asObject(secret)['secretName'], pointer: `${at}/secret/secretName` },
    {
      secret: asObject(asObject(csi)['nodePublishSecretRef'])['name'],
      pointer: `${at}/csi/nodePublishSecretRef/name`,
    },
    ...asList(asObject(projected)['sources']).map((source, index) => ({
      secret: asObject(asObject(source)['secret'])['name'],
      pointer: `${at}/projected/sources/${index}/secret/name`,
    })),
  ];
}

function inContainer(fields: Readonly<Record<string, Json>>, at: string): readonly Use[] {
  return [
    ...asList(fields['env']).map((variable, index) => ({
      secret: asObject(asObject(asObject(variable)['valueFrom'])['secretKeyRef'])['name'],
      pointer: `${at}/env/${index}/valueFrom/secretKeyRef/name`,
    })),
    ...asList(fields['envFrom']).map((source, index) => ({
      secret: asObject(asObject(source)['secretRef'])['name'],
      pointer: `${at}/envFrom/${index}/secretRef/name`,
    })),
  ];
}
