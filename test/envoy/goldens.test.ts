import { expect, test } from 'vitest';
import {
  gatewayBootstrap,
  gatewayEndpoints,
  gatewayRoutes,
  sidecarBootstrap,
  sidecarClusters,
  sidecarPodPlace,
  sidecarRoutes,
} from '../../src/envoy/index.ts';
import { expectGoldens } from '../support/golden.ts';
import { anEnvironment, aRuntime } from '../support/nodes.ts';

const pods = ['10.0.0.1', '10.0.0.2', 'fd00::3'].map((host) => ({ host, port: 18_400 }));
const [first, second, third] = pods;
if (!first || !second || !third) throw new Error('three pods');

const routes = gatewayRoutes(
  [
    { name: 'one', idempotent: true, arms: [{ physical: 'one-1', weight: 1, pods: [first] }] },
    {
      name: 'spread',
      idempotent: false,
      timeout: 5,
      arms: [{ physical: 'spread-1', weight: 1, pods: [first, second], reserve: [third] }],
    },
    {
      name: 'split',
      idempotent: true,
      arms: [
        { physical: 'split-1', weight: 2, pods: [first, second] },
        { physical: 'split-2', weight: 1, pods: [third] },
        { physical: 'split-3', weight: 9, pods: [] },
      ],
    },
    { name: 'reserve', idempotent: true, arms: [{ physical: 'r-1', weight: 1, pods: [], reserve: [first, second] }] },
    { name: 'asleep', idempotent: true, arms: [], reason: 'it is loading', retryAfter: 30 },
  ],
  { timeout: 60, retryBufferBytes: 4_194_304, anyPods: pods },
);
const loaded = [{ physical: 'one-1' }, { physical: 'two-1', concurrency: 3, timeout: 5 }];
const tls = anEnvironment({ tls: { gatewaySecret: 'a', internalSecret: 'b' } });

test('the shape of every part', () => {
  const parts: Readonly<Record<string, unknown>> = {
    'gateway-bootstrap': gatewayBootstrap(anEnvironment()),
    'gateway-bootstrap-tls': gatewayBootstrap(tls),
    'gateway-routes': routes,
    'gateway-routes-empty': gatewayRoutes([], { timeout: 60, retryBufferBytes: 1, anyPods: [] }),
    'gateway-endpoints': gatewayEndpoints(pods),
    'sidecar-bootstrap': sidecarBootstrap(anEnvironment(), aRuntime(), 256),
    'sidecar-bootstrap-tls': sidecarBootstrap(tls, aRuntime(), 256),
    'sidecar-routes': sidecarRoutes(loaded, 60),
    'sidecar-clusters': sidecarClusters(loaded, sidecarPodPlace(aRuntime()).server),
  };
  expectGoldens(
    'envoy',
    Object.entries(parts).map(([name, part]) => ({ path: `${name}.json`, text: `${JSON.stringify(part, null, 2)}\n` })),
  );
});

test('each pod of an arm comes first in its share of the requests, reserves never', () => {
  const text = JSON.stringify(routes);
  for (const order of [
    '10.0.0.1:18400,10.0.0.2:18400,[fd00::3]:18400',
    '10.0.0.2:18400,10.0.0.1:18400,[fd00::3]:18400',
  ]) {
    expect(text).toContain(order);
  }
  expect(text).not.toContain('"[fd00::3]:18400,10');
});

test('arms share by weight, whatever number of pods they have', () => {
  const arms = [
    { physical: 'split-1', weight: 2, pods: [first, second] },
    { physical: 'split-2', weight: 1, pods: [third] },
  ];
  const table = gatewayRoutes([{ name: 'split', idempotent: true, arms }], {
    timeout: 60,
    retryBufferBytes: 1,
    anyPods: [],
  });
  const weights = JSON.stringify(table).matchAll(/"weight":(\d+),.*?"value":"(split-\d)"/g);
  const shares = new Map<string, number>();
  for (const [, weight, arm] of weights) shares.set(arm ?? '', (shares.get(arm ?? '') ?? 0) + Number(weight));
  expect(Object.fromEntries(shares)).toEqual({ 'split-1': 666_666, 'split-2': 333_333 });
});
