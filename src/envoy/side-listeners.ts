import type { HostPort } from '../ir/index.ts';
import { clusters, envoyLivePath, listeners, livePath, routes } from '../names/index.ts';
import { socketAddress } from './address.ts';
import { connectionManager, filterChain } from './connection-manager.ts';
import { httpLocalReplies } from './local-replies.ts';
import type { Listener, Route } from './types.ts';

const alive: Route = {
  match: { path: envoyLivePath },
  direct_response: { status: 200, body: { inline_string: '{"live":true}' } },
};

/**
 * Plain listener for the kubelet, which has no certificate: whether Envoy lives and, where a server stands behind it,
 * whether that lives. Nothing else is reachable by it.
 *
 * @param server path on which the inference server says that it lives, and seconds to wait for it; absent: none behind
 */
export function liveListener(at: HostPort, server?: { readonly path: string; readonly timeout: number }): Listener {
  const behind: readonly Route[] = server
    ? [
        {
          match: { path: livePath },
          route: { cluster: clusters.localHttp, prefix_rewrite: server.path, timeout: `${server.timeout}s` },
        },
      ]
    : [];
  return sideListener(listeners.live, at, routes.live, [alive, ...behind]);
}

/** Envoy's statistics for Prometheus, out of the admin interface, of which nothing else is reachable. */
export function envoyMetricsListener(at: HostPort): Listener {
  return sideListener(listeners.envoyMetrics, at, routes.metrics, [
    { match: { path: '/metrics' }, route: passTo(clusters.admin, '/stats/prometheus') },
  ]);
}

/** The inference server's own metrics, passed on from loopback. */
export function serverMetricsListener(at: HostPort): Listener {
  return sideListener(listeners.serverMetrics, at, routes.metrics, [
    { match: { path: '/metrics' }, route: passTo(clusters.localMetrics, '/metrics') },
  ]);
}

function passTo(cluster: string, path: string): Route['route'] & object {
  return { cluster, prefix_rewrite: path, timeout: '10s' };
}

function sideListener(name: string, at: HostPort, routeName: string, table: readonly Route[]): Listener {
  const manager = connectionManager({
    name,
    codec: 'HTTP1',
    routing: { route_config: { name: routeName, virtual_hosts: [{ name: routeName, domains: ['*'], routes: table }] } },
    filters: [],
    localReplies: httpLocalReplies,
    edge: true,
    requestTimeout: 10,
    streamIdleTimeout: 30,
    streamWindow: 65_536,
  });
  return {
    name,
    address: socketAddress(at),
    // Probes must be answered when clients hold all the connections there may be.
    ignore_global_conn_limit: true,
    filter_chains: [filterChain(manager, undefined)],
  };
}
