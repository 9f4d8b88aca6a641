import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { createServer as createHttp2Server, type Http2Server, type ServerHttp2Session } from 'node:http2';
import { createServer as createNetServer } from 'node:net';
import { join } from 'node:path';
import {
  authoritySecret,
  certificateSecret,
  discoveryText,
  gatewayBootstrap,
  gatewayEndpoints,
  gatewayRoutes,
  type LoadedModel,
  type RoutedName,
  routeBytes,
  sdsFile,
  sdsNames,
  sidecarBootstrap,
  sidecarClusters,
  sidecarRoutes,
} from '../../src/envoy/index.ts';
import type { Environment, HostPort } from '../../src/ir/index.ts';
import { dynamicFiles } from '../../src/names/index.ts';
import { type RunningEnvoy, startEnvoy } from './envoy.ts';
import { aRuntime } from './nodes.ts';

/** One server pod on this machine: a stand-in for the inference server behind a real sidecar. */
export interface Pod {
  readonly address: HostPort;
  readonly live: HostPort;
  /** Puts other models in. */
  readonly load: (models: readonly LoadedModel[]) => void;
  /** Kills the stand-in, connections and all. */
  readonly killServer: () => void;
  readonly killSidecar: () => Promise<void>;
  readonly startSidecar: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** What the stand-in says of a request that reached it. */
export interface Echo {
  readonly pod: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly length: number;
}

const host = '127.0.0.1';

/** Below what systems give to outgoing connections; test processes begin apart from each other. */
const ports = { first: 12_000, count: 6_000 };
let nextPort = (process.pid * 131) % ports.count;

/** A port that nobody listens on, and that this process has not given away before. */
export function freePort(): Promise<HostPort> {
  const port = ports.first + (nextPort++ % ports.count);
  return new Promise((resolve) => {
    const server = createNetServer();
    server.on('error', () => resolve(freePort()));
    server.listen(port, host, () => server.close(() => resolve({ host, port })));
  });
}

export interface Setting {
  readonly envoy: string;
  readonly environment: Environment;
  /** For the files of all; with TLS, `tls` in it holds the certificates. */
  readonly folder: string;
}

export async function startPod(setting: Setting, name: string, models: readonly LoadedModel[]): Promise<Pod> {
  const folder = join(setting.folder, name);
  const server = { http: await freePort(), grpc: await freePort() };
  const http = await listen(restServer(name), server.http);
  const grpc = await listen(grpcServer(name), server.grpc);
  const place = {
    inbound: await freePort(),
    live: await freePort(),
    metrics: await freePort(),
    serverMetrics: await freePort(),
    server,
    ...folders(folder),
  };
  prepare(setting, folder);
  const load = (loaded: readonly LoadedModel[]): void => {
    const routes = sidecarRoutes(loaded, setting.environment.gateway.requestTimeout);
    const write = dynamicWriter(folder);
    write(dynamicFiles.clusters, 'envoy.config.cluster.v3.Cluster', sidecarClusters(loaded, server));
    write(dynamicFiles.routes, 'envoy.config.route.v3.RouteConfiguration', [routes]);
  };
  load(models);
  const startSidecar = () => start(setting, folder, sidecarBootstrap(setting.environment, aRuntime(), 256, place));
  let running = await startSidecar();
  return {
    address: place.inbound,
    live: place.live,
    load,
    killServer: () => {
      http.close();
      http.closeAllConnections();
      grpc.kill();
    },
    killSidecar: () => running.stop(),
    startSidecar: async () => {
      running = await startSidecar();
    },
    stop: async () => {
      await running.stop();
      http.close();
      http.closeAllConnections();
      grpc.kill();
    },
  };
}

export interface RunningGateway {
  readonly http: HostPort;
  readonly grpc: HostPort;
  readonly metrics: HostPort;
  readonly stop: () => Promise<void>;
}

export async function startGateway(
  setting: Setting,
  names: readonly RoutedName[],
  pods: readonly HostPort[],
): Promise<RunningGateway> {
  const folder = join(setting.folder, 'gateway');
  const place = {
    http: await freePort(),
    grpc: await freePort(),
    live: await freePort(),
    metrics: await freePort(),
    ...folders(folder),
  };
  prepare(setting, folder);
  const { requestTimeout, retryBufferBytes } = setting.environment.gateway;
  const routes = gatewayRoutes(names, { timeout: requestTimeout, retryBufferBytes, anyPods: pods });
  const endpoints = gatewayEndpoints(pods);
  const write = dynamicWriter(folder);
  write(dynamicFiles.endpoints, 'envoy.config.endpoint.v3.ClusterLoadAssignment', [endpoints]);
  writeFileSync(join(folder, 'dynamic', dynamicFiles.table), routeBytes(routes));
  const running = await start(setting, folder, gatewayBootstrap(setting.environment, place));
  return { http: place.http, grpc: place.grpc, metrics: place.metrics, stop: running.stop };
}

function folders(folder: string) {
  return { admin: join(folder, 'admin.sock'), dynamic: join(folder, 'dynamic'), config: folder };
}

function prepare({ folder: shared }: Setting, folder: string): void {
  mkdirSync(join(folder, 'dynamic'), { recursive: true });
  const tls = join(shared, 'tls');
  for (const secret of [
    certificateSecret(sdsNames.gatewayCertificate, tls),
    certificateSecret(sdsNames.internalCertificate, tls),
    authoritySecret(sdsNames.internalAuthority, tls),
  ]) {
    const text = discoveryText('envoy.extensions.transport_sockets.tls.v3.Secret', [secret]);
    writeFileSync(join(folder, sdsFile(secret.name as (typeof sdsNames)['gatewayCertificate'])), text);
  }
}

function dynamicWriter(folder: string) {
  return (file: string, type: string, resources: readonly object[]): void =>
    writeFileSync(join(folder, 'dynamic', file), discoveryText(type, resources));
}

function start({ envoy }: Setting, folder: string, bootstrap: object): Promise<RunningEnvoy> {
  const config = join(folder, 'envoy.json');
  writeFileSync(config, JSON.stringify(bootstrap));
  return startEnvoy(envoy, config, join(folder, 'admin.sock'));
}

/** Answers what it is asked; to a path that ends in `hang`, never, and to `slow` after half a second. */
function restServer(pod: string): Server {
  return createServer((request, response) => {
    if (request.url?.endsWith('hang')) return;
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
    });
    request.on('end', () => {
      const echo: Echo = { pod, path: request.url ?? '', headers: request.headers, length };
      const answer = () => response.setHeader('content-type', 'application/json').end(JSON.stringify(echo));
      setTimeout(answer, request.url?.endsWith('slow') ? 500 : 0);
    });
  });
}

/** Answers each call with the message that it got, and says in a header which pod it is. */
function grpcServer(pod: string): Http2Server & { kill: () => void } {
  const sessions = new Set<ServerHttp2Session>();
  const server = createHttp2Server({ settings: { initialWindowSize: 1 << 24 } });
  server.on('stream', (stream) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('error', () => {});
    stream.on('end', () => {
      stream.respond({ ':status': 200, 'content-type': 'application/grpc', 'x-pod': pod }, { waitForTrailers: true });
      stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
      stream.end(Buffer.concat(chunks));
    });
  });
  server.on('session', (session) => sessions.add(session));
  const kill = () => {
    server.close();
    for (const session of sessions) session.destroy();
  };
  return Object.assign(server, { kill });
}

function listen<Listening extends Server | Http2Server>(server: Listening, { port }: HostPort): Promise<Listening> {
  return new Promise((resolve) => {
    server.listen(port, host, () => resolve(server));
  });
}
