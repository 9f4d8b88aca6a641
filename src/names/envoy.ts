/** Envoy listeners. They appear in statistics, so renaming one breaks dashboards. */
export const listeners = {
  inbound: 'inbound',
  live: 'live',
  envoyMetrics: 'envoy-metrics',
  serverMetrics: 'server-metrics',
  gatewayHttp: 'gateway-http',
  gatewayGrpc: 'gateway-grpc',
  mirror: 'mirror',
} as const;

/** Envoy clusters. */
export const clusters = {
  /** Sidecar: the inference server on loopback. */
  localHttp: 'local-http',
  localGrpc: 'local-grpc',
  localMetrics: 'local-metrics',
  /** Sidecar: the agent's gate for models that are loaded on demand. */
  gate: 'gate',
  /** Sidecar and gateway: the agent's or the router's probes. */
  agent: 'agent',
  router: 'router',
  /** Envoy's own admin socket, for statistics. */
  admin: 'admin',
  /** Gateway: all server pods, one cluster a protocol. */
  serversHttp: 'servers-http',
  serversGrpc: 'servers-grpc',
  /** Gateway: the endpoints of both. */
  servers: 'servers',
  /** Gateway: its own listener for mirrored requests. */
  mirror: 'mirror',
} as const;

/** Envoy route configurations; those of models are dynamic files. */
export const routes = {
  inbound: 'inbound',
  /** Of both listeners of the gateway. */
  gateway: 'gateway',
  mirror: 'mirror',
  live: 'live',
  metrics: 'metrics',
} as const;

/** Headers of ours. Those that route are removed from what clients send. */
export const headers = {
  /** On a refusal: this pod does not have the model; the request has not reached the server and may be sent elsewhere. */
  miss: 'x-stowage-miss',
  /** On a refusal: the server went away while it had the request, which may be sent again if the model allows it. */
  reset: 'x-stowage-reset',
  /** Logical name, as resolved by the gateway. */
  model: 'x-stowage-model',
  /** Physical name that the request goes to. */
  physical: 'x-stowage-physical',
  /** Pods to try, in order. */
  to: 'x-stowage-to',
  /** What follows the model's name in the path. */
  suffix: 'x-stowage-suffix',
  /** Path that the request goes on with. */
  path: 'x-stowage-path',
  /** Cluster that the request goes to: it follows from the listener, and with it the protocol. */
  cluster: 'x-stowage-cluster',
  /** Logical name in a mirrored request. */
  mirrored: 'x-stowage-mirrored',
  /** The route taken, as Seldon Core clients replay it. */
  route: 'x-seldon-route',
} as const;

/** The path on the live port that is answered while the inference server lives. */
export const livePath = '/live';

/** The path on the live port that is answered while Envoy itself lives. */
export const envoyLivePath = '/envoy';

/** File names below `paths.dynamic`. */
export const dynamicFiles = {
  /** Sidecar: what is let in. */
  routes: 'routes.json',
  /** Gateway: where each model is. In protobuf's form, which Envoy reads several times as fast. */
  table: 'routes.pb',
  /** Gateway: the pods of all servers. */
  endpoints: 'endpoints.json',
  /** Sidecar: one cluster for each model with a limit of its own. */
  clusters: 'clusters.json',
} as const;

/** Sidecar: the cluster of a model that has a limit of its own. Physical names hold no dot. */
export function limitedCluster(physical: string, protocol: 'http' | 'grpc'): string {
  return `local-${protocol}.${physical}`;
}
