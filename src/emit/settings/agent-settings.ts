import { type AgentSettings, type Environment, handoverDeadline, type Runtime, type Server } from '../../ir/index.ts';
import { gatewayPodsHost, mountPaths, ports, storeMountPath } from '../../names/index.ts';

/** What the agents of one server are told at start. */
export function agentSettings(environment: Environment, server: Server, runtime: Runtime): AgentSettings {
  const { name, ports: runtimePorts, repositoryApi, layout, loadTimeout, canRename, returnsMemory, livePath } = runtime;
  return {
    version: 1,
    environment: environment.name,
    namespace: environment.namespace,
    server: server.name,
    runtime: {
      name,
      ports: runtimePorts,
      repositoryApi,
      layout,
      workers: server.workers,
      loadTimeout,
      canRename,
      returnsMemory,
      livePath,
    },
    memory: server.memory,
    capacity: server.capacity,
    overcommit: server.overcommit,
    cache: server.cache.size,
    planShards: server.planShards,
    stores: environment.stores.map((store) => ({
      name: store.name,
      uri: store.uri,
      ...(store.secret !== undefined && { credentials: storeMountPath(store.name) }),
    })),
    gateway: {
      host: gatewayPodsHost(environment.namespace),
      port: ports.routerStream.port,
      ...(environment.tls.internalSecret !== undefined && { tls: mountPaths.internalTls }),
    },
    requestTimeout: environment.gateway.requestTimeout,
    handoverDeadline: handoverDeadline(runtime),
  };
}
