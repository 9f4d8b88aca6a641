import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import { readRevision } from '../../src/read/index.ts';

let folder = '';

function git(...args: string[]): void {
  const settings = ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...settings, ...args], { cwd: folder, stdio: 'ignore' });
}

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-'));
  git('init', '--initial-branch', 'main');
  write('fleet/specs/a.yaml', 'a: 1\n');
  write('fleet/specs/same.yaml', 'a: 1\n');
  write('fleet/specs/deep/ü b.yaml', 'ü: 2\n');
  write('other/specs/x.yaml', 'x: 1\n');
  write('fleet/specs/large.yaml', ' '.repeat(1024 * 1024 + 1));
  symlinkSync('a.yaml', join(folder, 'fleet/specs/l.yaml'));
  git('add', '.');
  git('commit', '-m', 'first');
  git('tag', 'v1');
  write('fleet/specs/a.yaml', 'a: 2\n');
  write('fleet/specs/new.yaml', 'new: 1\n');
  git('add', '.');
  git('commit', '-m', 'second');
  write('fleet/specs/a.yaml', 'a: 3\n');
});

afterAll(() => rmSync(folder, { recursive: true }));

function read(revision: string, inputs: readonly string[], root = join(folder, 'fleet')) {
  const diagnostics = new Diagnostics();
  const sources = readRevision(root, revision, inputs, diagnostics);
  return { sources, faults: diagnostics.list().map(({ code, message }) => `${code} ${message}`) };
}

test('reads the files of a revision, below the folder of the project', () => {
  expect(read('v1', ['specs'])).toEqual({
    sources: [
      { path: 'specs/a.yaml', text: 'a: 1\n' },
      { path: 'specs/deep/ü b.yaml', text: 'ü: 2\n' },
      { path: 'specs/same.yaml', text: 'a: 1\n' },
    ],
    faults: ['STW1022 `specs/l.yaml` is a symbolic link', 'STW1011 A source may not be larger than 1 MiB'],
  });
  expect(read('HEAD', ['specs/*w.yaml', 'specs/a.yaml']).sources).toEqual([
    { path: 'specs/a.yaml', text: 'a: 2\n' },
    { path: 'specs/new.yaml', text: 'new: 1\n' },
  ]);
});

test('an input that was not there yet gives nothing', () => {
  expect(read('v1', ['specs/new.yaml', 'later'])).toEqual({ sources: [], faults: [] });
});

test.each(['-v', '--output=x', '', 'absent', 'HEAD:fleet', 'v1..main', 'a\0b'])(
  'refuses the revision %j',
  (revision) => {
    const { sources, faults } = read(revision, ['specs']);
    expect(sources).toBeUndefined();
    expect(faults.map((fault) => fault.slice(0, 7))).toEqual(['STW1024']);
  },
);

test('refuses standard input, paths outside, and a folder without a repository', () => {
  expect(read('v1', ['-']).faults).toEqual(['STW1024 Standard input cannot be read at a revision']);
  expect(read('v1', ['../other/specs']).faults).toEqual(['STW1021 The input `../other/specs` is outside the project']);
  expect(read('v1', ['specs'], tmpdir()).faults).toEqual(['STW1024 The project is not in a Git repository']);
});
