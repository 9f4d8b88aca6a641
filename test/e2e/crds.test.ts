import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { emitters } from '../../src/emit/index.ts';
import { isObject, type Json, type JsonObject } from '../../src/ir/index.ts';
import { crdFiles } from '../cluster/crds/index.ts';
import { fleets } from '../support/emitted-fleets.ts';
import { aDelivery, aPlan } from '../support/nodes.ts';

/**
 * Objects of kinds that are others', by the schemas in those projects' own CRDs: no field that they do not know, no
 * value that they refuse, no default that they would write in. Their rules in CEL are for a real API server.
 */

interface Crd {
  readonly kind: 'CustomResourceDefinition';
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly { readonly name: string; readonly schema: { readonly openAPIV3Schema: JsonObject } }[];
  };
}

/** A pattern of Go's, which may begin by saying that case does not matter. */
const goPattern = Object.assign(
  (pattern: string, flags: string) =>
    new RegExp(pattern.replace('(?i)', ''), pattern.includes('(?i)') ? `${flags}i` : flags),
  { code: 'goPattern' },
);

/** In no module that the Go module proxy has; the fields stand in Emissary-ingress's sources. */
const without = new Set(['getambassador.io/v3alpha1 Mapping']);

const schemas: ReadonlyMap<string, JsonObject> = new Map(
  crdFiles()
    .flatMap(({ path }) =>
      parseAllDocuments(readFileSync(path, 'utf8')).map((document) => document.toJS() as Crd | null),
    )
    .flatMap((crd) => {
      if (crd?.kind !== 'CustomResourceDefinition') return [];
      const { group, names, versions } = crd.spec;
      return versions.map(({ name, schema }) => [`${group}/${name} ${names.kind}`, schema.openAPIV3Schema] as const);
    }),
);

const ours = Object.entries(fleets).flatMap(([fleet, nodes]) =>
  Object.values(emitters)
    .flatMap((emit) => emit(nodes, aPlan(nodes), aDelivery()))
    .filter(({ path }) => path.endsWith('.yaml'))
    .flatMap(({ path, text }) => {
      const object = parse(text) as { apiVersion: string; kind: string } & JsonObject;
      const type = `${object.apiVersion} ${object.kind}`;
      // Kubernetes' own groups have no dot, or end with its own domain.
      return /^([a-z]+\/)?v\d|k8s\.io\/v|^kustomize/.test(type) && !schemas.has(type)
        ? []
        : [{ fleet, path, type, object }];
    }),
);

test('there are objects of every project that the compiler knows', () => {
  const types = new Set(ours.map(({ type }) => type));
  for (const kind of [
    'HTTPRoute',
    'GRPCRoute',
    'BackendTLSPolicy',
    'VirtualService',
    'DestinationRule',
    'IngressRoute',
  ]) {
    expect([...types].join(), kind).toContain(` ${kind}`);
  }
  expect([...types].filter((type) => !schemas.has(type) && !without.has(type))).toEqual([]);
});

describe.each(
  Map.groupBy(ours, ({ type }) => type)
    .keys()
    .filter((type) => !without.has(type))
    .toArray(),
)('%s', (type) => {
  const schema = schemas.get(type) ?? {};
  const validate = new Ajv({
    strict: false,
    validateFormats: false,
    allErrors: true,
    code: { regExp: goPattern },
  }).compile(strict(whole(schema)));

  test.each(ours.filter((one) => one.type === type))('$fleet $path', ({ object }) => {
    validate(object);
    expect(validate.errors ?? []).toEqual([]);
    expect([...defaults(schema, object)]).toEqual([]);
  });
});

/** Every object has these, named or not. */
function whole(schema: JsonObject): JsonObject {
  const { properties } = schema;
  return { ...schema, properties: { apiVersion: {}, kind: {}, metadata: {}, ...(isObject(properties) && properties) } };
}

/** The schema as strict validation takes it: a field that it does not name is a fault. */
function strict(schema: Json): JsonObject {
  if (!isObject(schema)) return {};
  const inner = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (key === 'properties' && isObject(value)) {
        return [key, Object.fromEntries(Object.entries(value).map(([name, field]) => [name, strict(field)]))];
      }
      return [key, (key === 'items' || key === 'additionalProperties') && isObject(value) ? strict(value) : value];
    }),
  );
  const closed = isObject(schema['properties']) && schema['x-kubernetes-preserve-unknown-fields'] !== true;
  return closed && !('additionalProperties' in schema) ? { ...inner, additionalProperties: false } : inner;
}

/** The fields that the API server would write into a value. */
function* defaults(schema: Json | undefined, value: Json | undefined, path = ''): Generator<string> {
  if (!isObject(schema)) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* defaults(schema['items'], item as Json, `${path}/${index}`);
    return;
  }
  if (!isObject(value)) return;
  const { properties, additionalProperties } = schema;
  for (const [name, field] of Object.entries(isObject(properties) ? properties : {})) {
    if (isObject(field) && 'default' in field && !(name in value)) yield `${path}/${name}`;
    yield* defaults(field, value[name], `${path}/${name}`);
  }
  for (const [name, item] of Object.entries(isObject(additionalProperties) ? value : {})) {
    yield* defaults(additionalProperties, item, `${path}/${name}`);
  }
}
