import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import {
  type Content,
  type Entry,
  type FileKind,
  type Files,
  type InputOptions,
  type Io,
  mayReach,
  type NamedFile,
  readInputs,
  readNamed,
} from '../../src/read/index.ts';

/** Files from a table; a value of `link` or `other` is that kind of entry. */
class TableFiles implements Files {
  readonly #table: Readonly<Record<string, string | Uint8Array>>;

  constructor(table: Readonly<Record<string, string | Uint8Array>>) {
    this.#table = table;
  }

  kindOf(path: string): FileKind | undefined {
    const content = this.#table[path];
    if (content !== undefined) return content === 'link' || content === 'other' ? content : 'file';
    return Object.keys(this.#table).some((name) => path === '' || name.startsWith(`${path}/`)) ? 'folder' : undefined;
  }

  list(folder: string): readonly Entry[] {
    const prefix = folder === '' ? '' : `${folder}/`;
    const names = new Set(
      Object.keys(this.#table).flatMap((path) =>
        path.startsWith(prefix) ? [path.slice(prefix.length).split('/')[0]!] : [],
      ),
    );
    return Array.from(names, (name) => ({ name, kind: this.kindOf(prefix + name)! }));
  }

  read(paths: readonly string[], most: number): readonly Content[] {
    return paths.map((path) => {
      const content = this.#table[path]!;
      if (content === 'other') return { reason: 'it is not a regular file' };
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      return bytes.length > most ? 'tooLarge' : bytes;
    });
  }
}

const table = {
  'stowage.yaml': 'x',
  'README.md': 'x',
  'specs/b.yaml': 'b',
  'specs/a.yml': 'a',
  'specs/c.json': '{}',
  'specs/notes.txt': 'x',
  'specs/.hidden.yaml': 'x',
  'specs/node_modules/p.yaml': 'x',
  'specs/team/one/m.yaml': 'm',
  'specs/team/two/m.yaml': 'm',
  'specs/team/two/.git/m.yaml': 'm',
};

function read(
  inputs: readonly string[],
  from: Readonly<Record<string, string | Uint8Array>> = table,
  io: InputOptions = {},
) {
  const diagnostics = new Diagnostics();
  const sources = readInputs('/project', inputs, { files: new TableFiles(from), ...io }, diagnostics);
  return {
    paths: sources.map(({ path }) => path),
    texts: sources.map(({ text }) => text),
    faults: diagnostics.list().map(({ code, message }) => `${code} ${message}`),
  };
}

test.each<[readonly string[], readonly string[]]>([
  [['specs'], ['specs/a.yml', 'specs/b.yaml', 'specs/c.json', 'specs/team/one/m.yaml', 'specs/team/two/m.yaml']],
  [
    ['./specs/', 'specs/b.yaml', '/project/specs/team'],
    ['specs/a.yml', 'specs/b.yaml', 'specs/c.json', 'specs/team/one/m.yaml', 'specs/team/two/m.yaml'],
  ],
  [['specs/notes.txt'], ['specs/notes.txt']],
  [['specs/.hidden.yaml'], ['specs/.hidden.yaml']],
  [['specs/*'], ['specs/a.yml', 'specs/b.yaml', 'specs/c.json']],
  [['specs/?.y*'], ['specs/a.yml', 'specs/b.yaml']],
  [['specs/*/*/m.yaml'], ['specs/team/one/m.yaml', 'specs/team/two/m.yaml']],
  [['**/two/**'], ['specs/team/two/m.yaml']],
  [['**/*.yaml'], ['specs/b.yaml', 'specs/team/one/m.yaml', 'specs/team/two/m.yaml', 'stowage.yaml']],
  [['specs/**/team/**/**/m.yaml'], ['specs/team/one/m.yaml', 'specs/team/two/m.yaml']],
  [['specs/.*.yaml'], ['specs/.hidden.yaml']],
])('reads %j', (inputs, paths) => {
  expect(read(inputs)).toMatchObject({ paths, faults: [] });
});

test('an input that matches nothing is an error', () => {
  expect(read(['spec', 'specs/*.toml', 'docs/**']).faults).toEqual([
    'STW1020 Nothing matches the input `docs/**`',
    'STW1020 Nothing matches the input `spec`',
    'STW1020 Nothing matches the input `specs/*.toml`',
  ]);
  expect(read(['specs'], { 'specs/notes.txt': '' }).faults).toEqual(['STW1020 No spec is in the folder `specs`']);
});

test('an input that matches nothing is shown where it is written, with the path that was meant', () => {
  const diagnostics = new Diagnostics();
  const origins = [0, 1, 2, 3].map((i) => ({ file: 'stowage.yaml', document: 0, pointer: `/inputs/${i}` }));
  const files = new TableFiles({ ...table, 'specs/l.yaml': 'link' });
  readInputs('/project', ['specs/taem/one', 'specs/b.yml', '../x', 'specs/l.yaml'], { files, origins }, diagnostics);
  expect(diagnostics.list().map(({ code, origin, help }) => [code, origin?.pointer, help])).toEqual([
    ['STW1020', '/inputs/0', 'Did you mean `specs/team/one`?'],
    ['STW1020', '/inputs/1', 'Did you mean `specs/a.yml`?'],
    ['STW1021', '/inputs/2', expect.any(String)],
    ['STW1022', '/inputs/3', expect.any(String)],
  ]);
});

test('a path may be left out, whatever names it', () => {
  for (const except of ['specs/b.yaml', './specs//b.yaml']) {
    expect(read(['specs/b.yaml', 'specs/*.yaml'], table, { except }).paths).toEqual([]);
  }
});

test.each<[string, boolean]>([
  ['', true],
  ['dist', true],
  ['dist/test', true],
  ['dist/test/a.yaml', true],
  ['distance', false],
  ['dist/other', false],
  ['**/*.yaml', true],
  ['d*/*/manifests/*.yaml', true],
  ['*.yaml', false],
  ['dist/*.yaml', false],
  ['*/models/**', false],
])('the input %j may reach into dist/test: %j', (input, may) => {
  expect(mayReach(input, 'dist/test')).toBe(may);
});

test('a file that is named by its path may be absent, but no link, pipe or folder, and not too large', () => {
  const files = new TableFiles({ ...table, 'l.lock': 'link', 'linked/x': 'x', linked: 'link', pipe: 'other' });
  const named = (path: string, further: Partial<NamedFile> = {}) => {
    const diagnostics = new Diagnostics();
    const source = readNamed('/project', { path, most: 8, ...further }, diagnostics, files);
    return source ?? diagnostics.list().map(({ code }) => code);
  };
  expect(named('./specs/b.yaml')).toEqual({ path: 'specs/b.yaml', text: 'b' });
  expect(named('absent')).toEqual([]);
  expect(named('absent', { missing: { message: 'It is not there' } })).toEqual(['STW1020']);
  expect(named('l.lock')).toEqual(['STW1022']);
  expect(named('linked/x')).toEqual(['STW1022']);
  expect(named('pipe')).toEqual(['STW1023']);
  expect(named('../x')).toEqual(['STW1021']);
  expect(named('specs/b.yaml', { most: 0 })).toEqual(['STW1011']);
});

test('an input that only names what another one named is none', () => {
  expect(read(['specs', 'specs/b.yaml', '**/b.yaml']).faults).toEqual([]);
});

test('paths that leave the root are refused', () => {
  expect(
    read(['../x.yaml', '/etc/passwd', 'specs/../../project2/x', 'a\0b']).faults.map((fault) => fault.slice(0, 7)),
  ).toEqual(Array.from({ length: 4 }, () => 'STW1021'));
});

test('links are refused, once each, and what is beside them is read', () => {
  const linked = { 'specs/a.yaml': 'a', 'specs/l.yaml': 'link', 'specs/folder': 'link', 'specs/l.txt': 'link' };
  expect(read(['specs', 'specs/l.yaml', 'specs/folder/x.yaml', 'specs/*'], linked)).toMatchObject({
    paths: ['specs/a.yaml'],
    faults: ['STW1022 `specs/folder` is a symbolic link', 'STW1022 `specs/l.yaml` is a symbolic link'],
  });
});

test('bytes become text, or a diagnostic', () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);
  expect(
    read(['specs'], {
      'specs/bom.yaml': bytes(0xef, 0xbb, 0xbf, 0x61),
      'specs/latin.yaml': bytes(0x61, 0x0a, 0x62, 0xe4, 0x0a),
      'specs/cut.yaml': bytes(0xc3),
      'specs/surrogate.yaml': bytes(0xed, 0xa0, 0x80),
      'specs/utf16.yaml': bytes(0xff, 0xfe, 0x61, 0x00),
      'specs/utf16be.yaml': bytes(0xfe, 0xff, 0x00, 0x61),
      'specs/pipe.yaml': 'other',
      'specs/large.yaml': new Uint8Array(1024 * 1024 + 1).fill(0x20),
      'specs/full.yaml': new Uint8Array(1024 * 1024).fill(0x20),
    }),
  ).toMatchObject({
    paths: ['specs/bom.yaml', 'specs/full.yaml'],
    texts: ['a', ' '.repeat(1024 * 1024)],
    faults: [
      'STW1015 The file is not UTF-8: line 1 does not decode',
      'STW1011 A source may not be larger than 1 MiB',
      'STW1015 The file is not UTF-8: line 2 does not decode',
      'STW1023 `specs/pipe.yaml` cannot be opened (it is not a regular file)',
      'STW1015 The file is not UTF-8: line 1 does not decode',
      'STW1015 The file is UTF-16',
      'STW1015 The file is UTF-16',
    ],
  });
});

