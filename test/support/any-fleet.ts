import fc from 'fast-check';
import type { Fleet, JsonObject, Model, Server } from '../../src/ir/index.ts';
import { aFleet, aModel, anEnvironment, aRuntime, aServer } from './nodes.ts';

/** Legal names, the unlucky ones among them. */
const unlucky = ['y', 'n', 'no', 'on', 'off', 'yes', 'true', 'false', 'null', 'nan', 'inf', 'e3'];
const serverName = fc.oneof(fc.constantFrom(...unlucky), fc.stringMatching(/^[a-z][a-z0-9-]{0,20}[a-z0-9]$/));
const modelName = fc.oneof(
  fc.constantFrom(...unlucky, '1e3', '0x1f', '0o17', '12', '1-2-3'),
  fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}[a-z0-9]$/),
);

const text = fc.string({ unit: 'grapheme', maxLength: 30 });

const pod: fc.Arbitrary<JsonObject> = fc.record(
  {
    nodeSelector: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.constantFrom(...unlucky, '1_000'), {
      minKeys: 1,
      noNullPrototype: true,
    }),
    tolerations: fc.array(fc.record({ key: text, operator: fc.constant('Exists') }), { minLength: 1, maxLength: 3 }),
    priorityClassName: serverName,
    runtimeClassName: serverName,
    containers: fc.constant([{ name: 'server', env: [{ name: 'A', value: '0o17' }] }]),
    imagePullSecrets: fc.constant([{ name: 'pull' }]),
  },
  { requiredKeys: [] },
);

const server: fc.Arbitrary<Server> = fc
  .record({
    name: serverName,
    replicas: fc.record({ min: fc.nat(4), more: fc.nat(4) }),
    memory: fc.integer({ min: 1, max: 200_000 }),
    cpu: fc.integer({ min: 1, max: 64_000 }),
    planShards: fc.integer({ min: 1, max: 3 }),
    cache: fc.record({
      size: fc.integer({ min: 1, max: 500_000 }),
      storageClass: fc.option(serverName, { nil: undefined }),
    }),
    gpu: fc.boolean(),
    autoscale: fc.boolean(),
    pod,
  })
  .map(({ name, replicas, cache: { size, storageClass }, gpu, autoscale, ...rest }) =>
    aServer({
      ...rest,
      name,
      replicas: { min: replicas.min, max: replicas.min + replicas.more },
      cache: { size, ...(storageClass !== undefined && { storageClass }) },
      ...(gpu && { gpu: { resource: 'nvidia.com/gpu' } }),
      ...(autoscale && { autoscale: { cpu: 70 } }),
    }),
  );

const model: fc.Arbitrary<Model> = fc
  .record({
    name: modelName,
    replicas: fc.integer({ min: 1, max: 3 }),
    parameters: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), text, { maxKeys: 3, noNullPrototype: true }),
    uri: text,
  })
  .map(({ name, replicas, parameters, uri }) =>
    aModel({
      name,
      parameters,
      replicas: { min: replicas, max: replicas },
      storage: { uri: `s3://example-models/${uri}`, store: 'artifacts' },
    }),
  );

/** Fleets of all kinds of servers and models. */
export const anyFleet: fc.Arbitrary<Fleet> = fc
  .record({
    servers: fc.uniqueArray(server, { minLength: 1, maxLength: 4, selector: ({ name }) => name }),
    models: fc.uniqueArray(model, { maxLength: 8, selector: ({ name }) => name }),
    tls: fc.boolean(),
    namespace: serverName,
    secret: fc.option(serverName, { nil: undefined }),
    env: fc.dictionary(fc.stringMatching(/^[A-Z][A-Z0-9_]{0,9}$/), text, { maxKeys: 4, noNullPrototype: true }),
  })
  .map(({ servers, models, tls, namespace, secret, env }) =>
    aFleet({
      environment: anEnvironment({
        namespace,
        stores: [{ name: 'artifacts', uri: 's3://example-models', ...(secret !== undefined && { secret }) }],
        tls: tls ? { internalSecret: 'internal', gatewaySecret: 'gateway' } : {},
      }),
      runtimes: [aRuntime({ env })],
      servers,
      models,
    }),
  );
