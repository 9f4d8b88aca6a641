import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  discoveryText,
  gatewayBootstrap,
  gatewayEndpoints,
  gatewayRoutes,
  type RouteConfiguration,
  type RoutedName,
  routeBytes,
} from '../../src/envoy/index.ts';
import { adminText, EnvoyFiles, watchedFiles } from '../../src/runtime/proxy/index.ts';
import { type RunningEnvoy, startEnvoy } from '../support/envoy.ts';
import { anEnvironment } from '../support/nodes.ts';
import { freePort } from '../support/serving.ts';
import { findEnvoy, isThere } from '../support/tools.ts';

const envoy = findEnvoy();
const { routes, endpoints } = watchedFiles.gateway;

const aPod = fc.integer({ min: 1, max: 250 }).map((last) => ({ host: `10.0.0.${last}`, port: 18_400 }));
const anArm = fc.record({
  physical: fc.stringMatching(/^[a-z]{1,40}-[0-9a-f]{8}$/),
  weight: fc.integer({ min: 1, max: 1000 }),
  pods: fc.array(aPod, { maxLength: 4 }),
  reserve: fc.array(aPod, { maxLength: 2 }),
});
const aName: fc.Arbitrary<RoutedName> = fc.record(
  {
    name: fc.stringMatching(/^[a-z]{1,60}$/),
    arms: fc.array(anArm, { maxLength: 3 }),
    idempotent: fc.boolean(),
    timeout: fc.integer({ min: 1, max: 100_000 }),
    reason: fc.string({ unit: 'grapheme', maxLength: 300 }).filter((text) => !text.includes('%')),
    retryAfter: fc.integer({ min: 1, max: 1000 }),
  },
  { requiredKeys: ['name', 'arms', 'idempotent'] },
);
const aTable = fc
  .record({
    names: fc.uniqueArray(aName, { maxLength: 30, selector: ({ name }) => name }),
    timeout: fc.integer({ min: 1, max: 100_000 }),
    retryBufferBytes: fc.integer({ min: 1, max: 2 ** 32 - 1 }),
    anyPods: fc.array(aPod, { maxLength: 3 }),
  })
  .map(({ names, ...settings }) => gatewayRoutes(names, settings));

describe.runIf(isThere(envoy))('a route table in protobuf', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bytes-'));
  /** One Envoy reads bytes, one JSON. */
  const running: RunningEnvoy[] = [];
  const sides: { readonly files: EnvoyFiles; readonly admin: string; readonly json: boolean }[] = [];

  beforeAll(async () => {
    for (const json of [false, true]) {
      const own = join(folder, String(json));
      mkdirSync(join(own, 'dynamic'), { recursive: true });
      const admin = join(own, 'admin.sock');
      const place = {
        http: await freePort(),
        grpc: await freePort(),
        live: await freePort(),
        metrics: await freePort(),
        admin,
        dynamic: join(own, 'dynamic'),
        config: own,
      };
      const bootstrap = JSON.stringify(gatewayBootstrap(anEnvironment(), place));
      writeFileSync(join(own, 'envoy.json'), json ? bootstrap.replaceAll('routes.pb', 'routes.json') : bootstrap);
      const files = new EnvoyFiles(place.dynamic, admin);
      const empty = gatewayRoutes([], { timeout: 1, retryBufferBytes: 1, anyPods: [] });
      files.write(routeFile(json).file, contents(empty, json));
      files.write(
        endpoints.file,
        discoveryText('envoy.config.endpoint.v3.ClusterLoadAssignment', [gatewayEndpoints([])]),
      );
      running.push(await startEnvoy(envoy.path ?? '', join(own, 'envoy.json'), admin));
      sides.push({ files, admin, json });
    }
  });

  afterAll(async () => {
    for (const one of running) await one.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is to Envoy what it is in JSON', async () => {
    await fc.assert(
      fc.asyncProperty(aTable, async (table) => {
        const [bytes, json] = await Promise.all(
          sides.map(async ({ files, admin, json }) => {
            expect(await files.apply(routeFile(json), contents(table, json))).toBe('accepted');
            return dumped(await adminText(admin, '/config_dump?resource=dynamic_route_configs'));
          }),
        );
        expect(bytes).toEqual(json);
        expect(bytes).toHaveProperty('name', 'gateway');
      }),
      { numRuns: 40 },
    );
  });

  function routeFile(json: boolean) {
    return json ? { ...routes, file: 'routes.json' } : routes;
  }

  function contents(table: RouteConfiguration, json: boolean) {
    return json ? discoveryText('envoy.config.route.v3.RouteConfiguration', [table]) : routeBytes(table);
  }

  function dumped(text: string | undefined): unknown {
    const { configs } = JSON.parse(text ?? '{}') as { configs: readonly { route_config: unknown }[] };
    return configs[0]?.route_config;
  }
});
