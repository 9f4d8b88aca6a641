import { discoveryText, gatewayEndpoints } from '../../envoy/index.ts';
import type { HostPort } from '../../ir/index.ts';
import { isSameAddress, type SeenPod } from './handover/index.ts';

export function endpointText(pods: readonly HostPort[]): string {
  return discoveryText('envoy.config.endpoint.v3.ClusterLoadAssignment', [gatewayEndpoints(pods)]);
}

/** Each address once. */
export function addressesOf(pods: readonly SeenPod[]): readonly HostPort[] {
  return withMore(
    [],
    pods.map(({ address }) => address),
  );
}

/** The first list, and what the second has beyond it. */
export function withMore(some: readonly HostPort[], more: readonly HostPort[]): readonly HostPort[] {
  const all = [...some];
  for (const address of more) if (!all.some((one) => isSameAddress(one, address))) all.push(address);
  return all;
}

interface EndpointFile {
  readonly resources: readonly {
    readonly endpoints: readonly {
      readonly lb_endpoints: readonly {
        readonly endpoint: {
          readonly address: { readonly socket_address: { readonly address: string; readonly port_value: number } };
        };
      }[];
    }[];
  }[];
}

/**
 * The pods that a file of an earlier run names, so that none of them is taken away before there are new routes. Empty
 * where it is not there or is damaged.
 */
export function addressesIn(text: string | undefined): readonly HostPort[] {
  if (text === undefined) return [];
  try {
    const { resources } = JSON.parse(text) as EndpointFile;
    return resources
      .flatMap(({ endpoints }) => endpoints)
      .flatMap(({ lb_endpoints }) => lb_endpoints)
      .map(({ endpoint }) => endpoint.address.socket_address)
      .map(({ address, port_value }) => ({ host: address, port: port_value }));
  } catch {
    return [];
  }
}
