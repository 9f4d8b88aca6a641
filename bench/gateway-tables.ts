import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  discoveryText,
  gatewayBootstrap,
  gatewayEndpoints,
  gatewayRoutes,
  type RoutedName,
  routeBytes,
} from '../src/envoy/index.ts';
import type { HostPort } from '../src/ir/index.ts';
import { EnvoyFiles, type Resources, type WatchedFile, watchedFiles } from '../src/runtime/proxy/index.ts';
import { type RunningEnvoy, startEnvoy } from '../test/support/envoy.ts';
import { anEnvironment } from '../test/support/nodes.ts';
import { freePort } from '../test/support/serving.ts';
import { residentMebibytes } from './processes.ts';

/** What one shape of a gateway's configuration costs. */
export interface TableCost {
  /** Seconds from the start of the process until it serves. */
  readonly start: number;
  /** MiB after start and updates, without what an Envoy with an empty table takes. */
  readonly memory: number;
  /** Milliseconds from writing the files of a moved model until Envoy has accepted them, median. */
  readonly update: number;
}

const replicas = 250;
const updates = 5;
const routeType = 'envoy.config.route.v3.RouteConfiguration';
const clusterType = 'envoy.config.cluster.v3.Cluster';
const endpointType = 'envoy.config.endpoint.v3.ClusterLoadAssignment';

const pods: readonly HostPort[] = Array.from({ length: replicas }, (_, i) => {
  const host = `10.1.${Math.floor(i / 100)}.${(i % 100) + 1}`;
  return { host, port: 18_400 };
});

/** Each model on two replicas; the first one moves on by `moved`. */
function placeOf(model: number, moved: number): readonly [HostPort, HostPort] {
  const at = model === 0 ? moved : 0;
  const pod = (i: number): HostPort => pods[i % replicas] ?? fail();
  return [pod(model * 7 + at), pod(model * 7 + 1 + at)];
}

/** Ours: one cluster a protocol, one table entry a model. */
export function ourTable(envoy: string, models: number): Promise<TableCost> {
  const { routes, endpoints } = watchedFiles.gateway;
  const files = (moved: number): Files => {
    const names: readonly RoutedName[] = Array.from({ length: models }, (_, i) => ({
      name: `model-${i}`,
      idempotent: true,
      arms: [{ physical: `model-${i}-0a1b2c3d`, weight: 1, pods: placeOf(i, moved) }],
    }));
    const table = gatewayRoutes(names, { timeout: 60, retryBufferBytes: 4_194_304, anyPods: pods });
    return [[routes, routeBytes(table)]];
  };
  const fixed: Files = [[endpoints, discoveryText(endpointType, [gatewayEndpoints(pods)])]];
  return cost(envoy, fixed, files, (place) => gatewayBootstrap(anEnvironment(), place));
}

/**
 * The shape of other systems' gateways: for each model a cluster and a route for HTTP and for gRPC. Filters, listeners
 * and limits are ours, so that only the shape differs.
 */
