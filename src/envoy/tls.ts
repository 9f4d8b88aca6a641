import { watchedFile } from './files.ts';
import { typed } from './typed.ts';
import type { Secret, TransportSocket } from './types.ts';

const tlsPackage = 'envoy.extensions.transport_sockets.tls.v3';

/** Secrets that Envoy reads from files of its config folder; their names are also the files' names. */
export const sdsNames = {
  internalCertificate: 'internal-certificate',
  internalAuthority: 'internal-authority',
  gatewayCertificate: 'gateway-certificate',
} as const;

export type SdsName = (typeof sdsNames)[keyof typeof sdsNames];

export function sdsFile(name: SdsName): string {
  return `${name}.json`;
}

/**
 * The SDS resource of a certificate: `tls.crt` and `tls.key` of a Secret mounted as a directory.
 * Envoy reads both again when the mount is swapped.
 */
export function certificateSecret(name: SdsName, directory: string): Secret {
  return {
    name,
    tls_certificate: {
      certificate_chain: { filename: `${directory}/tls.crt` },
      private_key: { filename: `${directory}/tls.key` },
      watched_directory: { path: directory },
    },
  };
}

/** The SDS resource of the authority (`ca.crt`) that the other side's certificate must come from. */
export function authoritySecret(name: SdsName, directory: string): Secret {
  return {
    name,
    validation_context: {
      trusted_ca: { filename: `${directory}/ca.crt` },
      watched_directory: { path: directory },
    },
  };
}

function sds(name: SdsName, configDirectory: string): object {
  return { name, sds_config: watchedFile(configDirectory, sdsFile(name)) };
}

const parameters = { tls_params: { tls_minimum_protocol_version: 'TLSv1_2' } } as const;

/** TLS towards clients of the gateway; they bring no certificate. */
export function gatewayServerTls(configDirectory: string, alpn: readonly string[]): TransportSocket {
  return {
    name: 'envoy.transport_sockets.tls',
    typed_config: typed(`${tlsPackage}.DownstreamTlsContext`, {
      common_tls_context: {
        ...parameters,
        alpn_protocols: alpn,
        tls_certificate_sds_secret_configs: [sds(sdsNames.gatewayCertificate, configDirectory)],
      },
    }),
  };
}

/** The sidecar's end of mutual TLS: who has no certificate of the internal authority does not get in. */
export function internalServerTls(configDirectory: string, alpn: readonly string[]): TransportSocket {
  return {
    name: 'envoy.transport_sockets.tls',
    typed_config: typed(`${tlsPackage}.DownstreamTlsContext`, {
      require_client_certificate: true,
      common_tls_context: { ...internalContext(configDirectory), alpn_protocols: alpn },
    }),
  };
}

/** The gateway's end of mutual TLS. Pods are dialled by address, so the authority alone is checked, not a name. */
export function internalClientTls(configDirectory: string, alpn: readonly string[]): TransportSocket {
  return {
    name: 'envoy.transport_sockets.tls',
    typed_config: typed(`${tlsPackage}.UpstreamTlsContext`, {
      common_tls_context: { ...internalContext(configDirectory), alpn_protocols: alpn },
    }),
  };
}

function internalContext(configDirectory: string): object {
  return {
    ...parameters,
    tls_certificate_sds_secret_configs: [sds(sdsNames.internalCertificate, configDirectory)],
    validation_context_sds_secret_config: sds(sdsNames.internalAuthority, configDirectory),
  };
}
