import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';

const base = join(import.meta.dirname, '../golden');

/**
 * Compares files with those of a folder of goldens: each must be there and the same, and no other. With UPDATE_GOLDENS=1
 * (not in CI) the folder is written anew.
 */
export function expectGoldens(
  folder: string,
  files: readonly { readonly path: string; readonly text: string }[],
): void {
  const root = join(base, folder);
  if (process.env['UPDATE_GOLDENS'] === '1' && process.env['CI'] !== 'true') {
    rmSync(root, { recursive: true, force: true });
    for (const { path, text } of files) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  }
  const there = existsSync(root)
    ? readdirSync(root, { recursive: true, withFileTypes: true }).flatMap((entry) =>
        entry.isFile() ? join(entry.parentPath, entry.name).slice(root.length + 1) : [],
      )
    : [];
  expect(there.toSorted()).toEqual(files.map(({ path }) => path).toSorted());
  for (const { path, text } of files) expect(text, path).toBe(readFileSync(join(root, path), 'utf8'));
}
