import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/** Compares a value with `test/golden/link/<name>.json`; with `UPDATE_GOLDENS=1` writes it instead. */
export function expectGolden(name: string, value: unknown): void {
  const file = new URL(`../golden/link/${name}.json`, import.meta.url);
  const text = `${JSON.stringify(value, null, 2)}\n`;
  if (process.env['UPDATE_GOLDENS'] === '1') {
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).toBe(readFileSync(file, 'utf8'));
}
