import { expect, test } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import { readDocuments } from '../../src/read/index.ts';

function read(text: string) {
  const diagnostics = new Diagnostics();
  const documents = readDocuments({ path: 'specs/a.yaml', text }, diagnostics);
  return { documents, diagnostics: diagnostics.list(), codes: diagnostics.list().map(({ code }) => code) };
}

function readValue(text: string): unknown {
  const { documents, diagnostics } = read(text);
  expect(diagnostics).toEqual([]);
  return documents[0]?.value;
}

test('resolves plain scalars by the core schema of YAML 1.2', () => {
  expect(
    readValue(`
nulls: [null, Null, NULL, ~, ]
booleans: [true, True, TRUE, false, False, FALSE]
integers: [0, -0, +12, 007, 0o17, 0x1F, 9007199254740991, -9007199254740991]
floats: [1.5, -.5, 5., 1e3, 1.5E-3, +2.0]
strings: [yes, No, on, y, 1:30, 1_000, 0b11, 0O17, 0X1F, -0x1, +, '-', '.', 1.2.3, 1e, v1, 2024-01-01, nUll, tRue, ~a, .infinity]
empty:
`),
  ).toEqual({
    nulls: [null, null, null, null],
    booleans: [true, true, true, false, false, false],
    integers: [0, 0, 12, 7, 15, 31, 9007199254740991, -9007199254740991],
    floats: [1.5, -0.5, 5, 1000, 0.0015, 2],
    strings: [
      ...['yes', 'No', 'on', 'y', '1:30', '1_000', '0b11', '0O17', '0X1F', '-0x1', '+', '-', '.', '1.2.3', '1e', 'v1'],
      ...['2024-01-01', 'nUll', 'tRue', '~a', '.infinity'],
    ],
    empty: null,
  });
});

test('honours the tags of the core schema, each on its own kind of value', () => {
  expect(
    readValue(
      'a: !!str 12\nb: !!int 12\nc: !!float 12\nd: !!bool true\ne: !!null\nf: !!map {}\ng: !!seq []\nh: ! 12\ni: !<tag:yaml.org,2002:str> 1\nj: !!str\n',
    ),
  ).toEqual({ a: '12', b: 12, c: 12, d: true, e: null, f: {}, g: [], h: '12', i: '1', j: '' });
  for (const wrong of [
    '!!int 1.5',
    '!!int x',
    '!!int "1"',
    '!!bool yes',
    '!!null x',
    '!!map []',
    '!!seq {}',
    '!!str {}',
  ]) {
    expect(read(`a: ${wrong}`).codes, wrong).toEqual(['STW1003']);
  }
  for (const unknown of ['!!binary aGk=', '!!timestamp 2024-01-01', '!!set {}', '!local x', '!<x> y']) {
    expect(read(`a: ${unknown}`).codes, unknown).toEqual(['STW1003']);
  }
});

test('keeps on reading after a document with a fault', () => {
  const { documents, codes } = read('a: 1\n---\nb: [\n---\nc: 3\n---\nd: 1\nd: 2\n---\n"e\n---\nf: 6\n');
  expect(codes).toEqual(['STW1001', 'STW1006', 'STW1001']);
  expect(documents.map(({ index, value }) => [index, value])).toEqual([
    [0, { a: 1 }],
    [2, { c: 3 }],
    [5, { f: 6 }],
  ]);
});

test('counts empty documents in the index', () => {
  const { documents, codes } = read('---\n# nothing\n---\na: 1\n---\n---\nb: 2\n...\n');
  expect(codes).toEqual([]);
  expect(documents.map(({ index }) => index)).toEqual([1, 3]);
});

test('gives plain objects that keys of any name leave safe', () => {
  const value = readValue('toString: a\nhasOwnProperty: b\ntoJSON: c\nvalueOf: d\n"": e\n"1": f\n') as object;
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(JSON.parse(JSON.stringify(value))).toEqual(structuredClone(value));
  expect(Object.keys(value).length).toBe(6);
});

test('decodes double-quoted text: escapes, folded lines, escaped line breaks with empty lines after them', () => {
  expect(readValue('a: "\\x41\\u00e9\\U0001F600\\ud83d\\ude00\\t\\/\\\\\\""\n')).toEqual({ a: 'Aé😀😀\t/\\"' });
  expect(readValue('a: "x  \n  y\n\n\n  z\\  \n  w"\n')).toEqual({ a: 'x y\n\nz  w' });
  expect(readValue('a: "x \\\n   y \\\r\n\r\n\n   z"\n')).toEqual({ a: 'x y \n\nz' });
});
