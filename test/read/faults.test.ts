import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import { readDocuments, Sources, stdinPath } from '../../src/read/index.ts';

/** Each fault as `code line:column what it covers`. */
function faultsOf(text: string, path = 'specs/a.yaml'): readonly string[] {
  const diagnostics = new Diagnostics();
  const source = { path, text };
  readDocuments(source, diagnostics);
  const sources = new Sources([source]);
  return diagnostics.list().map(({ code, origin }) => {
    const at = origin && sources.locate(origin);
    return at ? `${code} ${at.line}:${at.column} ${at.text.slice(at.column - 1, at.column - 1 + at.length)}` : code;
  });
}

const deep = (depth: number): string => `a: ${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}`;

test.each<[string, ...string[]]>([
  // Syntax: where reading stopped, or the last thing before it that can be seen.
  ['a: 1\nb: [1, 2\n', 'STW1001 2:8 2'],
  ['a: "x\nb: 2\n', 'STW1001 2:1 b'],
  ['a: "x\n', 'STW1001 1:5 x'],
  ['a: {b: 1 c: 2}', 'STW1001 1:11 :'],
  ['a: b: c', 'STW1001 1:5 :'],
  ['a: @x', 'STW1001 1:4 @'],
  ['a:\n\tb: 1', 'STW1001 2:1 \t'],
  ['a: 1\n b: 2', 'STW1001 2:3 :'],
  ['a: "\\q"', 'STW1001 1:6 q'],
  ['a: 1\n}', 'STW1001 2:1 }'],
  ['a: !<x\n', 'STW1001 1:6 x'],
  ['a: !u!x y\n', 'STW1001 1:7 x'],

  ['%YAML 1.1\n---\na: 1', 'STW1002 1:1 %YAML 1.1'],
  ['%TAG ! tag:x,2000:\n---\na: 1', 'STW1002 1:1 %TAG ! tag:x,2000:'],
  ['# c\n%YAML 1.2\n%FOO bar\n---\na: 1', 'STW1002 3:1 %FOO bar'],
  ['%YAML 1.3\n---\na: 1', 'STW1002 1:1 %YAML 1.3'],
  ['a: 1\n...\n%YAML 2.0\n---\na: 1', 'STW1002 3:1 %YAML 2.0'],
  ['{a: "x\n%y"}'],
  ['%YAML 1.2 # as it should be\n---\na: 1'],

  ['a: !x [1]', 'STW1003 1:4 !x'],
  ['!x a: 1', 'STW1003 1:1 !x'],
  ['a: !!int 1.5', 'STW1003 1:4 !!int'],

  ['a: &x\n  b: *x', 'STW1005 2:6 *x'],
  ['a: *x', 'STW1005 1:4 *x'],
  ['a: &x 1\n---\nb: *x', 'STW1005 3:4 *x'],

  ['a: 1\nb: 2\n"a": 3\na: 4', 'STW1006 3:1 "a"', 'STW1006 4:1 a'],
  ['{a: {b: 1, b: 2}}', 'STW1006 1:12 b'],
  ['? |\n  a\n: 1\n? >\n  a\n: 2', 'STW1006 5:1   a'],

  [
    'a: {__proto__: 1}\nconstructor: 2\nprototype: 3',
    'STW1007 1:5 __proto__',
    'STW1007 2:1 constructor',
    'STW1007 3:1 prototype',
  ],
  ['"\\x5f_proto__": 1', 'STW1007 1:1 "\\x5f_proto__"'],

  ['1: a\ntrue: b\n1.5: c', 'STW1008 1:1 1', 'STW1008 2:1 true', 'STW1008 3:1 1.5'],
  ['{a: 1}: b', 'STW1008 1:1 {'],
  ['? - a\n: b', 'STW1008 1:3 -'],
  ['a: 1\n: 2', 'STW1008 2:1 :'],
  ['a: &x y\n*x : 1', 'STW1008 2:1 *x'],
  ['!!int 1: a', 'STW1008 1:7 1'],
  ['!!str 1: a'],

  ['a: &x {}\nb:\n  <<: *x', 'STW1009 3:3 <<'],
  ['"<<": 1'],

  ['a: 9007199254740992', 'STW1010 1:4 9007199254740992'],
  ['a: -9007199254740993', 'STW1010 1:4 -9007199254740993'],
  ['a: 0xFFFFFFFFFFFFFF', 'STW1010 1:4 0xFFFFFFFFFFFFFF'],
  [
    'a: [1e309, -.inf, .NaN, 1e-400]',
    'STW1010 1:5 1e309',
    'STW1010 1:12 -.inf',
    'STW1010 1:19 .NaN',
    'STW1010 1:25 1e-400',
  ],
  ['a: !!float .inf', 'STW1010 1:12 .inf'],
  ['12345678901234567890: a', 'STW1010 1:1 12345678901234567890'],
  ['a: [0e-400, 00000000000000000000000001, 9007199254740991, "1e309"]'],

  [deep(64)],
  [deep(65), 'STW1012 1:67 ['],
  [deep(80), 'STW1012 1:69 ['],
  [`a: &x ${'['.repeat(40)}${']'.repeat(40)}\nb: ${'['.repeat(30)}*x${']'.repeat(30)}`, 'STW1012 2:34 *x'],

  ['a: \u0007', 'STW1014 1:4 \u0007'],
  ['a: 1 # \u0000', 'STW1014 1:8 \u0000'],
  ['a: "\ud800"', 'STW1014 1:5 \ud800'],
  ['a: \udc00', 'STW1014 1:4 \udc00'],
  ['a: 1\n\ufeffb: 2', 'STW1014 2:1 \ufeff'],
  ['a: "\\0"', 'STW1014 1:4 "\\0"'],
  ['a: "\\ud800"', 'STW1014 1:4 "\\ud800"'],
  ['a: "\\U00110000"', 'STW1014 1:4 "\\U00110000"'],
  ['a: "\\ud83d\\ude00\\U0001F600\\t\\n"'],

  ['a: https://u:p@h/x', 'STW1016 1:12 ***'],
  ['a: 1 # AKIAIOSFODNN7EXAMPLE', 'STW1016 1:8 ********************'],
  ['ghp_0123456789abcdefghij: 1', 'STW1016 1:1 ************************'],
  ['a: AIza0123456789_-0123456789', 'STW1016 1:4 **************************'],
  ['a: xoxb-0123456789-a', 'STW1016 1:4 *****************'],
  ['a: eyJhbGciOiJIUzI1NiJ9.e30', 'STW1016 1:4 ************************'],
  [
    'a: |\n  -----BEGIN RSA PRIVATE KEY-----\n  MIIE\n  -----END RSA PRIVATE KEY-----\n',
    'STW1016 2:3 *******************************',
  ],
  ['a: s3://bucket/path@1, b@c.d, eyJ, AKIA, xoxo, https://host/a@b'],

  ['- a', 'STW1017 1:1 -'],
  ['[a]', 'STW1017 1:1 ['],
  ['text', 'STW1017 1:1 text'],
  ['--- "x"', 'STW1017 1:5 "x"'],
  ['null', 'STW1017 1:1 null'],
])('%j', (text, ...expected) => {
  expect(faultsOf(text)).toEqual(expected);
});

