import type { Environment, IngressExposure } from '../../../ir/index.ts';
import type { KubernetesObject } from '../types.ts';
import { type Served, served } from './served.ts';

interface Ingress extends KubernetesObject<'Ingress'> {
  readonly spec: {
    readonly ingressClassName: string;
    readonly tls?: readonly { readonly hosts: readonly string[]; readonly secretName: string }[];
    readonly rules: readonly {
      readonly host: string;
      readonly http: {
        readonly paths: readonly {
          readonly path: string;
          readonly pathType: 'Prefix';
          readonly backend: {
            readonly service: { readonly name: string; readonly port: { readonly name: string } };
          };
        }[];
      };
    }[];
  };
}

/** An Ingress a protocol, since annotations, by which controllers are told the protocol, hold for the whole of one. */
export function ingressObjects(environment: Environment): readonly KubernetesObject[] {
  return environment.exposure.ingress.flatMap((exposed) => [
    ...served(environment, { ...exposed, grpcHosts: [] }).map((of) => ingress(exposed, of)),
    ...served(environment, { ...exposed, hosts: [], annotations: exposed.grpcAnnotations }).map((of) =>
      ingress(exposed, of),
    ),
  ]);
}

function ingress(exposed: IngressExposure, { hosts, service, portName, metadata }: Served): Ingress {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata,
    spec: {
      ingressClassName: exposed.class,
      ...(exposed.tls && { tls: [{ hosts, secretName: exposed.tls.secret }] }),
      rules: hosts.map((host) => ({
        host,
        http: {
          paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: service, port: { name: portName } } } }],
        },
      })),
    },
  };
}
