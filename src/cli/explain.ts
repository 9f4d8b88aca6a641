import { readdirSync, readFileSync } from 'node:fs';
import { suggest } from '../diagnostics/index.ts';
import type { Io } from './io.ts';

const pages = new URL('../../docs/errors/', import.meta.url);

/** Prints the page of a diagnostic code. */
export function runExplain(name: string, io: Pick<Io, 'stdout' | 'stderr'>): number {
  const code = name.toUpperCase();
  const known = readdirSync(pages)
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.slice(0, -'.md'.length));
  if (known.includes(code)) {
    io.stdout(readFileSync(new URL(`${code}.md`, pages), 'utf8'));
    return 0;
  }
  const near = suggest(code, known);
  io.stderr(`error: there is no code ${JSON.stringify(name)}${near ? `; did you mean ${near}?` : ''}\n`);
  return 1;
}
