import { expect, test } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import { dialectCodes, readDialects, readProject, readSizes } from '../../src/dialects/index.ts';
import type { JsonObject } from '../../src/ir/index.ts';
import type { Document } from '../../src/read/index.ts';
import { base, compile, documents, summary } from '../support/linked.ts';

const head = (kind: string, name = 'x'): string =>
  `apiVersion: stowage.dev/v1alpha1\nkind: ${kind}\nmetadata: {name: ${name}}\n`;
const model = (spec: string): string =>
  `${head('Model')}spec: {format: sklearn, storage: {uri: 's3://example-models/x'}, memory: 1Gi${spec && `, ${spec}`}}\n`;
const server = (spec: string): string => `${head('Server')}spec: {runtime: mlserver, memory: 1Gi, ${spec}}\n`;
const environment = (spec: string): string => `${head('Environment')}spec: {namespace: models, ${spec}}\n`;
const runtime = (spec: string): string => `${head('Runtime')}spec: {formats: [{name: a}], ${spec}}\n`;

/** A document, and all that is to be found in it: code, then pointer below the document, then a word of the help. */
const table: readonly (readonly [text: string, found: string, help?: string])[] = [
  // What it is.
  ['a: 1', 'STW1101 ', 'apiVersion: stowage.dev/v1alpha1'],
  ['apiVersion: stowage.dev/v1alpha1', 'STW1101 ', '`Model`'],
  ['apiVersion: 1\nkind: Model', 'STW1101 /apiVersion'],
  ['apiVersion: stowage.dev/v1alpha1\nkind: [Model]', 'STW1101 /kind'],
  ['apiVersion: stowage.dev/v1\nkind: Model', 'STW1102 /apiVersion', '`stowage.dev/v1alpha1`'],
  ['apiVersion: stowge.dev/v1alpha1\nkind: Model', 'STW1102 /apiVersion', '`stowage.dev/v1alpha1`'],
  ['apiVersion: serving.kserv.io/v1beta1\nkind: InferenceService', 'STW1102 /apiVersion', '`serving.kserve.io`'],
  ['apiVersion: v1\nkind: ConfigMap', 'STW1102 /apiVersion', 'outside the inputs'],
  ['apiVersion: stowage.dev/v1alpha1\nkind: Modell', 'STW1103 /kind', '`Model`'],
  ['apiVersion: stowage.dev/v1alpha1\nkind: model', 'STW1103 /kind', '`Model`'],
  ['apiVersion: stowage.dev/v1alpha1\nkind: Ingress', 'STW1103 /kind', '`Server`'],
  ['apiVersion: stowage.dev/v1alpha1\nkind: Pipeline', 'STW1104 /kind', 'Until it is'],
  ['apiVersion: stowage.dev/v1alpha1\nkind: Experiment\nspec: 3', 'STW1104 /kind', 'Until it is'],
  ['apiVersion: mlops.seldon.io/v1alpha1\nkind: Model', 'STW1106 /apiVersion', 'Until'],
  ['apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService', 'STW1106 /apiVersion', 'Until'],
  ['apiVersion: machinelearning.seldon.io/v1\nkind: SeldonDeployment', 'STW1106 /apiVersion'],
  ['apiVersion: serving.kubeflow.org/v1alpha1\nkind: InferenceService', 'STW1106 /apiVersion', 'serving.kserve.io'],

  // Fields.
  [model('memroy: 1'), 'STW1110 /spec/memroy (key)', 'Other fields'],
  [model('replcas: 2'), 'STW1110 /spec/replcas (key)', '`replicas`'],
  [model('limits: {timeuot: 3s}'), 'STW1110 /spec/limits/timeuot (key)', '`timeout`'],
  [`${head('Model')}format: sklearn\nspec: {format: a, storage: {uri: 's3://a'}}`, 'STW1110 /format (key)', '`spec`'],
  [model('a/b~c: 1'), 'STW1110 /spec/a~1b~0c (key)'],
  [`${head('Model')}`, 'STW1111 '],
  ['apiVersion: stowage.dev/v1alpha1\nkind: Model\nspec: {format: a, storage: {uri: "s3://a"}}', 'STW1111 '],
  [`${head('Model')}spec: {format: sklearn}`, 'STW1111 /spec (key)', 'Where the artifact is'],
  [`${head('Server')}spec: {runtime: mlserver}`, 'STW1111 /spec (key)', 'memory: 4Gi'],
  [`${head('Server')}spec: {memory: 1Gi}`, 'STW1111 /spec (key)', 'runtime: mlserver'],
  [model('replicas: {}'), ''],
  [model('replicas: two'), 'STW1112 /spec/replicas'],
  [model('replicas: "2"'), 'STW1112 /spec/replicas', 'without quotes: `2`'],
  [model('replicas: 1.5'), 'STW1112 /spec/replicas'],
  [model('replicas:'), 'STW1112 /spec/replicas', 'remove the field'],
  [model('requires: avx'), 'STW1112 /spec/requires', 'list'],
  [model('requires: [1]'), 'STW1112 /spec/requires/0', '"1"'],
  [model('idempotent: "true"'), 'STW1112 /spec/idempotent', 'without quotes'],
  [`${head('Model')}spec: []`, 'STW1112 /spec'],
  [environment('images: {runtimes: {a: 1}}'), 'STW1112 /spec/images/runtimes/a'],
  [model('residency: on-demand'), 'STW1113 /spec/residency', '`onDemand`'],
  [model('update: 3'), 'STW1112 /spec/update'],
  [environment('gateway: {service: Loadbalancer}'), 'STW1113 /spec/gateway/service', '`LoadBalancer`'],
  [runtime('layout: flat'), 'STW1113 /spec/layout', '`plain`'],
  [
    `${head('Model', 'Fraud_Detector')}spec: {format: a, storage: {uri: "s3://a"}}`,
    'STW1114 /metadata/name',
    '`fraud-detector`',
  ],
  [`${head('Model', 'a'.repeat(64))}spec: {format: a, storage: {uri: "s3://a"}}`, 'STW1114 /metadata/name', '63'],
  [
    `${head('Server', '1cpu')}spec: {runtime: mlserver, memory: 1Gi}`,
    'STW1114 /metadata/name',
    'beginning with a letter',
  ],
  [model('peak: 2 GB'), 'STW1114 /spec/peak', '`2G`'],
  [model('peak: 2gi'), 'STW1114 /spec/peak', '`2Gi`'],
  [model('peak: lots'), 'STW1114 /spec/peak', '512Mi'],
  [model('limits: {timeout: 500ms}'), 'STW1114 /spec/limits/timeout', '30s'],
  [model('limits: {timeout: 30}'), 'STW1112 /spec/limits/timeout', '`30s`'],
  [model('limits: {timeout: true}'), 'STW1112 /spec/limits/timeout', '`5m`'],
  [model('limits: {timeout: "30"}'), 'STW1114 /spec/limits/timeout', '`30s`'],
  [server('gpu: 2'), 'STW1112 /spec/gpu', '`memory`'],
  [server('pod: {initContainers: [5]}'), 'STW1112 /spec/pod/initContainers/0', '`name`'],
  [environment('tls: {gatewaySecret: A}'), 'STW1114 /spec/tls/gatewaySecret'],
  ...['10.0.0.1', 'a.b:80', '*.example.com', 'https://a.b', 'A.b', 'a..b', 'a_b.c'].map(
    (host) =>
      [
        environment(`exposure: {traefik: [{name: a, hosts: ['${host}']}]}`),
        'STW1114 /spec/exposure/traefik/0/hosts/0',
      ] as const,
  ),
  [environment('images: {runtimes: {A: a}}'), 'STW1114 /spec/images/runtimes/A (key)'],
  [environment("gateway: {annotations: {'a b': c}}"), 'STW1114 /spec/gateway/annotations/a b (key)'],
  [
    environment("exposure: {istio: [{name: a, hosts: [a.b], gateway: {name: g}, annotations: {'a/b/c': d}}]}"),
    'STW1114 /spec/exposure/istio/0/annotations/a~1b~1c (key)',
  ],
  [environment('gateway: {annotations: {service.beta.kubernetes.io/aws-load-balancer-type: nlb, note: x}}'), ''],
  [runtime('env: {a-b: c}'), 'STW1114 /spec/env/a-b (key)'],
  [`${head('Model')}spec: {format: a, storage: {uri: 's3://a', digest: 'sha256:abc'}}`, 'STW1114 /spec/storage/digest'],
  [`${head('Model')}spec: {format: a, storage: {uri: 's3://a b'}}`, 'STW1114 /spec/storage/uri'],
  [`${head('Model')}spec: {format: a, storage: {uri: 's3://a', version: ..}}`, 'STW1114 /spec/storage/version'],
  [model('replicas: 0'), 'STW1115 /spec/replicas'],
  [model('replicas: {min: 0}'), 'STW1115 /spec/replicas/min'],
  [model('load: -1'), 'STW1115 /spec/load'],
  [server('cpu: 0'), 'STW1115 /spec/cpu'],
  [server('cpu: 1e9'), 'STW1115 /spec/cpu'],
  [server('disk: 2Pi'), 'STW1115 /spec/disk', 'between 1Mi and 1Pi'],
  [server('disk: 100Ki'), 'STW1115 /spec/disk'],
  [environment('gateway: {requestTimeout: 0s}'), 'STW1115 /spec/gateway/requestTimeout'],
  [
    environment('observability: {prometheus: {namespace: m, interval: 61s}}'),
    'STW1115 /spec/observability/prometheus/interval',
    'between 1s and 1m',
  ],
  [environment('observability: {prometheus: {namespace: m, interval: 1m}}'), ''],
  [environment('gateway: {ports: {http: 80}}'), 'STW1115 /spec/gateway/ports/http'],
  [environment('gateway: {retryBuffer: 4Gi}'), 'STW1115 /spec/gateway/retryBuffer'],
  [`${head('Runtime')}spec: {formats: []}`, 'STW1116 /spec/formats'],
  [model('requires: [a, b, a]'), 'STW1116 /spec/requires/2'],

  // With a code of their own.
  [
    'apiVersion: stowage.dev/v1alpha1\nkind: Model\nmetadata: {name: x, namespace: y}\nspec: {format: a, storage: {uri: "s3://a"}}',
    'STW1117 /metadata/namespace (key)',
    'Environment',
  ],
  [
    'apiVersion: stowage.dev/v1alpha1\nkind: Environment\nmetadata: {name: x, namespace: y}\nspec: {namespace: y}',
    'STW1117 /metadata/namespace (key)',
    'spec.namespace',
  ],
  [model('logger: {}'), 'STW1105 /spec/logger (key)'],
  [model('role: explainer'), 'STW1105 /spec/role (key)'],
  [environment('kafka: {}'), 'STW1105 /spec/kafka (key)'],
  [server('gpu: {memory: 8Gi, count: 2}'), 'STW1105 /spec/gpu/count (key)'],
  [`${head('Server')}spec: {runtime: ovms, memory: 1Gi}`, 'STW1107 /spec/runtime', 'Runtime named `ovms`'],
  [model('peak: 2048'), 'STW1118 /spec/peak', '`2048Mi`'],
  [model('peak: "512"'), 'STW1118 /spec/peak', '`512Mi`'],
  [model('peak: 512m'), 'STW1118 /spec/peak', '`512Mi`'],
  [model('peak: 0'), 'STW1118 /spec/peak', 'suffix'],
  [model('peak: 2147483648'), ''],
  [model('gpuMemory: 0, disk: "0"'), ''],
  [model('disk: 12Ki'), ''],
  [server('replicas: 1, autoscale: {max: 3}'), 'STW1119 /spec/replicas (key)', 'Remove `replicas`'],
  [server('replicas: {min: 2, max: 9}'), ''],
  [server('replicas: {min: 2}'), 'STW1111 /spec/replicas (key)'],

  // Several at once, each once.
  [
    model('replcas: 2, residency: never, limits: {timeout: soon, concurrency: 0}, peak: 1'),
    'STW1115 /spec/limits/concurrency, STW1114 /spec/limits/timeout, STW1110 /spec/replcas (key), STW1113 /spec/residency',
  ],
];

