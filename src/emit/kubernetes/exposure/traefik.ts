import type { Environment, TraefikExposure } from '../../../ir/index.ts';
import { gatewayHost, gatewayNames } from '../../../names/index.ts';
import type { KubernetesObject } from '../types.ts';
import { exposureMetadata, type Served, served } from './served.ts';

interface IngressRoute extends KubernetesObject<'IngressRoute'> {
  readonly spec: {
    readonly entryPoints?: readonly string[];
    readonly routes: readonly {
      readonly kind: 'Rule';
      readonly match: string;
      readonly services: readonly {
        readonly kind: 'Service';
        readonly name: string;
        readonly port: number;
        readonly scheme: 'http' | 'h2c' | 'https';
        readonly serversTransport?: string;
      }[];
    }[];
    readonly tls?: { readonly secretName: string };
  };
}

interface ServersTransport extends KubernetesObject<'ServersTransport'> {
  readonly spec: { readonly serverName: string; readonly rootCAs?: readonly { readonly configMap: string }[] };
}

const apiVersion = 'traefik.io/v1alpha1';

/** IngressRoutes, and how Traefik speaks TLS to a gateway that wants it. */
export function traefikObjects(environment: Environment): readonly KubernetesObject[] {
  const { exposure, tls } = environment;
  if (exposure.traefik.length === 0) return [];
  const transport = tls.gatewaySecret === undefined ? undefined : serversTransport(environment);
  return [
    ...exposure.traefik.flatMap((exposed) => {
      const annotations = {
        ...exposed.annotations,
        ...(exposed.class !== undefined && { 'kubernetes.io/ingress.class': exposed.class }),
      };
      return served(environment, { ...exposed, annotations }).map((of) =>
        ingressRoute(exposed, of, transport?.metadata.name),
      );
    }),
    ...(transport ? [transport] : []),
  ];
}

function ingressRoute(
  { entryPoints, tls }: TraefikExposure,
  { protocol, hosts, service, port, metadata }: Served,
  serversTransport: string | undefined,
): IngressRoute {
  const plain = protocol === 'http' ? 'http' : 'h2c';
  return {
    apiVersion,
    kind: 'IngressRoute',
    metadata,
    spec: {
      ...(entryPoints.length > 0 && { entryPoints }),
      routes: [
        {
          kind: 'Rule',
          match: hosts.map((host) => `Host(\`${host}\`)`).join(' || '),
          services: [
            {
              kind: 'Service',
              name: service,
              port,
              ...(serversTransport === undefined ? { scheme: plain } : { scheme: 'https', serversTransport }),
            },
          ],
        },
      ],
      ...(tls && { tls: { secretName: tls.secret } }),
    },
  };
}

function serversTransport(environment: Environment): ServersTransport {
  const { namespace, tls } = environment;
  return {
    apiVersion,
    kind: 'ServersTransport',
    metadata: exposureMetadata(environment, gatewayNames.service),
    spec: {
      serverName: gatewayHost(namespace),
      ...(tls.gatewayAuthority !== undefined && { rootCAs: [{ configMap: tls.gatewayAuthority }] }),
    },
  };
}
