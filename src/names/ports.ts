/** A port of a pod; the name is what Services and policies refer to. */
export interface PortName {
  readonly name: string;
  readonly port: number;
}

/**
 * Ports that are ours, all in 18400–18439: clear of what inference servers listen on, of meshes (15000–15090),
 * of NodePorts and of the ephemeral range.
 */
export const ports = {
  /** Server pod, sidecar: the only way into the inference server, over HTTP/1.1 and gRPC. */
  inbound: { name: 'inference', port: 18400 },
  /** Server and gateway pod, Envoy: a plain path that is answered while the process behind it lives. */
  live: { name: 'live', port: 18402 },
  /** Server and gateway pod, Envoy: its statistics for Prometheus. */
  envoyMetrics: { name: 'envoy-metrics', port: 18403 },
  /** Server pod, sidecar: the inference server's own metrics, passed on from loopback. */
  serverMetrics: { name: 'server-metrics', port: 18404 },
  /** Gateway pod, loopback: where mirrored requests come in again. */
  mirror: { name: 'mirror', port: 18405 },
  /** Server pod: probes of the agent, its preStop wait. */
  agent: { name: 'agent', port: 18410 },
  /** Server pod: metrics of the agent. */
  agentMetrics: { name: 'agent-metrics', port: 18411 },
  /** Gateway pod: the stream that every agent holds. */
  routerStream: { name: 'stream', port: 18420 },
  /** Gateway pod: probes of the router, its preStop wait, the state of the fleet. */
  router: { name: 'router', port: 18421 },
  /** Gateway pod: metrics of the router, and what servers have to do, for who scales them. */
  routerMetrics: { name: 'router-metrics', port: 18422 },
  /** Witness pod: its probes, page and metrics. */
  witness: { name: 'page', port: 18430 },
} as const satisfies Record<string, PortName>;

/** Names of the gateway's ports for clients; their numbers are the Environment's. */
export const gatewayPortNames = { http: 'http', grpc: 'grpc' } as const;

/** Ports of a server pod that a runtime must not use. */
export const serverPodPorts: readonly PortName[] = [
  ports.inbound,
  ports.live,
  ports.envoyMetrics,
  ports.serverMetrics,
  ports.agent,
  ports.agentMetrics,
];

/** Ports of a gateway pod that the Environment must not give to clients. */
export const gatewayPodPorts: readonly PortName[] = [
  ports.live,
  ports.envoyMetrics,
  ports.mirror,
  ports.routerStream,
  ports.router,
  ports.routerMetrics,
];

/**
 * The port that the gateway's Envoy listens on for a port of its Service: the same, or 10000 above where only root may
 * listen.
 */
export function gatewayListenPort(servicePort: number): number {
  return servicePort < 1024 ? servicePort + 10_000 : servicePort;
}
