import { expect, test } from 'vitest';
import type { Origin } from '../../src/diagnostics/index.ts';
import { Sources } from '../../src/read/index.ts';

const path = 'specs/a.yaml';

/** What an origin covers on its first line, as `line:column text`. */
function place(text: string, origin: Omit<Origin, 'file'>): string | undefined {
  const found = new Sources([{ path, text }]).locate({ file: path, ...origin });
  return (
    found && `${found.line}:${found.column} ${found.text.slice(found.column - 1, found.column - 1 + found.length)}`
  );
}

const text = `# first
a: 1
---
name: "fraud"   # the name
list:
  - x
  -
  - { k: [1, 22], "odd/~ key": v }
map:
  inner: 'two words'
empty:
text: |  # a block
  line one
  line two
folded:
  >-
  abc
tagged: !!str 12
anchored: &base
  memory: 4Gi
again: *base
`;

test.each([
  ['/name', '4:7 "fraud"'],
  ['/list', '6:3 - x'],
  ['/list/0', '6:5 x'],
  ['/list/1', '7:3 -'],
  ['/list/2', '8:5 { k: [1, 22], "odd/~ key": v }'],
  ['/list/2/k', '8:10 [1, 22]'],
  ['/list/2/k/1', '8:14 22'],
  ['/list/2/odd~1~0 key', '8:32 v'],
  ['/map', `10:3 inner: 'two words'`],
  ['/map/inner', `10:10 'two words'`],
  ['/empty', '11:1 empty'],
  ['/text', '12:7 |  # a block'],
  ['/folded', '16:3 >-'],
  ['/tagged', '18:9 !!str 12'],
  ['/anchored/memory', '20:11 4Gi'],
  ['/again', '21:8 *base'],
  ['/again/memory', '20:11 4Gi'],
  ['/map/absent', '9:1 map'],
  ['/map/absent/deeper', '9:1 map'],
  ['/list/7', '5:1 list'],
  ['/again/absent', '21:1 again'],
  ['/absent', '4:1 name: "fraud"   # the name'],
  ['', '4:1 name: "fraud"   # the name'],
])('finds %s', (pointer, expected) => {
  expect(place(text, { document: 1, pointer })).toBe(expected);
});

test.each([
  ['/name', '4:1 name'],
  ['/list/2/odd~1~0 key', '8:19 "odd/~ key"'],
  ['/list/0', '6:5 x'],
  ['/again/memory', '20:3 memory'],
])('finds the key of %s', (pointer, expected) => {
  expect(place(text, { document: 1, pointer, part: 'key' })).toBe(expected);
});

test('knows lines that end with CR LF and CR, tabs, and a byte order mark', () => {
  expect(place('\ufeffa: 1\r\nb:\tx\r\nc: y', { document: 0, pointer: '/a' })).toBe('1:4 1');
  expect(place('\ufeffa: 1\r\nb:\tx\r\nc: y', { document: 0, pointer: '/b' })).toBe('2:4 x');
  expect(place('a: 1\rb:\t\tx\rc: y', { document: 0, pointer: '/c' })).toBe('3:4 y');
});

test('finds places in a file with a syntax error, before it, in it and after it', () => {
  const broken = 'a: 1\n---\nb: [\n---\n\nc: 3\n';
  expect(place(broken, { document: 0, pointer: '/a' })).toBe('1:4 1');
  expect(place(broken, { document: 1, pointer: '/b' })).toBe('3:1 b');
  expect(place(broken, { document: 2, pointer: '/c' })).toBe('6:4 3');
  expect(place(broken, { document: 2, span: [9, 10] })).toBe('3:1 b');
});

test('keeps a span within its text, and a span over lines within the first', () => {
  expect(place('a: 1', { span: [4, 5] })).toBe('1:5 ');
  expect(place('a: 1', { span: [400, 500] })).toBe('1:5 ');
  expect(place('a: "x\n  y"\n', { document: 0, pointer: '/a' })).toBe('1:4 "x');
  expect(place('', { span: [0, 1] })).toBe('1:1 ');
});

test('knows nothing of other files, other documents and files as a whole', () => {
  const sources = new Sources([{ path, text }]);
  expect(sources.locate({ file: 'other.yaml', document: 0 })).toBeUndefined();
  expect(sources.locate({ file: path, document: 9, pointer: '/a' })).toBeUndefined();
  expect(sources.locate({ file: path })).toBeUndefined();
});

test('masks secrets in the lines it gives out, whatever the fault is about', () => {
  const secret = 'a: "https://user:hunter2@host/x" # AKIAIOSFODNN7EXAMPLE\n-----BEGIN PRIVATE KEY-----\nMIIE\n';
  const sources = new Sources([{ path, text: secret }]);
  const first = sources.locate({ file: path, span: [0, 1] })?.text;
  expect(first).toBe('a: "https://************@host/x" # ********************');
  expect(sources.locate({ file: path, span: [86, 87] })?.text).toBe('****');
});
