import type { Environment, Exposed } from '../../../ir/index.ts';
import { componentSelector, exposureName, gatewayNames, gatewayPortNames } from '../../../names/index.ts';
import { workloadMetadata } from '../metadata.ts';
import type { Labels, Metadata } from '../types.ts';

/** One protocol of an exposure: what one object routes to one port of the gateway's Service. */
export interface Served {
  readonly protocol: 'http' | 'grpc';
  readonly hosts: readonly string[];
  readonly service: string;
  readonly port: number;
  readonly portName: string;
  readonly metadata: Metadata;
}

/** The protocols of an exposure that have hosts. */
export function served(environment: Environment, exposed: Exposed): readonly Served[] {
  const { ports } = environment.gateway;
  return (['http', 'grpc'] as const)
    .map((protocol) => ({
      protocol,
      hosts: protocol === 'http' ? exposed.hosts : exposed.grpcHosts,
      service: gatewayNames.service,
      port: ports[protocol],
      portName: gatewayPortNames[protocol],
      metadata: exposureMetadata(environment, exposureName(protocol, exposed.name), exposed.annotations),
    }))
    .filter(({ hosts }) => hosts.length > 0);
}

/** Whether an object that exposes the gateway is ever healthy is others' word, so it is of the last wave. */
export function exposureMetadata(environment: Environment, name: string, annotations?: Labels): Metadata {
  return workloadMetadata(environment, name, componentSelector('gateway'), annotations);
}
