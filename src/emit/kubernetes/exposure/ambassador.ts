import { gatewayStreamIdleTimeout } from '../../../envoy/index.ts';
import { type AmbassadorExposure, type Environment, graceMargin } from '../../../ir/index.ts';
import type { KubernetesObject } from '../types.ts';
import { type Served, served } from './served.ts';

interface Mapping extends KubernetesObject<'Mapping'> {
  readonly spec: {
    readonly ambassador_id?: readonly string[];
    readonly hostname: string;
    readonly prefix: string;
    readonly service: string;
    readonly grpc?: true;
    readonly timeout_ms: number;
    readonly idle_timeout_ms: number;
  };
}

/** A Mapping a host and protocol: each has one host. */
export function ambassadorObjects(environment: Environment): readonly KubernetesObject[] {
  return environment.exposure.ambassador.flatMap((exposed) =>
    served(environment, exposed).flatMap((of) => of.hosts.map((_, at) => mapping(environment, exposed, of, at))),
  );
}

function mapping(
  { namespace, gateway, tls }: Environment,
  { ambassadorId }: AmbassadorExposure,
  { protocol, hosts, service, port, metadata }: Served,
  at: number,
): Mapping {
  const scheme = tls.gatewaySecret === undefined ? '' : 'https://';
  return {
    apiVersion: 'getambassador.io/v3alpha1',
    kind: 'Mapping',
    metadata: { ...metadata, name: `${metadata.name}-${at}` },
    spec: {
      ...(ambassadorId !== undefined && { ambassador_id: [ambassadorId] }),
      hostname: hosts[at] ?? '',
      prefix: '/',
      service: `${scheme}${service}.${namespace}:${port}`,
      ...(protocol === 'grpc' && { grpc: true }),
      // Ambassador would end requests after three seconds. The gateway ends what takes too long or stands still.
      timeout_ms: 0,
      idle_timeout_ms: 1000 * (gatewayStreamIdleTimeout(gateway) + graceMargin),
    },
  };
}
