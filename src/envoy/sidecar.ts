import type { Environment, HostPort, Runtime } from '../ir/index.ts';
import { clusters, dynamicFiles, listeners, mountPaths, paths, ports, routes } from '../names/index.ts';
import { anyHost, loopback, pipe, socketAddress } from './address.ts';
import { adminCluster, staticCluster, type UpstreamProtocol } from './clusters.ts';
import { connectionManager, filterChain } from './connection-manager.ts';
import { watchedFile } from './files.ts';
import { sidecarLocalReplies } from './local-replies.ts';
import { overloadManager } from './overload.ts';
import { envoyMetricsListener, liveListener, serverMetricsListener } from './side-listeners.ts';
import { untimedStreams } from './streams.ts';
import { internalServerTls } from './tls.ts';
import type { Bootstrap, Listener } from './types.ts';

/** Where one sidecar Envoy lives: what it listens on, and its folders. In a pod these are fixed: `sidecarPodPlace`. */
export interface SidecarPlace {
  readonly inbound: HostPort;
  readonly live: HostPort;
  readonly metrics: HostPort;
  readonly serverMetrics: HostPort;
  /** The inference server. */
  readonly server: ServerAddress;
  /** The admin interface's unix socket. */
  readonly admin: string;
  /** Folder of the files that the agent writes. */
  readonly dynamic: string;
  /** Folder of the bootstrap and of the files that name TLS secrets. */
  readonly config: string;
}

export interface ServerAddress {
  readonly http: HostPort;
  readonly grpc: HostPort;
  /** Absent: it has no metrics. */
  readonly metrics?: HostPort;
}

/** Connections that gateways may hold: far more than they make, yet a bound. */
const gatewayConnections = 10_000;

/** How long the live path waits for the inference server, in seconds. */
export const livePatience = 10;

export function sidecarPodPlace({ ports: server }: Runtime): SidecarPlace {
  const own = ({ port }: { readonly port: number }): HostPort => ({ host: anyHost, port });
  const local = (port: number): HostPort => ({ host: loopback, port });
  return {
    inbound: own(ports.inbound),
    live: own(ports.live),
    metrics: own(ports.envoyMetrics),
    serverMetrics: own(ports.serverMetrics),
    server: {
      http: local(server.http),
      grpc: local(server.grpc),
      ...(server.metrics !== undefined && { metrics: local(server.metrics) }),
    },
    admin: paths.admin,
    dynamic: paths.dynamic,
    config: mountPaths.config,
  };
}

/**
 * What a server pod's Envoy starts with: the only way into its inference server, which binds loopback. Which models it
 * lets through comes later, from files, so that it depends on environment and runtime alone.
 *
 * @param memory of the container, in MiB
 */
export function sidecarBootstrap(
  environment: Environment,
  runtime: Runtime,
  memory: number,
  place = sidecarPodPlace(runtime),
): Bootstrap {
  const { metrics } = place.server;
  return {
    node: { id: 'sidecar', cluster: 'stowage-server' },
    admin: { address: pipe(place.admin, 0o660) },
    static_resources: {
      listeners: [
        inboundListener(environment, place),
        liveListener(place.live, { path: runtime.livePath, timeout: livePatience }),
        envoyMetricsListener(place.metrics),
        ...(metrics === undefined ? [] : [serverMetricsListener(place.serverMetrics)]),
      ],
      clusters: [
        staticCluster(clusters.localHttp, place.server.http, localProtocol('http')),
        staticCluster(clusters.localGrpc, place.server.grpc, localProtocol('grpc')),
        ...(metrics === undefined ? [] : [staticCluster(clusters.localMetrics, metrics, localProtocol('http'))]),
        adminCluster(pipe(place.admin)),
      ],
    },
    dynamic_resources: { cds_config: watchedFile(place.dynamic, dynamicFiles.clusters) },
    overload_manager: overloadManager(memory, gatewayConnections),
  };
}

/** Python servers close a connection that was idle for 5 s: letting go earlier, no request meets a closing one. */
export function localProtocol(protocol: 'http' | 'grpc'): UpstreamProtocol {
  return protocol === 'http' ? { protocol: 'http1', idleTimeout: '3s' } : { protocol: 'http2', idleTimeout: '300s' };
}

/** Takes HTTP/1.1 and gRPC on one port: what a request is, its connection says. */
function inboundListener({ tls, gateway }: Environment, place: SidecarPlace): Listener {
  const manager = connectionManager({
    name: listeners.inbound,
    codec: 'AUTO',
    routing: {
      rds: { route_config_name: routes.inbound, config_source: watchedFile(place.dynamic, dynamicFiles.routes) },
    },
    filters: [untimedStreams()],
    localReplies: sidecarLocalReplies,
    edge: false,
    requestTimeout: gateway.requestTimeout,
    streamIdleTimeout: Math.max(300, gateway.requestTimeout),
    streamWindow: 65_536,
  });
  return {
    name: listeners.inbound,
    address: socketAddress(place.inbound),
    per_connection_buffer_limit_bytes: 1024 * 1024,
    filter_chains: [
      filterChain(
        manager,
        tls.internalSecret === undefined ? undefined : internalServerTls(place.config, ['h2', 'http/1.1']),
      ),
    ],
  };
}
