import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';

const folder = join(import.meta.dirname, '../golden/diagnostics');

const compared = new Set<string>();

/** Compares a text with `test/golden/diagnostics/<name>`; `UPDATE_GOLDENS=1` writes it instead. */
export function expectGolden(name: string, text: string): void {
  compared.add(name);
  const path = join(folder, name);
  if (process.env['UPDATE_GOLDENS'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  expect(existsSync(path), `${name} is missing: run with UPDATE_GOLDENS=1`).toBe(true);
  expect(text).toBe(readFileSync(path, 'utf8'));
}

/** The goldens that nothing has been compared with so far. */
export function leftOver(): readonly string[] {
  return readdirSync(folder).filter((name) => !compared.has(name));
}
