import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import { readSizes } from '../../src/dialects/index.ts';
import { type Fleet, originAt } from '../../src/ir/index.ts';
import { expectGolden } from '../support/golden.ts';
import { base, compile, documents, fixtureDocuments, summary } from '../support/linked.ts';

const sizes = readSizes(
  documents(
    'models: {constructor: {memory: 40Mi, peak: 60Mi}, risk: {memory: 100Mi}, zebra: {peak: 2Gi}, gone: {memory: 1Gi}}',
    'specs/sizes.yaml',
  )[0]!,
  new Diagnostics(),
);
const rich = [...fixtureDocuments('rich'), ...fixtureDocuments('models')];
const small = [
  ...base,
  ...documents(`
apiVersion: stowage.dev/v1alpha1
kind: Model
metadata: {name: iris}
spec: {format: sklearn, storage: {uri: s3://example-models/iris}, memory: 64Mi}
`),
];

test('a small fleet has all defaults', () => {
  const { fleet, found } = compile(small);
  expect(found).toEqual([]);
  expectGolden('link/small.json', `${JSON.stringify(fleet, null, 2)}\n`);
});

test('a rich fleet, a server of which something else than ours scales', () => {
  const { fleet, found } = compile(rich, sizes);
  expect(summary(found)).toEqual(['STW1273 specs/rich.yaml#5/spec/autoscale (key)']);
  expectGolden('link/rich.json', `${JSON.stringify(fleet, null, 2)}\n`);
});

test('the parts of a rich fleet', () => {
  const { parts } = compile(rich, sizes);
  expectGolden(
    'link/rich-parts.json',
    `${JSON.stringify({ ...parts, runtimes: parts.runtimes.filter(({ origin }) => origin) }, null, 2)}\n`,
  );
});

function node(fleet: Fleet | undefined, kind: 'servers' | 'models', name: string) {
  return fleet![kind].find((each) => each.name === name)!;
}

test('fields know where they were written', () => {
  const { fleet } = compile(rich, sizes);
  const at = (kind: 'servers' | 'models', name: string, pointer: string) => {
    const { file, document, pointer: found } = originAt(node(fleet, kind, name).origin, pointer);
    return `${file}#${document}${found}`;
  };
  expect(at('models', 'risk', '/spec/memory')).toBe('specs/sizes.yaml#0/models/risk/memory');
  expect(at('models', 'zebra', '/spec/memory')).toBe('specs/models.yaml#0/spec/memory');
  expect(at('models', 'risk', '/spec/replicas/min')).toBe('specs/rich.yaml#0/spec/defaults/model/replicas/min');
  expect(at('servers', 'cpu', '/spec/replicas/max')).toBe('specs/rich.yaml#3/spec/autoscale/max');
  expect(at('servers', 'gpu', '/spec/cpu')).toBe('specs/rich.yaml#0/spec/defaults/server/cpu');
  expect(originAt(fleet!.environment.origin, '/spec/stores/0/uri').pointer).toBe('/spec/stores/1/uri');
});

test('what the documents say again by their defaults changes nothing', () => {
  const said = compile([
    ...documents(
      `
apiVersion: stowage.dev/v1alpha1
kind: Environment
metadata: {name: test}
spec:
  namespace: models
  stores: [{name: artifacts, uri: s3://example-models}]
  images: {stowage: DEFAULT, envoy: DEFAULT}
  gateway:
    replicas: 0
    ports: {http: 0, grpc: 0}
    service: DEFAULT
    retryBuffer: DEFAULT
    maxRequest: DEFAULT
    maxConnections: 0
    requestTimeout: DEFAULT
    resources: {cpu: DEFAULT, memory: DEFAULT}
    planShards: 0
  policy: {moves: 0, survive: DEFAULT}
`,
      'specs/environment.yaml',
    ).map((each) => filled(each, 'environment')),
    ...documents(
      `
apiVersion: stowage.dev/v1alpha1
kind: Server
metadata: {name: cpu}
spec: {runtime: mlserver, replicas: 2, memory: 4Gi, cpu: DEFAULT, cache: {size: DEFAULT}, overcommit: 0, cost: 0, planShards: 0}
`,
      'specs/servers.yaml',
    ).map((each) => filled(each, 'server', ['replicas'])),
    ...documents(`
apiVersion: stowage.dev/v1alpha1
kind: Model
metadata: {name: iris}
spec: {format: sklearn, storage: {uri: s3://example-models/iris}, memory: 64Mi, gpuMemory: DEFAULT, disk: DEFAULT, replicas: 0, residency: DEFAULT, update: DEFAULT, rename: false, load: 0}
`).map((each) => filled(each, 'model')),
  ]);
  expect(summary(said.found)).toEqual([]);
  expect(said.fleet).toEqual(compile(small).fleet);
});