export function naiveTable(envoy: string, models: number): Promise<TableCost> {
  const tables = (['http', 'grpc'] as const).map((protocol) => ({
    file: `routes-${protocol}.json`,
    statistics: [`http.gateway-${protocol}.rds.gateway-${protocol}.`],
    protocol,
  }));
  const clusters = { file: 'clusters.json', statistics: ['cluster_manager.cds.'] };
  const files = (moved: number): Files => {
    const table = (protocol: 'http' | 'grpc') => ({
      name: `gateway-${protocol}`,
      virtual_hosts: [
        {
          name: protocol,
          domains: ['*'],
          routes: Array.from({ length: models }, (_, i) => ({
            match: {
              prefix: protocol === 'http' ? '/v2' : '/inference',
              headers: [{ name: 'x-stowage-model', string_match: { exact: `model-${i}` } }],
            },
            route: { cluster: `model-${i}-${protocol}`, timeout: '60s' },
          })),
        },
      ],
    });
    const own = Array.from({ length: models }, (_, i) =>
      (['http', 'grpc'] as const).map((protocol) => ({
        name: `model-${i}-${protocol}`,
        type: 'STATIC',
        connect_timeout: '1s',
        load_assignment: {
          cluster_name: `model-${i}-${protocol}`,
          endpoints: [
            {
              lb_endpoints: placeOf(i, moved).map(({ host, port }) => ({
                endpoint: { address: { socket_address: { address: host, port_value: port } } },
              })),
            },
          ],
        },
        typed_extension_protocol_options: {
          'envoy.extensions.upstreams.http.v3.HttpProtocolOptions': {
            '@type': 'type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions',
            explicit_http_config: protocol === 'http' ? { http_protocol_options: {} } : { http2_protocol_options: {} },
          },
        },
      })),
    ).flat();
    return [
      [clusters, discoveryText(clusterType, own)],
      ...tables.map((file) => [file, discoveryText(routeType, [table(file.protocol)])] as const),
    ];
  };
  return cost(envoy, [], files, (place) => {
    const bootstrap = gatewayBootstrap(anEnvironment(), place);
    const { clusters: ours, listeners } = bootstrap.static_resources;
    return {
      ...bootstrap,
      static_resources: {
        listeners: listeners.map((listener) => withOwnTable(listener, place.dynamic)),
        clusters: ours.filter(({ type }) => type !== 'EDS'),
      },
      dynamic_resources: {
        cds_config: {
          path_config_source: { path: join(place.dynamic, clusters.file), watched_directory: { path: place.dynamic } },
          resource_api_version: 'V3',
        },
      },
    };
  });
}

type Files = readonly (readonly [WatchedFile, Resources])[];
type Place = Parameters<typeof gatewayBootstrap>[1] & object;

async function cost(
  envoy: string,
  fixed: Files,
  files: (moved: number) => Files,
  bootstrap: (place: Place) => object,
): Promise<TableCost> {
  const folder = mkdtempSync(join(tmpdir(), 'stowage-bench-gateway-'));
  let running: RunningEnvoy | undefined;
  try {
    const dynamic = join(folder, 'dynamic');
    const admin = join(folder, 'admin.sock');
    mkdirSync(dynamic);
    const place = {
      http: await freePort(),
      grpc: await freePort(),
      live: await freePort(),
      metrics: await freePort(),
      admin,
      dynamic,
      config: folder,
    };
    writeFileSync(join(folder, 'envoy.json'), JSON.stringify(bootstrap(place)));
    const watched = new EnvoyFiles(dynamic, admin);
    for (const [{ file }, text] of [...fixed, ...files(0)]) watched.write(file, text);
    const started = performance.now();
    running = await startEnvoy(envoy, join(folder, 'envoy.json'), admin);
    const start = (performance.now() - started) / 1000;
    const times: number[] = [];
    for (let moved = 1; moved <= updates; moved++) {
      const changed = files(moved);
      const before = performance.now();
      for (const [file, text] of changed) {
        if ((await watched.apply(file, text)) !== 'accepted') throw new Error(`${file.file} was refused`);
      }
      times.push(performance.now() - before);
    }
    times.sort((a, b) => a - b);
    return { start, memory: residentMebibytes(running.pid), update: times[Math.floor(updates / 2)] ?? 0 };
  } finally {
    await running?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The listener with a table of its own, as it was before both had one in common. */
function withOwnTable(listener: object & { readonly name: string }, dynamic: string): object {
  const path = join(dynamic, listener.name.replace('gateway', 'routes'));
  const own = JSON.stringify(listener).replace(
    /"route_config_name":"gateway"/,
    `"route_config_name":"${listener.name}"`,
  );
  return JSON.parse(own.replaceAll(join(dynamic, watchedFiles.gateway.routes.file), `${path}.json`)) as object;
}

function fail(): never {
  throw new Error('no such pod');
}
