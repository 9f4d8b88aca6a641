import type { Environment, Prometheus, Server } from '../../../ir/index.ts';
import {
  allServersSelector,
  componentSelector,
  listeners,
  metricsPath,
  observabilityNames,
  type PortName,
  ports,
  scrapedEnvoyMetrics,
} from '../../../names/index.ts';
import { workloadMetadata } from '../metadata.ts';
import type { Labels, PodMonitor } from '../types.ts';

type Endpoint = PodMonitor['spec']['podMetricsEndpoints'][number];

/** How the pods of gateway, servers and witness are scraped. */
export function podMonitors(
  environment: Environment,
  servers: readonly Server[],
  prometheus: Prometheus,
): readonly PodMonitor[] {
  const monitor = (name: string, selector: Labels, endpoints: readonly Endpoint[]): PodMonitor => ({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    metadata: workloadMetadata(environment, name, { ...prometheus.labels, ...selector }),
    spec: { selector: { matchLabels: selector }, podMetricsEndpoints: endpoints },
  });
  const endpoint = ({ name }: PortName): Endpoint => ({
    port: name,
    path: metricsPath,
    interval: `${prometheus.interval}s`,
  });
  const envoy: Endpoint = {
    ...endpoint(ports.envoyMetrics),
    metricRelabelings: [ofInterest, ofClients, notOfOneModel],
  };
  return [
    monitor(observabilityNames.gatewayMonitor, componentSelector('gateway'), [envoy, endpoint(ports.routerMetrics)]),
    ...(servers.length === 0
      ? []
      : [
          monitor(observabilityNames.serverMonitor, allServersSelector, [
            envoy,
            endpoint(ports.agentMetrics),
            ...(prometheus.modelMetrics ? [endpoint(ports.serverMetrics)] : []),
          ]),
        ]),
    monitor(observabilityNames.witnessMonitor, componentSelector('witness'), [endpoint(ports.witness)]),
  ];
}

/** Of several hundred metrics, those that rules, the dashboard and most questions need. */
const ofInterest = {
  sourceLabels: ['__name__'],
  regex: `(${scrapedEnvoyMetrics.join('|')})(_bucket|_sum|_count)?`,
  action: 'keep',
} as const;

/** Not of probes and scrapes. */
const ofClients = {
  sourceLabels: ['envoy_http_conn_manager_prefix'],
  regex: [listeners.live, listeners.envoyMetrics, listeners.serverMetrics, 'admin'].join('|'),
  action: 'drop',
} as const;

/** A model with a limit has clusters of its own: series that grow with models. */
const notOfOneModel = {
  sourceLabels: ['envoy_cluster_name'],
  regex: 'local-(http|grpc)\\..+',
  action: 'drop',
} as const;
