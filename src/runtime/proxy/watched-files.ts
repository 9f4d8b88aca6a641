import { clusters, dynamicFiles, listeners, routes } from '../../names/index.ts';
import type { WatchedFile } from './envoy-files.ts';

/** Every file that an Envoy of ours watches. */
export const watchedFiles = {
  gateway: {
    routesHttp: routeFile(listeners.gatewayHttp, routes.gatewayHttp, dynamicFiles.routesHttp),
    routesGrpc: routeFile(listeners.gatewayGrpc, routes.gatewayGrpc, dynamicFiles.routesGrpc),
    endpointsHttp: { file: dynamicFiles.endpointsHttp, statistics: `cluster.${clusters.serversHttp}.` },
    endpointsGrpc: { file: dynamicFiles.endpointsGrpc, statistics: `cluster.${clusters.serversGrpc}.` },
  },
  sidecar: {
    routesHttp: routeFile(listeners.inboundHttp, routes.inboundHttp, dynamicFiles.routesHttp),
    routesGrpc: routeFile(listeners.inboundGrpc, routes.inboundGrpc, dynamicFiles.routesGrpc),
    clusters: { file: dynamicFiles.clusters, statistics: 'cluster_manager.cds.' },
  },
} as const satisfies Record<string, Record<string, WatchedFile>>;

function routeFile(listener: string, routeConfiguration: string, file: string): WatchedFile {
  return { file, statistics: `http.${listener}.rds.${routeConfiguration}.` };
}