test.each(table.map((row) => [row[0].replaceAll('\n', ' '), ...row] as const))('%s', (_title, text, found, help) => {
  const diagnostics = new Diagnostics();
  readDialects(documents(text), diagnostics);
  const all = diagnostics.list();
  expect(
    summary(all)
      .map((line) => line.replace('specs/example.yaml#0', ' ').replace('  ', ' '))
      .join(', '),
  ).toBe(found);
  if (help !== undefined) expect(all[0]?.help).toContain(help);
  for (const { message, help: way } of all) {
    expect(message).not.toMatch(/undefined|\[object|\n/);
    expect(way ?? '').not.toMatch(/undefined|\[object|\n/);
    expect(message).toMatch(/^[A-Z`].*[^.]$/);
    expect(way, message).toMatch(/^[A-Z`].*[.?]$/);
  }
});

test('the table has every code', () => {
  const codes = new Set(table.flatMap(([, found]) => found.match(/STW[0-9]+/g) ?? []));
  expect([...codes].sort()).toEqual(
    Object.values(dialectCodes)
      .map(({ code }) => code as string)
      .sort(),
  );
});

test('a suggestion is also a fix of the key or the value', () => {
  const diagnostics = new Diagnostics();
  readDialects(documents(model('replcas: 2, residency: ondemand')), diagnostics);
  expect(diagnostics.list().map(({ fix }) => [fix?.text, fix?.origin.pointer, fix?.origin.part])).toEqual([
    ['replicas', '/spec/replcas', 'key'],
    ['onDemand', '/spec/residency', undefined],
  ]);
});

test('a runtime that is planned can be written by oneself', () => {
  const diagnostics = new Diagnostics();
  const texts = `${head('Server', 'a')}spec: {runtime: ovms, memory: 1Gi}\n---\n${head('Runtime', 'ovms')}spec: {formats: [{name: openvino}], image: 'a:1'}`;
  const { servers, runtimes } = readDialects(documents(texts), diagnostics);
  expect(summary(diagnostics.list())).toEqual([]);
  expect([servers.map(({ runtime: name }) => name), runtimes.filter(({ origin }) => origin).length]).toEqual([
    ['ovms'],
    1,
  ]);
});

test('a faulty document does not make faults of the references to it', () => {
  const faultyServer = base.map((document): Document => {
    if (document.value['kind'] !== 'Server') return document;
    return { ...document, value: { ...document.value, spec: { runtime: 'mlserver', memory: 'lots' } } };
  });
  const found = compile([...faultyServer, ...documents(model('server: cpu, requires: [avx512], replicas: 9'))]).found;
  expect(summary(found)).toEqual(['STW1114 specs/servers.yaml#0/spec/memory']);
  const misspelt = base.map((document) => ({ ...document, value: { ...document.value, kind: 'Sever' } }));
  expect(new Set(compile([...misspelt, ...documents(model('server: cpu'))]).found.map(({ code }) => code))).toEqual(
    new Set(['STW1103']),
  );
});

test('the messages repeat only a little of a long value, on one line', () => {
  const diagnostics = new Diagnostics();
  const value = {
    ...documents(model(''))[0]!.value,
    spec: { format: `${'x'.repeat(100_000)}\n\u001b[31m`, storage: { uri: 's3://a' } },
  };
  readDialects([{ file: 'a.yaml', index: 0, value }], diagnostics);
  const [found] = diagnostics.list();
  expect(found?.code).toBe('STW1114');
  expect(found?.message.length).toBeLessThan(300);
});

test('stowage.yaml: paths are absent by rule', () => {
  const diagnostics = new Diagnostics();
  const text =
    'environments: [{name: test, inputs: [specs]}, {name: prod, inputs: [a], lock: l, output: o, sizes: s.yaml}]';
  const project = readProject(documents(text, 'stowage.yaml')[0]!, diagnostics);
  expect(diagnostics.list()).toEqual([]);
  expect(project?.environments).toEqual([
    { name: 'test', inputs: ['specs'], lock: 'specs/test.lock', output: 'dist/test' },
    { name: 'prod', inputs: ['a'], lock: 'l', output: 'o', sizes: 's.yaml' },
  ]);
});

test('stowage.yaml: what differs between environments goes over what they share', () => {
  const diagnostics = new Diagnostics();
  const environments =
    'environments: [{name: test, inputs: [a]}, {name: prod, inputs: [a], output: o, argocd: {cluster: eu, revision: live}}]';
  const argocd =
    'argocd: {repository: "git@example.com:shop/models.git", name: shop, folder: serving, manifestLimit: 40Mi}';
  const project = readProject(documents(`${environments}\n${argocd}`, 'stowage.yaml')[0]!, diagnostics);
  expect(diagnostics.list()).toEqual([]);
  expect(project?.applicationSet).toEqual({ output: 'dist/argocd', isWanted: true });
  const shared = {
    name: 'shop',
    namespace: 'argocd',
    project: 'default',
    repository: 'git@example.com:shop/models.git',
    folder: 'serving',
    manifestLimit: 40 * 1024 * 1024,
  };
  expect(project?.environments.map(({ delivery }) => delivery)).toEqual([
    { ...shared, output: 'dist/test', revision: 'HEAD', cluster: 'https://kubernetes.default.svc' },
    { ...shared, output: 'o', revision: 'live', cluster: 'eu' },
  ]);
});

test('stowage.yaml: a plugin leaves nothing that an ApplicationSet could find', () => {
  const text =
    'environments: [{name: test, inputs: [a]}]\nargocd: {repository: "https://example.com/a", plugin: stowage}';
  const project = readProject(documents(text, 'stowage.yaml')[0]!, new Diagnostics());
  expect(project?.environments[0]?.delivery?.plugin).toBe('stowage');
  expect(project?.applicationSet.isWanted).toBe(false);
});

test.each([
  'https://git.example.com/shop/models.git',
  'git@git.example.com:shop/models.git',
  'ssh://git@git.example.com:2222/shop/models.git',
  'ssh://git.example.com/models.git',
  'file:///srv/models.git',
])('stowage.yaml: a repository may be %s', (repository) => {
  const diagnostics = new Diagnostics();
  const text = `environments: [{name: test, inputs: [a]}]\nargocd: {repository: '${repository}'}`;
  const project = readProject(documents(text, 'stowage.yaml')[0]!, diagnostics);
  expect(project?.environments[0]?.delivery?.repository).toBe(repository);
});

test.each([
  ['repository', 'https://example.com/{{ .path }}'],
  ['repository', 'https://me:password@example.com/a'],
  ['repository', 'ssh://me:password@example.com/a'],
  ['repository', 'ext::sh -c id'],
  ['repository', '--upload-pack=id'],
  ['revision', '{{ .path.path }}'],
  ['revision', '--all'],
  ['cluster', 'https://{{ .a }}'],
  ['folder', '../other'],
  ['folder', '/etc'],
  ['project', '{{ .a }}'],
  ['manifestLimit', '-1'],
])('stowage.yaml: %s may not be %s', (field, value) => {
  const diagnostics = new Diagnostics();
  const argocd = { repository: 'https://example.com/a', [field]: value };
  const text = `environments: [{name: test, inputs: [a]}]\nargocd: ${JSON.stringify(argocd)}`;
  expect(readProject(documents(text, 'stowage.yaml')[0]!, diagnostics)).toBeUndefined();
  expect(summary(diagnostics.list())).toEqual([`STW1114 stowage.yaml#0/argocd/${field}`]);
});

test.each([
  ['environment: []', 'STW1110 stowage.yaml#0/environment (key)'],
  ['{}', 'STW1111 stowage.yaml#0'],
  ['environments: []', 'STW1116 stowage.yaml#0/environments'],
  ['environments: [{name: test, inputs: specs}]', 'STW1112 stowage.yaml#0/environments/0/inputs'],
  ['environments: [{name: test}]', 'STW1111 stowage.yaml#0/environments/0'],
])('stowage.yaml: %s', (text, found) => {
  const diagnostics = new Diagnostics();
  expect(readProject(documents(text, 'stowage.yaml')[0]!, diagnostics)).toBeUndefined();
  expect(summary(diagnostics.list()).join(', ')).toBe(found);
});

test('sizes.yaml: sizes in MiB, rounded up', () => {
  const diagnostics = new Diagnostics();
  const text = 'models: {fraud: {memory: 1G, peak: 1.5Gi, disk: 12Ki}, constructor: {gpuMemory: 1Gi}}';
  expect(readSizes(documents(text, 'sizes.yaml')[0]!, diagnostics)?.models).toEqual({
    fraud: { memory: 954, peak: 1536, disk: 1 },
    constructor: { gpuMemory: 1024 },
  });
  expect(readSizes(documents('models: {a: {memory: 12}}', 'sizes.yaml')[0]!, diagnostics)).toMatchObject({
    models: {},
    faulty: true,
  });
  expect(summary(diagnostics.list())).toEqual(['STW1118 sizes.yaml#0/models/a/memory']);
});

test('a document of one huge list or mapping is refused without looking at each pair of items', () => {
  const many = Array.from({ length: 50_000 }, (_, i) => `w${i}`);
  const value = (spec: JsonObject): JsonObject => ({
    ...documents(model(''))[0]!.value,
    spec: { format: 'sklearn', storage: { uri: 's3://a' }, ...spec },
  });
  for (const spec of [
    { requires: many },
    { requires: many.map((name) => ({ name })) },
    Object.fromEntries(many.map((name) => [name, 1])),
  ]) {
    const diagnostics = new Diagnostics();
    readDialects([{ file: 'a.yaml', index: 0, value: value(spec) }], diagnostics);
    expect(diagnostics.list().length).toBeGreaterThan(0);
    expect(diagnostics.list().length).toBeLessThanOrEqual(100);
  }
});

test('keys of a user are shown on one line', () => {
  const diagnostics = new Diagnostics();
  readDialects(
    documents(
      `${head('Model').replace('name: x', 'name: x, labels: {"a\\n\\e[31mb c": 1}')}spec: {format: a, storage: {uri: 's3://a'}}`,
    ),
    diagnostics,
  );
  expect(diagnostics.list().map(({ message }) => message)).toEqual([
    '`metadata.labels["a\\n\\u001b[31mb c"]` of Model `x` is the number `1`, but must be a text',
  ]);
});

test('a file of kustomize is told as such', () => {
  const found = (text: string, file: string): readonly string[] =>
    compile([...base, ...documents(text, file)]).found.map(({ code, help }) => `${code} ${help}`);
  for (const file of ['specs/kustomization.yaml', 'specs/kustomization.yml', 'specs/a/Kustomization']) {
    expect(found('resources: [a.yaml]', file)).toEqual([expect.stringMatching(/^STW1101 Kustomize .*kustomize build/)]);
  }
  const text = 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization';
  expect(found(text, 'specs/kustomization.yaml')).toEqual([expect.stringMatching(/^STW1102 Kustomize /)]);
});