test('a Runtime with the defaults of the schema said is one without', () => {
  const runtime = (spec: string) =>
    compile([
      ...small,
      ...documents(
        `{apiVersion: stowage.dev/v1alpha1, kind: Runtime, metadata: {name: mlserver}, spec: {formats: [{name: sklearn}], image: 'a:1'${spec}}}`,
        'r.yaml',
      ).map((each) => (spec === '' ? each : filled(each, 'runtime'))),
    ]);
  const said = runtime(
    ", ports: {http: 0, grpc: 0}, repositoryApi: '', layout: '', workers: 0, baseMemory: '', loadTimeout: '', canRename: '', returnsMemory: '', livePath: ''",
  );
  expect(summary(said.found)).toEqual([]);
  expect(said.fleet).toEqual(runtime('').fleet);
});

/** The document with every field that has a default in the schema set to it. */
function filled<T extends { readonly value: object }>(document: T, name: string, except: readonly string[] = []): T {
  const schema = JSON.parse(
    readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8'),
  ) as Schema;
  const fill = (value: unknown, part: Schema): unknown => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        const field = part.properties?.[key] ?? {};
        return [key, field.default === undefined || except.includes(key) ? fill(inner, field) : field.default];
      }),
    );
  };
  return { ...document, value: fill(document.value, schema) };
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly default?: unknown;
}

test('the order of documents does not matter', () => {
  const expected = JSON.stringify(compile(rich, sizes).fleet);
  fc.assert(
    fc.property(fc.shuffledSubarray(rich, { minLength: rich.length }), (shuffled) => {
      expect(JSON.stringify(compile(shuffled, sizes).fleet)).toBe(expected);
    }),
    { seed: 1, numRuns: 100 },
  );
});

test('the order of documents does not matter for what is reported', () => {
  const faulty = [
    ...rich,
    ...documents(
      'apiVersion: stowage.dev/v1alpha1\nkind: Model\nmetadata: {name: zebra}\nspec: {format: skleern, storage: {uri: "s3://other"}, server: cpuu}',
      'a.yaml',
    ),
    ...documents(
      'apiVersion: stowage.dev/v1alpha1\nkind: Server\nmetadata: {name: cpu}\nspec: {runtime: mlserver, memory: 100Mi}',
      'a.yaml',
    ),
    ...documents(
      'apiVersion: stowage.dev/v1alpha1\nkind: Environment\nmetadata: {name: b}\nspec: {namespace: b}',
      'b.yaml',
    ),
  ];
  const expected = compile(faulty).found;
  expect(expected.length).toBeGreaterThan(3);
  fc.assert(
    fc.property(fc.shuffledSubarray(faulty, { minLength: faulty.length }), (shuffled) => {
      expect(compile(shuffled).found).toEqual(expected);
    }),
    { seed: 2, numRuns: 50 },
  );
});

test('a runtime that says no version offers all that are asked for', () => {
  const { fleet } = compile(rich, sizes);
  expect(node(fleet, 'servers', 'ort')).toMatchObject({
    capabilities: expect.arrayContaining(['onnx', 'onnx:1', 'onnx:17', 'ort:1', 'runtime=onnxruntime', 'tenant=']),
  });
});
