export { gatewayHost, gatewayMetricsHost, gatewayPodsHost, serverPodHost } from './dns.ts';
export {
  clusters,
  dynamicFiles,
  envoyLivePath,
  headers,
  limitedCluster,
  listeners,
  livePath,
  routes,
} from './envoy.ts';
export { certificateNames, exposureName } from './exposure.ts';
export { gatewayNames, gatewayPlanConfigMap, gatewayPlanOwner } from './gateway.ts';
export {
  allServersSelector,
  annotationKeys,
  autoscaled,
  type Component,
  commonLabels,
  componentSelector,
  labelKeys,
  podSelector,
  serverSelector,
} from './labels.ts';
export {
  configMapLimit,
  dnsLabelLimit,
  dnsSubdomainLimit,
  isReservedServerName,
  modelNameLimit,
  portNameLimit,
  reservedPrefix,
  serverNameLimit,
  serverNamePattern,
  storeNameLimit,
} from './limits.ts';
export { loadPath, type MetricName, metricNames, metricsPath, scrapedEnvoyMetrics, targetLoad } from './metrics.ts';
export {
  configFiles,
  containers,
  environmentVariables,
  mountPaths,
  paths,
  planShardFile,
  probePaths,
  scratchVolume,
  storeMountPath,
  storeVolume,
  volumes,
} from './pods.ts';
export { gatewayListenPort, gatewayPodPorts, gatewayPortNames, type PortName, ports, serverPodPorts } from './ports.ts';
export {
  immutableFields,
  type ServerNames,
  serverNames,
  serverPlanConfigMap,
  serverPlanOwner,
  serverPodName,
  serversNetworkPolicy,
  sidecarConfig,
} from './server.ts';
export { defaultDenyPolicy, observabilityNames, witnessNames } from './witness.ts';
