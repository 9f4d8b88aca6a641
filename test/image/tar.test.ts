import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type Entry, writeTar } from '../cluster/images/tar.ts';

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stowage-tar-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const long = `${'deep/'.repeat(40)}été.txt`;
const entries: readonly Entry[] = [
  { path: 'usr/bin/tool', file: { text: '#!/bin/sh\n' }, program: true },
  { path: 'etc/name', file: { text: 'x'.repeat(512) } },
  { path: 'empty', file: { text: '' } },
  { path: long, file: { text: 'far down' } },
  { path: 'bin/tool', link: '../usr/bin/tool' },
  { path: 'bin/far', link: `../${long}` },
  { path: 'var/run' },
];

it('is read by tar as it was written', () => {
  const folder = scratch();
  writeTar(join(folder, 'a.tar'), entries);
  const listed = execFileSync('tar', ['--numeric-owner', '--utc', '--quoting-style=literal', '-tvf', 'a.tar'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const lines = listed.trim().split('\n');
  for (const line of lines) expect(line).toMatch(/^[-dl][rwx-]{9} 0\/0 +\d+ 1970-01-01 00:00 /);
  const modes = new Map(lines.map((line) => [line.slice(line.indexOf('00:00 ') + 6), line.slice(0, 10)]));
  expect(modes.get('usr/bin/')).toBe('drwxr-xr-x');
  expect(modes.get('usr/bin/tool')).toBe('-rwxr-xr-x');
  expect(modes.get('etc/name')).toBe('-rw-r--r--');
  expect(modes.get('var/run/')).toBe('drwxr-xr-x');
  expect(modes.get('bin/tool -> ../usr/bin/tool')).toBe('lrwxrwxrwx');
  execFileSync('tar', ['-xf', 'a.tar'], { cwd: folder });
  for (const { path, file } of entries) {
    if (file && 'text' in file) expect(readFileSync(join(folder, path), 'utf8')).toBe(file.text);
  }
  expect(readFileSync(join(folder, 'bin/far'), 'utf8')).toBe('far down');
});

it('is the same whatever the order of the entries and the files that they come from', () => {
  const folder = scratch();
  writeFileSync(join(folder, 'name'), 'x'.repeat(512), { mode: 0o600 });
  writeTar(join(folder, 'a.tar'), entries);
  const other = entries.map((entry) =>
    entry.path === 'etc/name' ? { ...entry, file: { from: join(folder, 'name') } } : entry,
  );
  writeTar(join(folder, 'b.tar'), other.toReversed());
  expect(readFileSync(join(folder, 'b.tar')).equals(readFileSync(join(folder, 'a.tar')))).toBe(true);
});
