import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect } from 'vitest';
import { goldenOwners } from './golden-owners.ts';
import { root } from './root.ts';

/** One file of a folder of goldens; its path is relative to the folder. */
export interface GoldenFile {
  readonly path: string;
  readonly text: string;
}

const goldens = join(root, 'test/golden');
const howToMake = 'run the test with UPDATE_GOLDENS=1, and read what it wrote';

/** Whether what is compared shall be written anew: UPDATE_GOLDENS=1. In CI nothing may be. */
export function isUpdating(): boolean {
  if (process.env['UPDATE_GOLDENS'] !== '1') return false;
  if (process.env['CI'] === 'true') throw new Error('UPDATE_GOLDENS=1 in CI: goldens are read there, never written');
  return true;
}

/** Compares a text with `test/golden/<path>`. */
export function expectGolden(path: string, text: string): void {
  expectOwner(path);
  if (isUpdating()) write(path, text);
  expectSame(path, text);
}

/** Compares files with all that `test/golden/<folder>` holds: none may be missing there, and none left over. */
export function expectGoldens(folder: string, files: readonly GoldenFile[]): void {
  expectOwner(folder);
  const known = new Set(files.map(({ path }) => `${folder}/${path}`));
  const orphans = goldenFiles(folder).filter((path) => !known.has(path));
  if (isUpdating()) {
    for (const path of orphans.splice(0)) rmSync(join(goldens, path));
    for (const { path, text } of files) write(`${folder}/${path}`, text);
  }
  expect(orphans, `goldens that nothing makes: delete them, or ${howToMake}`).toEqual([]);
  for (const { path, text } of files) expectSame(`${folder}/${path}`, text);
}

/** All files below a folder of `test/golden`, as paths below that, sorted. */
export function goldenFiles(folder = '.'): string[] {
  if (!existsSync(join(goldens, folder))) return [];
  return readdirSync(join(goldens, folder), { recursive: true, withFileTypes: true })
    .flatMap((entry) => (entry.isFile() ? relative(goldens, join(entry.parentPath, entry.name)) : []))
    .toSorted();
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(goldens, path)), { recursive: true });
  writeFileSync(join(goldens, path), text);
}

function expectSame(path: string, text: string): void {
  const file = join(goldens, path);
  if (!existsSync(file)) expect.fail(`test/golden/${path} is missing: ${howToMake}`);
  expect(text, `test/golden/${path}`).toBe(readFileSync(file, 'utf8'));
}

/** Two tests that write one golden would undo each other. */
function expectOwner(golden: string): void {
  const test = relative(root, expect.getState().testPath ?? '');
  expect(goldenOwners[golden], `the owner of ${golden} in test/support/golden-owners.ts`).toBe(test);
}
