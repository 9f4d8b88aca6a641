import fc from 'fast-check';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { yamlText } from '../../src/emit/index.ts';
import type { JsonObject } from '../../src/ir/index.ts';
import { anyObject, nastyStrings } from './nasty-strings.ts';

test('is written as people write it', () => {
  const text = yamlText({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'a', labels: { 'app.kubernetes.io/part-of': 'stowage', y: 'yes' } },
    list: [{ a: 1, b: [true, 'x'] }, 'plain', ['in', 'in'], {}, []],
    data: { 'a.json': '{\n  "a": 1\n}\n', 'b.txt': 'one\n\ntwo', 'c.txt': 'kept\n\n', 'd.txt': '\ttab\n' },
  });
  expect(text).toMatchInlineSnapshot(`
    "apiVersion: v1
    kind: ConfigMap
    metadata:
      name: a
      labels:
        app.kubernetes.io/part-of: stowage
        "y": "yes"
    list:
      - a: 1
        b:
          - true
          - x
      - plain
      - - in
        - in
      - {}
      - []
    data:
      a.json: |
        {
          "a": 1
        }
      b.txt: |-
        one

        two
      c.txt: |+
        kept

      d.txt: "\\ttab\\n"
    "
  `);
});

test.each([
  ['yaml, core schema', (text: string): unknown => parse(text)],
  ['yaml, version 1.1', (text: string): unknown => parse(text, { version: '1.1' })],
  ['js-yaml', (text: string): unknown => load(text)],
])('%s reads back what was meant', (_name, read) => {
  const all = Object.fromEntries(nastyStrings.map((text, index) => [`k${index}`, text]));
  expect(read(yamlText(all))).toEqual(all);
  const keys = Object.fromEntries(nastyStrings.filter((key) => key.length < 500).map((key) => [key, 1]));
  expect(read(yamlText(keys))).toEqual(keys);
  fc.assert(
    fc.property(anyObject, (value) => {
      expect(read(yamlText(value as JsonObject))).toEqual(value);
    }),
    { seed: 7, numRuns: 500 },
  );
});

test('absent fields are left out', () => {
  const absent: Record<string, string | undefined> = { a: 'x', b: undefined };
  expect(yamlText(absent as JsonObject)).toBe('a: x\n');
});
