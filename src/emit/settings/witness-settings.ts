import type { Environment, WitnessSettings } from '../../ir/index.ts';
import { gatewayPodsHost, mountPaths, ports } from '../../names/index.ts';

/** What the witness of an environment is told at start. */
export function witnessSettings({ name, namespace, gateway, tls }: Environment): WitnessSettings {
  return {
    version: 1,
    environment: name,
    namespace,
    planShards: gateway.planShards,
    gateway: {
      host: gatewayPodsHost(namespace),
      port: ports.routerStream.port,
      ...(tls.internalSecret !== undefined && { tls: mountPaths.internalTls }),
    },
  };
}
