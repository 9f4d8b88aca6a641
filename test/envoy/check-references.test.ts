import { expect, test } from 'vitest';
import {
  type Bootstrap,
  type Cluster,
  checkReferences,
  gatewayBootstrap,
  gatewayEndpoints,
  gatewayRoutes,
  sidecarBootstrap,
} from '../../src/envoy/index.ts';
import { anEnvironment, aRuntime } from '../support/nodes.ts';

const pod = { host: '10.0.0.1', port: 1 };
const bootstrap = gatewayBootstrap(anEnvironment());
const routes = gatewayRoutes(
  [{ name: 'a', idempotent: true, arms: [{ physical: 'a-1', weight: 1, pods: [pod, pod] }] }],
  { timeout: 1, retryBufferBytes: 1, anyPods: [pod] },
);
const endpoints = gatewayEndpoints([pod]);
const all = { routes: [routes], endpoints: [endpoints] };

function withoutCluster(name: string): Bootstrap {
  const { clusters, ...rest } = bootstrap.static_resources;
  return { ...bootstrap, static_resources: { ...rest, clusters: clusters.filter((cluster) => cluster.name !== name) } };
}

test('what is whole has no faults', () => {
  expect(checkReferences(bootstrap, all)).toEqual([]);
});

test('a cluster that a route leads to', () => {
  const faults = checkReferences(withoutCluster('servers-grpc'), { routes: [routes] });
  // One by its name, and one that the listener's header leads to.
  expect(faults).toEqual([
    expect.stringMatching(/^\/static_resources\/listeners\/1\/.*: no cluster servers-grpc$/),
    expect.stringMatching(/^\/routes\/0\/.*: no cluster servers-grpc$/),
  ]);
});

test('a cluster that a listener of the bootstrap leads to', () => {
  expect(checkReferences(withoutCluster('admin'))).toEqual([expect.stringMatching(/: no cluster admin$/)]);
});

test('a route configuration, endpoints and pods that are not there', () => {
  expect(checkReferences(bootstrap, { ...all, routes: [] })).toEqual([
    expect.stringMatching(/: no route configuration gateway$/),
    expect.stringMatching(/: no route configuration gateway$/),
  ]);
  expect(checkReferences(bootstrap, { ...all, endpoints: [] })).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/: no endpoints servers$/),
      expect.stringMatching(/: no endpoint 10.0.0.1:1$/),
    ]),
  );
});

test('a file that nobody writes', () => {
  const faults = checkReferences(bootstrap, {}, new Set(['/run/stowage/dynamic/routes.pb']));
  expect(faults.map((fault) => fault.replace(/^.*: /, ''))).toEqual([
    'no file /run/stowage/dynamic/endpoints.json is written',
    'no file /run/stowage/dynamic/endpoints.json is written',
  ]);
});

test('two of one name, two on one port', () => {
  const { listeners, clusters } = bootstrap.static_resources;
  const [cluster] = clusters as readonly [Cluster];
  const [listener] = listeners;
  const twice = {
    ...bootstrap,
    static_resources: { listeners: [...listeners, ...(listener ? [listener] : [])], clusters: [...clusters, cluster] },
  };
  expect(checkReferences(twice)).toEqual([
    'two clusters are called servers-http',
    'two listeners are called gateway-http',
    'listeners gateway-http and gateway-http both want port 8080',
  ]);
});

test('a server that wants a port of its sidecar', () => {
  const sidecar = (http: number): Bootstrap =>
    sidecarBootstrap(anEnvironment(), aRuntime({ ports: { http, grpc: 9500 } }), 256);
  expect(checkReferences(sidecar(9000))).toEqual([]);
  expect(checkReferences(sidecar(18_400))).toEqual([
    'listener inbound and what is behind cluster local-http both want port 18400',
  ]);
});
