import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { emitters } from '../../src/emit/index.ts';
import {
  type Bootstrap,
  type Cluster,
  type ClusterLoadAssignment,
  checkReferences,
  discoveryText,
  gatewayBootstrap,
  gatewayEndpoints,
  gatewayRoutes,
  type RouteConfiguration,
  type RoutedName,
  routeBytes,
  sidecarBootstrap,
  sidecarClusters,
  sidecarPodPlace,
  sidecarRoutes,
} from '../../src/envoy/index.ts';
import type { Fleet, HostPort } from '../../src/ir/index.ts';
import { dynamicFiles, mountPaths, paths } from '../../src/names/index.ts';
import { writeCertificates } from '../support/certificates.ts';
import { fleets } from '../support/emitted-fleets.ts';
import { validateEnvoy } from '../support/envoy.ts';
import { anEnvironment, aPlan, aRuntime } from '../support/nodes.ts';
import { findEnvoy, findProgram, isThere } from '../support/tools.ts';

const envoy = findEnvoy();
const openssl = findProgram('openssl', ['version']);
const folder = mkdtempSync(join(tmpdir(), 'envoy-'));

/** Where what a pod mounts stands on this machine. */
const mounts: readonly (readonly [string, string])[] = [
  [mountPaths.config, 'config'],
  [paths.dynamic, 'dynamic'],
  [paths.admin, 'admin.sock'],
  [mountPaths.internalTls, 'tls'],
  [mountPaths.gatewayTls, 'tls'],
].map(([mount, name]) => [mount as string, join(folder, name as string)] as const);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.runIf([isThere(envoy), isThere(openssl)].every(Boolean))('envoy --mode validate', () => {
  beforeAll(() => {
    for (const name of ['config', 'dynamic']) mkdirSync(join(folder, name));
    writeCertificates(join(folder, 'tls'));
    writeDynamicFiles();
  });

  test.each(Object.entries(fleets))('accepts every configuration of the fleet %s', async (_name, fleet) => {
    const emitted = emittedConfigurations(fleet);
    // One for the gateway, and one a runtime: its servers share it.
    expect(emitted.length).toBe(new Set(fleet.servers.map(({ runtime }) => runtime)).size + 1);
    for (const { name, files } of emitted) {
      for (const [file, text] of Object.entries(files))
        writeFileSync(join(folder, 'config', file), onThisMachine(text));
      expect(await validate(), name).toBeUndefined();
    }
  });

  test.each([0, 10, 1000])('accepts the routes and endpoints of %i models', async (count) => {
    const environment = anEnvironment();
    const pods = somePods(count);
    const routes = gatewayRoutes(someNames(count, pods), { timeout: 60, retryBufferBytes: 1 << 22, anyPods: pods });
    const endpoints = gatewayEndpoints(pods);
    const bootstrap = gatewayBootstrap(environment);
    expect(checkReferences(bootstrap, { routes: [routes], endpoints: [endpoints] })).toEqual([]);
    await accepts(inline(bootstrap, [routes], [endpoints]));

    const loaded = someNames(count, pods).map(({ name }, index) => ({
      physical: `${name}-1`,
      ...(index % 3 === 0 && { concurrency: index + 1, timeout: 5 }),
    }));
    const place = sidecarPodPlace(aRuntime());
    const inbound = sidecarRoutes(loaded, 60);
    const clusters = sidecarClusters(loaded, place.server);
    const sidecar = sidecarBootstrap(environment, aRuntime(), 256);
    expect(checkReferences(sidecar, { routes: [inbound], clusters })).toEqual([]);
    await accepts(inline(sidecar, [inbound], [], clusters));
  });

  test('refuses an unknown field, so that its consent means something', async () => {
    const { admin, ...rest } = gatewayBootstrap(anEnvironment());
    writeFileSync(
      join(folder, 'config/envoy.json'),
      onThisMachine(JSON.stringify({ ...rest, admin: { ...admin, adress: 1 } })),
    );
    expect(await validate()).toContain('adress');
  });

  async function accepts(bootstrap: object): Promise<void> {
    writeFileSync(join(folder, 'config/envoy.json'), onThisMachine(JSON.stringify(bootstrap)));
    expect(await validate()).toBeUndefined();
  }

  function validate(): Promise<string | undefined> {
    return validateEnvoy(envoy.path ?? '', join(folder, 'config/envoy.json'));
  }
});