test('the first of two keys is shown with the second', () => {
  const diagnostics = new Diagnostics();
  readDocuments({ path: 'a.yaml', text: 'a: 1\nb: {}\na: 2\na: 3\n' }, diagnostics);
  expect(diagnostics.list().map(({ related }) => related)).toEqual([
    [{ origin: { file: 'a.yaml', document: 0, span: [0, 1] }, message: 'first written here' }],
    [{ origin: { file: 'a.yaml', document: 0, span: [0, 1] }, message: 'first written here' }],
  ]);
});

test('a key that lacks only quotes has a fix', () => {
  const text = 'a:\n  8080: x\n  ~: y\n  : z\n';
  const diagnostics = new Diagnostics();
  readDocuments({ path: 'a.yaml', text }, diagnostics);
  expect(diagnostics.list().map(({ fix }) => fix && [text.slice(...fix.origin.span!), fix.text])).toEqual([
    ['8080', '"8080"'],
    ['~', '"~"'],
    undefined,
  ]);
});

test('messages hold no secret, and long text is cut', () => {
  const diagnostics = new Diagnostics();
  const key = `"${'k'.repeat(100)}": 1\n`;
  readDocuments({ path: 'a.yaml', text: key + key }, diagnostics);
  expect(diagnostics.list()[0]?.message).toBe(`The key \`${'k'.repeat(60)}…\` is written twice in this mapping`);
});

