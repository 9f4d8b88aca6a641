import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { emitApplicationSet, emitters } from '../../src/emit/index.ts';
import { type Delivery, isObject, type Json, type JsonObject } from '../../src/ir/index.ts';
import { fleets } from '../support/emitted-fleets.ts';
import { aDelivery, aFleet, anEnvironment, aPlan } from '../support/nodes.ts';

const fleet = aFleet();
const emitted = (delivery?: Delivery) => emitters['argocd']?.(fleet, aPlan(fleet), delivery) ?? [];

function applicationOf(changes: Partial<Delivery>): JsonObject {
  const [file] = emitted(aDelivery(changes));
  return parse(file?.text ?? '') as JsonObject;
}

/** As Argo CD merges the template of a generator over that of the set. */
function merged(over: Json, under: Json): Json {
  if (!isObject(over) || !isObject(under)) return over;
  const entries = Object.keys({ ...over, ...under }).map((key) => [
    key,
    key in over && key in under ? merged(over[key] as Json, under[key] as Json) : ((over[key] ?? under[key]) as Json),
  ]);
  return Object.fromEntries(entries) as JsonObject;
}

test('nothing is emitted where nobody says how the output gets to the cluster', () => {
  expect(emitted()).toEqual([]);
});

test('an Application lies where Argo CD does not take it for one of the manifests that it names', () => {
  expect(emitted(aDelivery()).map(({ path }) => path)).toEqual(['application.yaml', 'namespace.yaml']);
  expect(applicationOf({})).toMatchObject({ spec: { source: { path: 'dist/test/manifests' } } });
});

test('what Argo CD reads is below the folder of the project', () => {
  expect(applicationOf({ folder: 'teams/shop', output: 'out' })).toMatchObject({
    spec: { source: { path: 'teams/shop/out/manifests' } },
  });
});

test('a cluster is named, or given by the URL of its API server', () => {
  expect(applicationOf({ cluster: 'eu-1' })).toMatchObject({
    spec: { destination: { name: 'eu-1', namespace: 'models' } },
  });
  expect(applicationOf({ cluster: 'https://10.0.0.1:6443' })).toMatchObject({
    spec: { destination: { server: 'https://10.0.0.1:6443', namespace: 'models' } },
  });
});

test('a plugin is run in the folder of the project, and told the environment', () => {
  const source = { plugin: { name: 'stowage', parameters: [{ name: 'environment', string: 'test' }] } };
  expect(applicationOf({ plugin: 'stowage' })).toMatchObject({ spec: { source: { path: '.', ...source } } });
  expect(applicationOf({ plugin: 'stowage', folder: 'shop' })).toMatchObject({
    spec: { source: { path: 'shop', ...source } },
  });
});

test('the ApplicationSet looks for the very folder of the output, whose name is no pattern', () => {
  const [file] = emitApplicationSet([{ environment: anEnvironment(), delivery: aDelivery({ output: 'dist/[eu]*?' }) }]);
  expect(parse(file?.text ?? '')).toMatchObject({
    spec: { generators: [{ git: { directories: [{ path: 'dist/\\[eu]\\*\\?/manifests' }] } }] },
  });
});

test('the ApplicationSet makes the Applications that are emitted, whatever the folders hold', () => {
  const deliveries = [aDelivery(), aDelivery({ output: 'o', cluster: 'eu-1', revision: 'live', folder: 'shop' })];
  const environments = [anEnvironment(), anEnvironment({ name: 'other', namespace: 'elsewhere' })];
  const delivered = environments.map((environment, at) => ({ environment, delivery: deliveries[at]! }));
  const [file] = emitApplicationSet([delivered[0]!, delivered[1]!]);
  const { spec } = parse(file?.text ?? '') as {
    spec: {
      template: JsonObject;
      generators: { git: { directories: { path: string }[]; revision: string; template: JsonObject } }[];
    };
  };
  const made = spec.generators.map(({ git: { directories, template } }) => {
    const text = JSON.stringify(merged(template, spec.template));
    return JSON.parse(text.replaceAll('{{ .path.path }}', directories[0]?.path ?? '')) as JsonObject;
  });
  expect(JSON.stringify(made)).not.toContain('{{');
  const expected = delivered.map(({ environment, delivery }) => {
    const [application] = emitters['argocd']?.({ ...fleet, environment }, aPlan(fleet), delivery) ?? [];
    const { metadata, spec } = parse(application?.text ?? '');
    // A set makes Applications in its own namespace.
    const { namespace, ...rest } = metadata;
    expect(namespace).toBe('argocd');
    return { metadata: rest, spec };
  });
  expect(made).toEqual(expected);
});

test.each(Object.entries(fleets))(
  'fleet %s: the replicas of autoscaled servers alone are left as they are',
  (_, each) => {
    const objects = (emitters['kubernetes']?.(each, aPlan(each)) ?? [])
      .filter(({ path }) => path.startsWith('manifests/'))
      .map(({ text }) => parse(text));
    const names = (kind: string) => objects.filter((o) => o.kind === kind);
    const marked = names('StatefulSet').filter(
      (o) => o.metadata.annotations?.['stowage.dev/replicas'] === 'autoscaled',
    );
    expect(marked.map((o) => o.metadata.name)).toEqual(
      // Also where somebody else's autoscaler may: none of ours is needed for that.
      each.servers
        .filter(({ autoscale, replicas }) => autoscale !== undefined && replicas.min < replicas.max)
        .map(({ name }) => name)
        .toSorted(),
    );
  },
);
