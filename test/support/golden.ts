import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';

const root = join(import.meta.dirname, '../golden');

/** Compares a text with the golden file below `test/golden`; writes it where UPDATE_GOLDENS is 1. */
export function expectGolden(path: string, text: string): void {
  const file = join(root, path);
  if (process.env['UPDATE_GOLDENS'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file) ? readFileSync(file, 'utf8') : undefined).toBe(text);
}
