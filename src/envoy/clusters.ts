import type { HostPort } from '../ir/index.ts';
import { clusters } from '../names/index.ts';
import { socketAddress } from './address.ts';
import { typed } from './typed.ts';
import type { Address, Cluster, Duration, Extension, HttpFilter, Thresholds } from './types.ts';

/** No limit of its own: limits per model sit in the sidecars, where one model cannot starve the others of the cluster. */
export const noLimit = 1_000_000;

export const unlimited: Thresholds = {
  max_connections: noLimit,
  max_pending_requests: noLimit,
  max_requests: noLimit,
};

export interface UpstreamProtocol {
  readonly protocol: 'http1' | 'http2';
  /** How long an unused connection is kept; shorter than the other end keeps it. */
  readonly idleTimeout: Duration;
  /** Bytes of one HTTP/2 stream that may be on the way unread. Absent: Envoy's default. */
  readonly streamWindow?: number;
  /** Filters on the way to the upstream, without the codec, which comes last. */
  readonly filters?: readonly HttpFilter[];
}

/** The protocol spoken to a cluster, in the form of a Cluster's `typed_extension_protocol_options`. */
export function upstreamProtocol(settings: UpstreamProtocol): Readonly<Record<string, Extension>> {
  const { protocol, idleTimeout, streamWindow, filters = [] } = settings;
  const codec = {
    name: 'envoy.filters.http.upstream_codec',
    typed_config: typed('envoy.extensions.filters.http.upstream_codec.v3.UpstreamCodec', {}),
  };
  return {
    'envoy.extensions.upstreams.http.v3.HttpProtocolOptions': typed(
      'envoy.extensions.upstreams.http.v3.HttpProtocolOptions',
      {
        common_http_protocol_options: { idle_timeout: idleTimeout },
        explicit_http_config:
          protocol === 'http1'
            ? { http_protocol_options: {} }
            : {
                http2_protocol_options: {
                  ...(streamWindow !== undefined && { initial_stream_window_size: streamWindow }),
                  initial_connection_window_size: Math.max(1024 * 1024, streamWindow ?? 0),
                  connection_keepalive: { interval: '30s', timeout: '10s' },
                },
              },
        ...(filters.length > 0 && { http_filters: [...filters, codec] }),
      },
    ),
  };
}

/** A cluster of one address that never changes. */
export function staticCluster(
  name: string,
  address: HostPort | Address,
  protocol: UpstreamProtocol,
  thresholds: Thresholds = unlimited,
): Cluster {
  return {
    name,
    type: 'STATIC',
    connect_timeout: '1s',
    load_assignment: {
      cluster_name: name,
      endpoints: [{ lb_endpoints: [{ endpoint: { address: 'host' in address ? socketAddress(address) : address } }] }],
    },
    circuit_breakers: { thresholds: [thresholds] },
    typed_extension_protocol_options: upstreamProtocol(protocol),
  };
}

/** Envoy's own admin interface, from which its statistics are served. */
export function adminCluster(socket: Address): Cluster {
  return staticCluster(clusters.admin, socket, { protocol: 'http1', idleTimeout: '5s' });
}
