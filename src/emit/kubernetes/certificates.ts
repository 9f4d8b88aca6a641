import type { Environment, Exposed, Issuer } from '../../ir/index.ts';
import { certificateNames, componentSelector, gatewayHost, gatewayNames, gatewayPodsHost } from '../../names/index.ts';
import { workloadMetadata } from './metadata.ts';
import type { KubernetesObject } from './types.ts';

interface Certificate extends KubernetesObject<'Certificate'> {
  readonly spec: {
    readonly secretName: string;
    readonly dnsNames: readonly string[];
    readonly duration: string;
    readonly renewBefore: string;
    readonly usages: readonly ('digital signature' | 'server auth' | 'client auth')[];
    readonly privateKey: {
      readonly algorithm: 'ECDSA';
      readonly size: 256;
      readonly encoding: 'PKCS8';
      readonly rotationPolicy: 'Always';
    };
    readonly issuerRef: { readonly group: string; readonly kind: string; readonly name: string };
  };
}

/**
 * What cert-manager is asked for where issuers are named. All who hold a certificate read it anew when its Secret
 * changes. Whether one is ever issued is the issuer's word, so they are of the last wave, where nothing waits for them.
 */
export function certificates(environment: Environment): readonly KubernetesObject[] {
  const { namespace, tls, exposure } = environment;
  const exposed: readonly Exposed[] = Object.values(exposure).flat();
  const { service } = gatewayNames;
  const host = gatewayHost(namespace);
  const internalIssuer = tls.internalIssuer ?? tls.issuer;
  const asked: Certificate[] = [];
  if (tls.gatewaySecret !== undefined && tls.issuer) {
    asked.push(
      certificate(environment, certificateNames.gateway, tls.gatewaySecret, tls.issuer, [
        service,
        `${service}.${namespace}`,
        host,
        // The domain that nearly all clusters have; those of another reach the gateway by the names above.
        `${host}.cluster.local`,
        ...exposed.flatMap(hostsOf),
      ]),
    );
  }
  if (tls.internalSecret !== undefined && internalIssuer) {
    asked.push(
      // Pods are dialled by address and known by their authority, so one name that never changes will do.
      certificate(
        environment,
        certificateNames.internal,
        tls.internalSecret,
        internalIssuer,
        [gatewayPodsHost(namespace)],
        true,
      ),
    );
  }
  for (const form of ['ingress', 'traefik'] as const) {
    for (const of of exposure[form]) {
      if (!of.tls?.issuer) continue;
      const name = certificateNames.ofExposure(form, of.name);
      asked.push(certificate(environment, name, of.tls.secret, of.tls.issuer, hostsOf(of)));
    }
  }
  return asked;
}

function hostsOf({ hosts, grpcHosts }: Exposed): readonly string[] {
  return [...hosts, ...grpcHosts];
}

function certificate(
  environment: Environment,
  name: string,
  secretName: string,
  { group, kind, name: issuer }: Issuer,
  dnsNames: readonly string[],
  mutual = false,
): Certificate {
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: workloadMetadata(environment, name, componentSelector('gateway')),
    spec: {
      secretName,
      dnsNames: [...new Set(dnsNames)],
      // 90 days, renewed 30 before the end; as Go prints durations.
      duration: '2160h0m0s',
      renewBefore: '720h0m0s',
      usages: ['digital signature', 'server auth', ...(mutual ? (['client auth'] as const) : [])],
      privateKey: { algorithm: 'ECDSA', size: 256, encoding: 'PKCS8', rotationPolicy: 'Always' },
      issuerRef: { group, kind, name: issuer },
    },
  };
}
