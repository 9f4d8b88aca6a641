import fc from 'fast-check';
import { expect } from 'vitest';
import { type Diagnostic, Diagnostics, renderGithub, renderJson, renderText } from '../../src/diagnostics/index.ts';
import { type Content, type Files, readCodes, readDocuments, readInputs, Sources } from '../../src/read/index.ts';
import { yamlPieces } from '../support/yaml-pieces.ts';

const samples = [
  'apiVersion: stowage.dev/v1alpha1\nkind: Model\nmetadata: {name: fraud, labels: {a: "b"}}\nspec:\n  memory: 4Gi\n  requires:\n    - avx\n    - \'two\'\n---\n# more\na: &x [1, 2.5, ~]\nb: *x\n...\n%YAML 1.2\n---\nc: |\n  text\n  more\nd: >-\n  folded\n\n  text\n',
  '{"a": [1, {"b": "\\u00e9\\n"}, null, true], "c": "\\"", "d": {}}',
  'a:\n  - b: !!str 1\n    ? c\n    : d\n  -\n    - x\n? [k]\n: v\n<<: {}\n__proto__: 1\na: 99999999999999999999\nu: https://a:b@c\n',
];

/** Texts near to YAML: samples with pieces put in, taken out, doubled and moved. */
export const nearYaml: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...samples),
    fc.array(
      fc.tuple(
        fc.nat(1_000),
        fc.nat(12),
        fc.oneof(fc.constantFrom(...yamlPieces), fc.string({ unit: 'binary', maxLength: 3 })),
      ),
      {
        maxLength: 8,
      },
    ),
  )
  .map(([sample, edits]) => edits.reduce((text, [at, gone, piece]) => splice(text, at, gone, piece), sample));

/** Bytes near to those of YAML: cut anywhere, with others put in. */
export const nearBytes: fc.Arbitrary<Uint8Array> = fc
  .tuple(nearYaml, fc.array(fc.tuple(fc.nat(1_000), fc.nat(4), fc.uint8Array({ maxLength: 4 })), { maxLength: 4 }))
  .map(([text, edits]) =>
    edits.reduce<Uint8Array>((bytes, [at, gone, put]) => {
      const from = at % (bytes.length + 1);
      return Uint8Array.from([...bytes.subarray(0, from), ...put, ...bytes.subarray(from + gone)]);
    }, new TextEncoder().encode(text)),
  );

function splice(text: string, at: number, gone: number, piece: string): string {
  const from = at % (text.length + 1);
  return text.slice(0, from) + piece + text.slice(from + gone);
}

const codes: ReadonlySet<string> = new Set(Object.values(readCodes).map(({ code }) => code));

/** Reads a text and prints all that is wrong with it. Nothing throws, and what comes out is in order. */
export function expectCalm(text: string): readonly Diagnostic[] {
  const source = { path: 'specs/a.yaml', text };
  const diagnostics = new Diagnostics();
  const documents = readDocuments(source, diagnostics);
  const list = diagnostics.list();
  const sources = new Sources([source]);
  for (const { code, origin, related } of list) {
    expect(codes.has(code)).toBe(true);
    for (const place of [origin, ...related.map((other) => other.origin)]) {
      expect(place && (place.span === undefined || sources.locate(place) !== undefined), text).toBe(true);
    }
  }
  for (const { index, value } of documents) {
    expect(JSON.parse(JSON.stringify(value))).toEqual(structuredClone(value));
    for (const key of Object.keys(value)) {
      const pointer = `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      expect(sources.locate({ file: source.path, document: index, pointer, part: 'key' })).toBeDefined();
    }
  }
  const printed = renderText(list, { sources, color: false }) + renderGithub(list, { sources });
  expect(printed).not.toMatch(
    /(?<![\w…])(AKIAIOSFODNN7EXAMPLE|eyJhbGciOiJIUzI1NiJ9)|ghp_0123456789abcdefghij|xoxb-0123456789/,
  );
  JSON.parse(renderJson(list, { sources }));
  return list;
}

/** Reads bytes as a file of a folder would be. Either they are a text, or that is reported. */
export function expectCalmBytes(bytes: Uint8Array): void {
  const files: Files = {
    kindOf: () => 'file',
    list: () => [],
    read: (): readonly Content[] => [bytes],
  };
  const diagnostics = new Diagnostics();
  const sources = readInputs('/', ['a.yaml'], { files }, diagnostics);
  expect(sources.length + diagnostics.count('error')).toBe(1);
  for (const { text } of sources) expectCalm(text);
}
