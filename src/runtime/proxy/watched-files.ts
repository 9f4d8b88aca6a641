import { clusters, dynamicFiles, listeners, routes } from '../../names/index.ts';
import type { WatchedFile } from './envoy-files.ts';

/** Every file that an Envoy of ours watches. */
export const watchedFiles = {
  gateway: {
    // Both listeners read the table by the subscription of the first.
    routes: { file: dynamicFiles.table, statistics: [`http.${listeners.gatewayHttp}.rds.${routes.gateway}.`] },
    endpoints: {
      file: dynamicFiles.endpoints,
      statistics: [`cluster.${clusters.serversHttp}.`, `cluster.${clusters.serversGrpc}.`],
    },
  },
  sidecar: {
    routes: { file: dynamicFiles.routes, statistics: [`http.${listeners.inbound}.rds.${routes.inbound}.`] },
    clusters: { file: dynamicFiles.clusters, statistics: ['cluster_manager.cds.'] },
  },
} as const satisfies Record<string, Record<string, WatchedFile>>;
