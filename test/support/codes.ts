import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Code } from '../../src/diagnostics/index.ts';

const source = fileURLToPath(new URL('../../src/', import.meta.url));

/** Every code that any room declares, found by loading the modules that declare codes; fails on a number used twice. */
export async function allCodes(): Promise<ReadonlyMap<string, Code>> {
  const codes = new Map<string, Code>();
  for (const file of globSync(['**/codes.ts', 'link/checks/*.ts'], { cwd: source })) {
    const module = (await import(new URL(file, `file://${source}`).href)) as Record<string, unknown>;
    for (const code of Object.values(module).flatMap(codesIn)) {
      const other = codes.get(code.code);
      if (other && other !== code) throw new Error(`${code.code} is used twice: ${other.title}; ${code.title}`);
      codes.set(code.code, code);
    }
  }
  return codes;
}

/** Codes are exported alone, in a table of their own, or as a check's `code`. */
function codesIn(exported: unknown): readonly Code[] {
  if (exported === null || typeof exported !== 'object') return [];
  if (isCode(exported)) return [exported];
  return Object.values(exported).filter(isCode);
}

function isCode(value: unknown): value is Code {
  return value !== null && typeof value === 'object' && 'code' in value && 'title' in value && 'severity' in value;
}
