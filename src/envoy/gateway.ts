import type { Environment, Gateway, HostPort } from '../ir/index.ts';
import {
  clusters,
  dynamicFiles,
  gatewayListenPort,
  listeners,
  mountPaths,
  paths,
  ports,
  routes,
} from '../names/index.ts';
import { anyHost, pipe, socketAddress } from './address.ts';
import { adminCluster, unlimited, upstreamProtocol } from './clusters.ts';
import { connectionManager, filterChain, type Routing } from './connection-manager.ts';
import { watchedFile } from './files.ts';
import { grpcModelNameFilter } from './grpc-model-name.ts';
import { grpcLocalReplies, httpLocalReplies } from './local-replies.ts';
import { grpcModelNameFilters, httpModelNameFilters } from './model-name.ts';
import { overloadManager } from './overload.ts';
import { overrideHost } from './override-host.ts';
import { retryBudget } from './retry.ts';
import { envoyMetricsListener, liveListener } from './side-listeners.ts';
import { untimedStreams } from './streams.ts';
import { gatewayServerTls, internalClientTls } from './tls.ts';
import { extension } from './typed.ts';
import type { Bootstrap, Cluster, Listener } from './types.ts';

/** Where one gateway Envoy lives: what it listens on, and its folders. In a pod these are fixed: `gatewayPodPlace`. */
export interface GatewayPlace {
  readonly http: HostPort;
  readonly grpc: HostPort;
  readonly live: HostPort;
  readonly metrics: HostPort;
  /** The admin interface's unix socket. */
  readonly admin: string;
  /** Folder of the files that the router writes. */
  readonly dynamic: string;
  /** Folder of the bootstrap and of the files that name TLS secrets. */
  readonly config: string;
}

export function gatewayPodPlace(environment: Environment): GatewayPlace {
  const { http, grpc } = environment.gateway.ports;
  return {
    http: { host: anyHost, port: gatewayListenPort(http) },
    grpc: { host: anyHost, port: gatewayListenPort(grpc) },
    live: { host: anyHost, port: ports.live.port },
    metrics: { host: anyHost, port: ports.envoyMetrics.port },
    admin: paths.admin,
    dynamic: paths.dynamic,
    config: mountPaths.config,
  };
}

/**
 * What a gateway's Envoy starts with. Everything about models and pods comes later, from files, so that it depends on
 * the environment alone.
 */
export function gatewayBootstrap(environment: Environment, place = gatewayPodPlace(environment)): Bootstrap {
  const { gateway } = environment;
  return {
    node: { id: 'gateway', cluster: 'stowage-gateway' },
    admin: { address: pipe(place.admin, 0o660) },
    static_resources: {
      listeners: [
        httpListener(environment, place),
        grpcListener(environment, place),
        liveListener(place.live),
        envoyMetricsListener(place.metrics),
      ],
      clusters: [
        serversCluster(environment, place, 'http'),
        serversCluster(environment, place, 'grpc'),
        adminCluster(pipe(place.admin)),
      ],
    },
    overload_manager: overloadManager(gateway.resources.memory, gateway.maxConnections),
  };
}

function httpListener({ gateway, tls }: Environment, place: GatewayPlace): Listener {
  const manager = connectionManager({
    name: listeners.gatewayHttp,
    codec: 'AUTO',
    routing: sharedTable(place),
    filters: [...httpModelNameFilters(), untimedStreams(), requestLimit(gateway.maxRequestBytes)],
    localReplies: httpLocalReplies,
    edge: true,
    requestTimeout: gateway.requestTimeout,
    streamIdleTimeout: gatewayStreamIdleTimeout(gateway),
    streamWindow: 65_536,
  });
  return {
    name: listeners.gatewayHttp,
    address: socketAddress(place.http),
    per_connection_buffer_limit_bytes: gateway.retryBufferBytes,
    filter_chains: [
      filterChain(
        manager,
        tls.gatewaySecret === undefined ? undefined : gatewayServerTls(place.config, ['h2', 'http/1.1']),
      ),
    ],
  };
}

function grpcListener({ gateway, tls }: Environment, place: GatewayPlace): Listener {
  const manager = connectionManager({
    name: listeners.gatewayGrpc,
    codec: 'HTTP2',
    routing: sharedTable(place),
    // A call is one message, since streams are refused. Waiting for it here also gives the filter that reads the model's
    // name all of it, which by itself would hold no more than a stream's window.
    filters: [requestLimit(gateway.maxRequestBytes), ...grpcModelNameFilters()],
    localReplies: grpcLocalReplies,
    edge: true,
    requestTimeout: gateway.requestTimeout,
    streamIdleTimeout: gatewayStreamIdleTimeout(gateway),
    streamWindow: 65_536,
  });
  return {
    name: listeners.gatewayGrpc,
    address: socketAddress(place.grpc),
    per_connection_buffer_limit_bytes: gateway.retryBufferBytes,
    filter_chains: [
      filterChain(manager, tls.gatewaySecret === undefined ? undefined : gatewayServerTls(place.config, ['h2'])),
    ],
  };
}

/** Seconds after which the gateway ends a request or stream that stands still. */
export function gatewayStreamIdleTimeout({ requestTimeout }: Gateway): number {
  return Math.max(300, requestTimeout);
}

/** Both listeners ask for the same table, so that Envoy holds it once. */
function sharedTable({ dynamic }: GatewayPlace): Routing {
  return { rds: { route_config_name: routes.gateway, config_source: watchedFile(dynamic, dynamicFiles.table) } };
}

/** Refuses bodies that are too large, which takes waiting for the whole; answers are streamed. */
function requestLimit(bytes: number) {
  return extension('envoy.filters.http.buffer', 'envoy.extensions.filters.http.buffer.v3.Buffer', {
    max_request_bytes: bytes,
  });
}

/** All server pods for one protocol. Which pod a request goes to is in its route's header. */
function serversCluster({ gateway, tls }: Environment, place: GatewayPlace, protocol: 'http' | 'grpc'): Cluster {
  const http = protocol === 'http';
  const name = http ? clusters.serversHttp : clusters.serversGrpc;
  return {
    name,
    type: 'EDS',
    connect_timeout: '1s',
    eds_cluster_config: {
      eds_config: watchedFile(place.dynamic, dynamicFiles.endpoints),
      service_name: clusters.servers,
    },
    load_balancing_policy: overrideHost(),
    circuit_breakers: { thresholds: [{ ...unlimited, retry_budget: retryBudget }] },
    per_connection_buffer_limit_bytes: gateway.retryBufferBytes,
    ...(tls.internalSecret !== undefined && {
      transport_socket: internalClientTls(place.config, http ? ['http/1.1'] : ['h2']),
    }),
    typed_extension_protocol_options: upstreamProtocol(
      http
        ? { protocol: 'http1', idleTimeout: '60s' }
        : { protocol: 'http2', idleTimeout: '60s', filters: [grpcModelNameFilter()] },
    ),
  };
}
