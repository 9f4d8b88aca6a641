import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dialectCodes } from '../../src/dialects/index.ts';
import type { Json, JsonObject } from '../../src/ir/index.ts';
import { linkCodes } from '../../src/link/index.ts';
import type { Document } from '../../src/read/index.ts';
import { compile, documents } from '../dialects/support.ts';

const fixture = (name: string) =>
  documents(readFileSync(new URL(`fixtures/${name}.yaml`, import.meta.url), 'utf8'), `specs/${name}.yaml`);
const valid = [...fixture('rich'), ...fixture('models'), ...fixture('pods')];
const demands = { constructor: { memory: 40 }, risk: { memory: 100 } };
const sizes = { origin: { file: 'specs/models.yaml', document: 0 }, models: demands };
const codes = new Set([...Object.values(dialectCodes).map(({ code }) => code as string), ...Object.keys(linkCodes)]);

type Path = readonly (string | number)[];

/** Every node of a value, the root included. */
function paths(value: Json, at: Path = []): readonly Path[] {
  if (value === null || typeof value !== 'object') return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => paths(inner, [...at, key]))];
}

function replaced(value: Json, [step, ...rest]: Path, by: Json | undefined): Json | undefined {
  if (step === undefined) return by;
  // An earlier change took the place away.
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    return value.flatMap((item: Json, index) =>
      String(index) === String(step) ? (replaced(item, rest, by) ?? []) : [item],
    ) as readonly Json[];
  }
  const entries = Object.entries(value).map(([key, inner]) => [key, key === step ? replaced(inner, rest, by) : inner]);
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined)) as JsonObject;
}

const places = valid.flatMap((document, index) => paths(document.value).map((path) => ({ index, path })));
const values = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }).map((value) => value as Json),
  fc.constantFrom<Json | undefined>(
    undefined,
    null,
    '',
    0,
    -1,
    0.1,
    1e308,
    2 ** 53,
    '1Gi',
    '0',
    '-5Mi',
    '1e99',
    '9e99Gi',
    'P1D',
    '999999h',
    'sklearn',
    '__proto__',
    'constructor',
    's3://',
    's3://a',
    'latest',
    'tenant=',
    'runtime=mlserver',
    'cpu',
    [],
    [null],
    {},
    { name: null },
    { name: 'server' },
    [{ name: 'server', env: null, resources: 3, ports: [null], securityContext: [] }],
    'x'.repeat(5000),
    '\u0000\ud800',
  ),
);

test('whatever stands in a document, faults are reported and nothing is thrown', () => {
  let fleets = 0;
  fc.assert(
    fc.property(
      fc.array(fc.record({ place: fc.nat(places.length - 1), value: values }), { minLength: 1, maxLength: 3 }),
      (changes) => {
        const inputs: Document[] = [...valid];
        for (const { place, value } of changes) {
          const { index, path } = places[place]!;
          const document = inputs[index]!;
          const next = replaced(document.value, path, value);
          const isObject = next !== null && typeof next === 'object' && !Array.isArray(next);
          inputs[index] = { ...document, value: isObject ? (next as JsonObject) : {} };
        }
        const { fleet, found } = compile(inputs, sizes);
        if (fleet) fleets++;
        expect(fleet === undefined).toBe(found.some(({ severity }) => severity === 'error'));
        for (const { code, message, help, origin } of found) {
          expect(codes).toContain(code);
          expect(message.length + (help ?? '').length).toBeLessThan(2500);
          expect(`${message} ${help ?? ''}`).not.toMatch(/\[object|NaN|Infinity|\n/);
          expect(origin === undefined ? 'STW1201' : inputs.some(({ file }) => file === origin.file)).toBeTruthy();
        }
      },
    ),
    { seed: 7, numRuns: 300 },
  );
  expect(fleets).toBeGreaterThan(10);
});