describe('the references of every emitted configuration', () => {
  test.each(Object.entries(fleets))('of the fleet %s', (_name, fleet) => {
    for (const { name, files } of emittedConfigurations(fleet)) {
      const bootstrap = JSON.parse(files['envoy.json'] ?? '') as Bootstrap;
      const written = new Set([
        ...Object.keys(files).map((file) => `${mountPaths.config}/${file}`),
        ...Object.values(dynamicFiles).map((file) => `${paths.dynamic}/${file}`),
      ]);
      expect(checkReferences(bootstrap, {}, written), name).toEqual([]);
    }
  });
});

function onThisMachine(text: string): string {
  return mounts.reduce((changed, [mount, place]) => changed.replaceAll(mount, place), text);
}

/** The files of every config ConfigMap that holds a bootstrap. */
function emittedConfigurations(fleet: Fleet): readonly { name: string; files: Readonly<Record<string, string>> }[] {
  return (emitters['kubernetes']?.(fleet, aPlan(fleet)) ?? []).flatMap(({ path, text }) => {
    const object = parse(text) as { data?: Readonly<Record<string, string>> };
    return object.data?.['envoy.json'] === undefined ? [] : [{ name: path, files: object.data }];
  });
}

/** What router and agent write before Envoy starts. */
function writeDynamicFiles(): void {
  const routes = gatewayRoutes([], { timeout: 60, retryBufferBytes: 1, anyPods: [] });
  const endpoints = gatewayEndpoints([]);
  const write = (file: string, type: string, resource: object): void =>
    writeFileSync(join(folder, 'dynamic', file), discoveryText(type, [resource]));
  writeFileSync(join(folder, 'dynamic', dynamicFiles.table), routeBytes(routes));
  write(dynamicFiles.routes, 'envoy.config.route.v3.RouteConfiguration', sidecarRoutes([], 60));
  write(dynamicFiles.endpoints, 'envoy.config.endpoint.v3.ClusterLoadAssignment', endpoints);
  writeFileSync(join(folder, 'dynamic', dynamicFiles.clusters), '{"resources":[]}');
}

function somePods(count: number): readonly HostPort[] {
  return Array.from({ length: Math.min(count, 50) }, (_, index) => {
    const host = index % 7 === 6 ? `fd00::${index + 1}` : `10.0.0.${index + 1}`;
    return { host, port: 18_400 };
  });
}

/** Names with no arm, one, several; with and without reserve. */
function someNames(count: number, pods: readonly HostPort[]): readonly RoutedName[] {
  return Array.from({ length: count }, (_, index) => {
    const from = index % Math.max(1, pods.length);
    return {
      name: `model-${index}`,
      idempotent: index % 2 === 0,
      ...(index % 5 === 0 && { timeout: index + 1 }),
      ...(index % 4 === 0 && { reason: 'it "loads"\n%REQ(x)%' }),
      arms: Array.from({ length: index % 4 }, (_none, arm) => ({
        physical: `model-${index}-${arm}`,
        weight: arm + 1,
        pods: pods.slice(from, from + 1 + (index % 6)),
        reserve: pods.slice(0, index % 3),
      })),
    };
  });
}

/** The bootstrap with what it would read from files in its place: Envoy validates no files. */
function inline(
  bootstrap: Bootstrap,
  routes: readonly RouteConfiguration[],
  endpoints: readonly ClusterLoadAssignment[],
  clusters: readonly Cluster[] = [],
): object {
  const { listeners, clusters: statics } = bootstrap.static_resources;
  return {
    ...bootstrap,
    dynamic_resources: undefined,
    static_resources: {
      listeners: listeners.map((listener) => {
        const [chain] = listener.filter_chains;
        const [filter] = chain.filters;
        const { rds, ...manager } = filter.typed_config;
        if (rds === undefined) return listener;
        const route_config = routes.find(({ name }) => name === rds.route_config_name);
        return {
          ...listener,
          filter_chains: [{ ...chain, filters: [{ ...filter, typed_config: { ...manager, route_config } }] }],
        };
      }),
      clusters: [...statics, ...clusters].map((cluster) =>
        cluster.type === 'EDS'
          ? {
              ...cluster,
              type: 'STATIC',
              eds_cluster_config: undefined,
              load_assignment: endpoints.find(({ cluster_name }) => cluster_name === cluster.name),
            }
          : cluster,
      ),
    },
  };
}