describe('limits', () => {
  const bomb = (levels: number): string =>
    `a0: &a0 [x]\n${Array.from({ length: levels }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(10)}]\n`).join('')}`;

  test('aliases may repeat a little', () => {
    expect(faultsOf(bomb(3))).toEqual([]);
  });

  test('aliases that repeat more than 1 MiB are refused where they first do, once a file', () => {
    expect(faultsOf(`${bomb(20)}---\n${bomb(20)}---\na: 1\n`)).toEqual(['STW1004 6:30 *a4']);
  });

  test('aliases of long strings count by their length', () => {
    const text = (copies: number): string => `a: &a ${'x'.repeat(100_000)}\nb: [${'*a, '.repeat(copies)}]\n`;
    expect(faultsOf(text(10))).toEqual([]);
    expect(faultsOf(text(11))).toEqual(['STW1004 2:45 *a']);
  });

  test('a file may hold 1 MiB, counted in bytes', () => {
    const mebibyte = 1024 * 1024;
    const text = (character: string, bytes: number): string => `# ${character.repeat(bytes)}`;
    expect(faultsOf(text('x', mebibyte - 2))).toEqual([]);
    expect(faultsOf(text('x', mebibyte - 1))).toEqual(['STW1011']);
    expect(faultsOf(text('é', mebibyte / 2 - 1))).toEqual([]);
    expect(faultsOf(text('é', mebibyte / 2))).toEqual(['STW1011']);
    expect(faultsOf(text('x', mebibyte), stdinPath)).toEqual([]);
  });

  test('a file may hold 10,000 documents, and those are read', () => {
    const text = (count: number): string => Array.from({ length: count }, (_, i) => `a: ${i}\n`).join('---\n');
    expect(faultsOf(text(10_000))).toEqual([]);
    expect(faultsOf(text(10_001))).toEqual(['STW1013 20001:1 a: 10000']);
    expect(faultsOf(text(10_001), stdinPath)).toEqual([]);
    const documents = readDocuments({ path: 'a.yaml', text: text(10_001) }, new Diagnostics());
    expect(documents.length).toBe(10_000);
    // The same where a fault makes the reader go document by document.
    expect(faultsOf(`[\n---\n${text(10_001)}`)).toEqual(['STW1001 1:1 [', 'STW1013 20001:1 a: 9999']);
  });

  // Each of these takes minutes where some step is not linear, and a fraction of a second where all are.
  test.each<[string, string]>([
    ['broken documents', '[\n---\n'.repeat(9_000)],
    ['keys written twice', 'a: 1\n'.repeat(100_000)],
    ['keys written twice on one line', `{${'a: 1,'.repeat(100_000)}}`],
    ['secrets on one line', 'x://a@b '.repeat(100_000)],
    ['starts of secrets', 'eyJ'.repeat(300_000)],
    ['starts of keys', 'PRIVATE KEY-----'.repeat(60_000)],
    ['starts of URLs', '://'.repeat(300_000)],
    ['anchors and aliases', `a: [${'&x y, *x, '.repeat(80_000)}]`],
    ['aliases of one large value', `a: &x [${'1,'.repeat(200_000)}]\nb: [${'*x, '.repeat(100_000)}]`],
    ['empty keys', '{: 1, '.repeat(1) + ': ,'.repeat(200_000)],
    ['one long number', `a: ${'1'.repeat(1_000_000)}`],
    ['one long tag', `a: !${'x'.repeat(1_000_000)} b`],
    ['blanks', `a:${' '.repeat(1_000_000)}b: c`],
    ['line breaks', `a: b${'\n'.repeat(1_000_000)} c: d`],
    ['directives', '%YAML 1.1\n---\n'.repeat(9_000)],
    ['comments', '#\n'.repeat(500_000)],
    ['brackets', '['.repeat(1_000_000)],
    ['quotes', `"${"'".repeat(1_000_000)}`],
    ['control characters', '\u0001\n---\n'.repeat(9_000)],
  ])('%s', (_, text) => {
    expect(text.length).toBeLessThanOrEqual(1024 * 1024);
    expect(() => faultsOf(text)).not.toThrow();
  });
});
