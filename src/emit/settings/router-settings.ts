import { type Environment, handoverDeadline, type RouterSettings, type Runtime } from '../../ir/index.ts';
import { mountPaths, ports } from '../../names/index.ts';

/** What the routers of an environment are told at start. */
export function routerSettings(
  { name, namespace, gateway, tls }: Environment,
  runtimes: readonly Runtime[],
): RouterSettings {
  return {
    version: 1,
    environment: name,
    namespace,
    planShards: gateway.planShards,
    port: ports.routerStream.port,
    ...(tls.internalSecret !== undefined && { tls: mountPaths.internalTls }),
    requestTimeout: gateway.requestTimeout,
    retryBufferBytes: gateway.retryBufferBytes,
    // One for all servers: a model may be handed over between any two.
    handoverDeadline: Math.max(0, ...runtimes.map(handoverDeadline)),
    drainDeadline: gateway.requestTimeout,
  };
}
