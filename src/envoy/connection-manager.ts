import { extension, typed } from './typed.ts';
import type { FilterChain, HttpConnectionManager, HttpFilter, TransportSocket } from './types.ts';

/** Bounds of HTTP/2 towards peers that may be slow or hostile. */
const http2Bounds = {
  max_concurrent_streams: 100,
  initial_connection_window_size: 1024 * 1024,
} as const;

/** Reads a path only one way, and refuses what could be read in two. */
const strictPaths = {
  normalize_path: true,
  merge_slashes: true,
  path_with_escaped_slashes_action: 'REJECT_REQUEST',
} as const;

export type Routing = Pick<HttpConnectionManager, 'rds'> | Pick<HttpConnectionManager, 'route_config'>;

export interface ConnectionManagerSettings {
  readonly name: string;
  readonly codec: HttpConnectionManager['codec_type'];
  readonly routing: Routing;
  /** Without the router, which comes last. */
  readonly filters: readonly HttpFilter[];
  readonly localReplies: object;
  /** Whether clients of any kind talk to it. Else it is a peer of ours, whose word on the client's address is taken. */
  readonly edge: boolean;
  /** Seconds until a whole request must have come in. */
  readonly requestTimeout: number;
  /** Seconds that a request may stand still. */
  readonly streamIdleTimeout: number;
  /** Bytes of one HTTP/2 stream that may be on the way unread. */
  readonly streamWindow: number;
}

export function connectionManager(settings: ConnectionManagerSettings): HttpConnectionManager {
  return {
    stat_prefix: settings.name,
    codec_type: settings.codec,
    ...settings.routing,
    http_filters: [...settings.filters, routerFilter],
    local_reply_config: settings.localReplies,
    use_remote_address: settings.edge,
    // Nobody but this pod itself is inside: a private address earns no trust.
    internal_address_config: { cidr_ranges: [{ address_prefix: '127.0.0.1', prefix_len: 32 }] },
    ...strictPaths,
    common_http_protocol_options: {
      // Longer than a gateway keeps an idle connection (see clusters), so that no request meets a closing one.
      idle_timeout: '300s',
      headers_with_underscores_action: settings.edge ? 'REJECT_REQUEST' : 'ALLOW',
    },
    http2_protocol_options: {
      ...http2Bounds,
      initial_stream_window_size: settings.streamWindow,
      // Finds out about peers that went away without a word, which no idle timeout does for streams.
      connection_keepalive: { interval: '30s', timeout: '10s' },
    },
    request_headers_timeout: '10s',
    request_timeout: `${settings.requestTimeout}s`,
    stream_idle_timeout: `${settings.streamIdleTimeout}s`,
  };
}

const routerFilter = extension('envoy.filters.http.router', 'envoy.extensions.filters.http.router.v3.Router', {
  suppress_envoy_headers: true,
});

export function filterChain(manager: HttpConnectionManager, tls: TransportSocket | undefined): FilterChain {
  return {
    filters: [
      {
        name: 'envoy.filters.network.http_connection_manager',
        typed_config: typed(
          'envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager',
          manager,
        ),
      },
    ],
    ...(tls && { transport_socket: tls }),
  };
}
