import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { writeModules } from '../../../../src/runtime/agent/servers/index.ts';
import { fileSteps } from '../../../../src/runtime/files.ts';
import { root } from '../../../support/root.ts';

const folder = mkdtempSync(join(tmpdir(), 'modules-'));
afterEach(() => {
  fileSteps.before = () => {};
  rmSync(folder, { recursive: true, force: true });
});

test('a disk that is full keeps no server from starting that has its modules', () => {
  writeModules('triton', folder);
  expect(readdirSync(folder)).toEqual([]);
  writeModules('mlserver', folder);
  const names = readdirSync(join(root, 'python/stowage_mlserver')).filter((name) => name.endsWith('.py'));
  expect(readdirSync(join(folder, 'stowage_mlserver')).sort()).toEqual(names.sort());
  fileSteps.before = () => {
    throw new Error('the disk is full');
  };
  writeModules('mlserver', folder);
  const older = join(folder, 'stowage_mlserver/memory.py');
  writeFileSync(older, 'older');
  expect(() => writeModules('mlserver', folder)).toThrow('the disk is full');
  expect(readFileSync(older, 'utf8')).toBe('older');
});
