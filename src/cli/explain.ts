import { readdirSync, readFileSync } from 'node:fs';
import { byCodeUnit, suggest } from '../diagnostics/index.ts';
import type { Io } from './io.ts';
import { usageError } from './usage-error.ts';

const pages = new URL('../../docs/errors/', import.meta.url);

/** Prints the page of a diagnostic code. */
export function runExplain(name: string, io: Pick<Io, 'stdout' | 'stderr'>): number {
  const code = name.toUpperCase();
  const known = readdirSync(pages)
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.slice(0, -'.md'.length))
    .toSorted(byCodeUnit);
  if (known.includes(code)) {
    io.stdout(readFileSync(new URL(`${code}.md`, pages), 'utf8'));
    return 0;
  }
  const near = suggest(code, known);
  const help =
    near === undefined
      ? `The codes are those from \`${known[0]}\` to \`${known.at(-1)}\` that a compile prints.`
      : `Did you mean \`${near}\`?`;
  return usageError(io, `There is no code \`${name}\``, help);
}
