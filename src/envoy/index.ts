export { hostPortText } from './address.ts';
export { checkReferences, type DynamicResources } from './check-references.ts';
export { type GatewayPlace, gatewayBootstrap, gatewayPodPlace, gatewayStreamIdleTimeout } from './gateway.ts';
export {
  type GatewayRouteSettings,
  gatewayEndpoints,
  gatewayRoutes,
  gatewayTable,
  type RouteArm,
  type RoutedName,
} from './gateway-routes.ts';
export { routeBytes } from './route-bytes.ts';
export { livePatience, type ServerAddress, type SidecarPlace, sidecarBootstrap, sidecarPodPlace } from './sidecar.ts';
export { type LoadedModel, sidecarClusters, sidecarRoutes } from './sidecar-routes.ts';
export { authoritySecret, certificateSecret, type SdsName, sdsFile, sdsNames } from './tls.ts';
export { discoveryText, typed } from './typed.ts';
export type {
  Bootstrap,
  Cluster,
  ClusterLoadAssignment,
  DiscoveryResponse,
  RouteConfiguration,
  Secret,
  Typed,
} from './types.ts';