test('standard input is a file among the others', () => {
  const io: Io = { stdin: () => new TextEncoder().encode('a: 1') };
  expect(read(['-', 'specs/b.yaml', '-'], table, io)).toMatchObject({ paths: ['<stdin>', 'specs/b.yaml'], faults: [] });
  expect(read(['-'], table, { stdin: () => 'tooLarge' }).faults).toEqual([
    'STW1011 A source may not be larger than 32 MiB',
  ]);
});

let folder: string | undefined;
afterEach(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true });
  folder = undefined;
});

test('reads a folder on disk, and follows no link', () => {
  folder = mkdtempSync(join(tmpdir(), 'read-'));
  mkdirSync(join(folder, 'specs/deep'), { recursive: true });
  writeFileSync(join(folder, 'specs/deep/a.yaml'), 'a: 1\n');
  symlinkSync('/etc/hostname', join(folder, 'specs/l.yaml'));
  symlinkSync('deep', join(folder, 'specs/loop'));
  const diagnostics = new Diagnostics();
  const inputs = ['specs', 'specs/loop/a.yaml', 'specs/absent.yaml', 'specs/deep/a.yaml/x'];
  expect(readInputs(folder, inputs, undefined, diagnostics)).toEqual([{ path: 'specs/deep/a.yaml', text: 'a: 1\n' }]);
  expect(diagnostics.list().map(({ code }) => code)).toEqual(['STW1020', 'STW1020', 'STW1022', 'STW1022']);
});

test('the root may be reached by a link, and be an input itself', () => {
  folder = mkdtempSync(join(tmpdir(), 'read-'));
  mkdirSync(join(folder, 'real'));
  writeFileSync(join(folder, 'real/a.yaml'), 'a: 1\n');
  symlinkSync('real', join(folder, 'linked'));
  const diagnostics = new Diagnostics();
  const sources = readInputs(join(folder, 'linked'), ['.', '**/*.yaml'], undefined, diagnostics);
  expect(sources.map(({ path }) => path)).toEqual(['a.yaml']);
  expect(readInputs(join(folder, 'absent'), ['.', '*.yaml'], undefined, diagnostics)).toEqual([]);
  expect(diagnostics.list().map(({ code }) => code)).toEqual(['STW1020', 'STW1023']);
});
