import type { Environment, IstioExposure } from '../../../ir/index.ts';
import { gatewayHost, gatewayNames } from '../../../names/index.ts';
import type { KubernetesObject } from '../types.ts';
import { exposureMetadata, type Served, served } from './served.ts';

interface VirtualService extends KubernetesObject<'VirtualService'> {
  readonly spec: {
    readonly hosts: readonly string[];
    readonly gateways: readonly string[];
    readonly http: readonly {
      readonly route: readonly {
        readonly destination: { readonly host: string; readonly port: { readonly number: number } };
      }[];
      readonly retries: { readonly attempts: number };
    }[];
  };
}

interface DestinationRule extends KubernetesObject<'DestinationRule'> {
  readonly spec: {
    readonly host: string;
    readonly trafficPolicy: {
      readonly tls: {
        readonly mode: 'SIMPLE';
        readonly sni: string;
        readonly subjectAltNames: readonly string[];
        readonly credentialName?: string;
      };
    };
  };
}

const apiVersion = 'networking.istio.io/v1';

/** VirtualServices, and how Istio's proxies speak TLS to a gateway that wants it. HTTP/2 follows from the Service. */
export function istioObjects(environment: Environment): readonly KubernetesObject[] {
  const { exposure, tls } = environment;
  if (exposure.istio.length === 0) return [];
  return [
    ...exposure.istio.flatMap((exposed) => served(environment, exposed).map((of) => virtualService(exposed, of))),
    ...(tls.gatewaySecret === undefined ? [] : [destinationRule(environment)]),
  ];
}

function virtualService({ gateway }: IstioExposure, { hosts, service, port, metadata }: Served): VirtualService {
  return {
    apiVersion,
    kind: 'VirtualService',
    metadata,
    spec: {
      hosts,
      gateways: [`${gateway.namespace}/${gateway.name}`],
      http: [
        {
          // A name without a dot is one of this namespace, whatever the cluster's domain.
          route: [{ destination: { host: service, port: { number: port } } }],
          // Istio would send requests again, on 503 too, that only the gateway knows whether to.
          retries: { attempts: 0 },
        },
      ],
    },
  };
}

function destinationRule(environment: Environment): DestinationRule {
  const { namespace, tls } = environment;
  const host = gatewayHost(namespace);
  return {
    apiVersion,
    kind: 'DestinationRule',
    metadata: exposureMetadata(environment, gatewayNames.service),
    spec: {
      host: gatewayNames.service,
      trafficPolicy: {
        tls: {
          mode: 'SIMPLE',
          sni: host,
          subjectAltNames: [host],
          ...(tls.gatewayAuthority !== undefined && { credentialName: tls.gatewayAuthority }),
        },
      },
    },
  };
}
