import type { Environment, GatewayApiExposure } from '../../../ir/index.ts';
import { gatewayHost, gatewayNames } from '../../../names/index.ts';
import type { KubernetesObject } from '../types.ts';
import { exposureMetadata, type Served, served } from './served.ts';

interface Route extends KubernetesObject<'HTTPRoute' | 'GRPCRoute'> {
  readonly spec: {
    readonly parentRefs: readonly ParentReference[];
    readonly hostnames: readonly string[];
    readonly rules: readonly RouteRule[];
  };
}

interface ParentReference {
  readonly group: string;
  readonly kind: 'Gateway';
  readonly name: string;
  readonly namespace: string;
  readonly sectionName?: string;
}

interface RouteRule {
  readonly matches?: readonly { readonly path: { readonly type: 'PathPrefix'; readonly value: string } }[];
  readonly backendRefs: readonly BackendReference[];
  readonly timeouts?: { readonly request: string };
}

interface BackendReference {
  readonly group: '';
  readonly kind: 'Service';
  readonly name: string;
  readonly port: number;
  readonly weight: 1;
}

interface BackendTlsPolicy extends KubernetesObject<'BackendTLSPolicy'> {
  readonly spec: {
    readonly targetRefs: readonly { readonly group: ''; readonly kind: 'Service'; readonly name: string }[];
    readonly validation: { readonly hostname: string } & (
      | { readonly wellKnownCACertificates: 'System' }
      | {
          readonly caCertificateRefs: readonly {
            readonly group: '';
            readonly kind: 'ConfigMap';
            readonly name: string;
          }[];
        }
    );
  };
}

const group = 'gateway.networking.k8s.io';
const apiVersion = `${group}/v1`;

/** Routes of the Gateway API, and how the Gateways speak TLS to a gateway that wants it. */
export function gatewayApiObjects(environment: Environment): readonly KubernetesObject[] {
  const { exposure, tls } = environment;
  if (exposure.gatewayApi.length === 0) return [];
  return [
    ...exposure.gatewayApi.flatMap((exposed) => served(environment, exposed).map((of) => route(exposed, of))),
    ...(tls.gatewaySecret === undefined ? [] : [backendTlsPolicy(environment)]),
  ];
}

function route({ gateway, listener }: GatewayApiExposure, { protocol, hosts, service, port, metadata }: Served): Route {
  const parent: ParentReference = {
    group,
    kind: 'Gateway',
    name: gateway.name,
    namespace: gateway.namespace,
    ...(listener !== undefined && { sectionName: listener }),
  };
  const backendRefs = [{ group: '', kind: 'Service', name: service, port, weight: 1 }] as const;
  return {
    apiVersion,
    kind: protocol === 'http' ? 'HTTPRoute' : 'GRPCRoute',
    metadata,
    spec: {
      parentRefs: [parent],
      hostnames: hosts,
      rules: [
        protocol === 'http'
          ? {
              matches: [{ path: { type: 'PathPrefix', value: '/' } }],
              backendRefs,
              // The gateway ends what takes too long, but never a stream: so nothing before it may.
              timeouts: { request: '0s' },
            }
          : { backendRefs },
      ],
    },
  };
}

function backendTlsPolicy(environment: Environment): BackendTlsPolicy {
  const { namespace, tls } = environment;
  return {
    apiVersion,
    kind: 'BackendTLSPolicy',
    metadata: exposureMetadata(environment, gatewayNames.service),
    spec: {
      targetRefs: [{ group: '', kind: 'Service', name: gatewayNames.service }],
      validation: {
        hostname: gatewayHost(namespace),
        ...(tls.gatewayAuthority === undefined
          ? { wellKnownCACertificates: 'System' }
          : { caCertificateRefs: [{ group: '', kind: 'ConfigMap', name: tls.gatewayAuthority }] }),
      },
    },
  };
}
