import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { builtInRuntimes } from '../../src/dialects/index.ts';
import {
  containers,
  isReservedServerName,
  modelNameLimit,
  paths,
  ports,
  reservedPrefix,
  serverNameLimit,
  serverNamePattern,
  storeNameLimit,
} from '../../src/names/index.ts';
import { base, compile, documents } from '../support/linked.ts';

/** Neither dialects nor link may import names, so what they know of them is compared here. */

interface Named {
  readonly maxLength: number;
  readonly pattern: string;
}

function schema(kind: string) {
  return JSON.parse(readFileSync(new URL(`../../schemas/${kind}.schema.json`, import.meta.url), 'utf8'));
}

const server = (name: string, rest = '') =>
  documents(
    `{apiVersion: stowage.dev/v1alpha1, kind: Server, metadata: {name: ${name}}, spec: {runtime: mlserver, memory: 4Gi${rest}}}`,
  );
const codes = (inputs: ReturnType<typeof documents>) => compile([...base, ...inputs]).found.map(({ code }) => code);

test('names that the schemas allow are names that can be emitted', () => {
  const name: Named = schema('server').properties.metadata.properties.name;
  expect(name.maxLength).toBeLessThanOrEqual(serverNameLimit);
  expect(name.pattern).toBe(serverNamePattern.source);
  const model: Named = schema('model').properties.metadata.properties.name;
  expect(model.maxLength).toBeLessThanOrEqual(modelNameLimit);
  const store: Named = schema('environment').properties.spec.properties.stores.items.properties.name;
  expect(store.maxLength).toBeLessThanOrEqual(storeNameLimit);
});

test('reserved names of servers are refused', () => {
  for (const name of [`${reservedPrefix}x`, 'kubernetes', 'kubernetes-x', 'stowage']) {
    expect(codes(server(name)), name).toEqual(isReservedServerName(name) ? ['STW1224'] : []);
  }
});

test('ports of our own are refused, and those of built-in runtimes are none of them', () => {
  for (const { name, port } of Object.values(ports)) {
    const pod = `, pod: {containers: [{name: a, image: 'a:1', ports: [{containerPort: ${port}}]}]}`;
    expect(codes(server('x', pod)), name).toEqual(['STW1222']);
    for (const runtime of builtInRuntimes) expect(Object.values(runtime.ports)).not.toContain(port);
  }
});

test('containers of our own cannot be redefined', () => {
  for (const name of [containers.agent, containers.envoy]) {
    expect(codes(server('x', `, pod: {containers: [{name: ${name}, image: 'a:1'}]}`)), name).toEqual(['STW1221']);
  }
  expect(codes(server('x', `, pod: {containers: [{name: ${containers.server}}]}`))).toEqual([]);
});

test('built-in runtimes read the repository that the agent writes', () => {
  for (const { name, command, repositoryApi } of builtInRuntimes) {
    if (repositoryApi === 'v2') expect(command?.join(' '), name).toContain(paths.repository);
  }
});
