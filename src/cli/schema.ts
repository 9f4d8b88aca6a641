import { readdirSync, readFileSync } from 'node:fs';
import { byCodeUnit, suggest } from '../diagnostics/index.ts';
import { usageError } from './usage-error.ts';

/** Where a command writes; text comes with its line ends. */
export interface SchemaIo {
  readonly stdout: (text: string) => void;
  /** Absent: a fault is told by the exit code alone. */
  readonly stderr?: (text: string) => void;
}

const folder = new URL('../../schemas/', import.meta.url);
const ending = '.schema.json';

/**
 * `stowage schema [kind]`: prints the JSON Schema of a kind or file format, for editors and for checks of one's own.
 * The name is that of the kind in any case (`Model`) or of the schema's file (`project`). Without a name, prints the
 * list of them. Exit code 1 where there is no such schema.
 */
export async function runSchema(kind: string | undefined, io: SchemaIo): Promise<number> {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .toSorted(byCodeUnit);
  if (kind === undefined) {
    const width = Math.max(...names.map((name) => name.length));
    for (const name of names) io.stdout(`${name.padEnd(width)}  ${summaryOf(name)}\n`);
    return 0;
  }
  const name = names.find((each) => each === kind.toLowerCase());
  if (name === undefined) {
    const meant = suggest(kind.toLowerCase(), names);
    const help =
      meant === undefined
        ? `There are ${names.map((each) => `\`${each}\``).join(', ')}.`
        : `Did you mean \`${meant}\`?`;
    return usageError({ stderr: io.stderr ?? (() => {}) }, `There is no schema \`${kind}\``, help);
  }
  io.stdout(read(name));
  return 0;
}

function read(name: string): string {
  return readFileSync(new URL(`${name}${ending}`, folder), 'utf8');
}

/** The first sentence of the schema's description. */
function summaryOf(name: string): string {
  const { description = '' } = JSON.parse(read(name)) as { readonly description?: string };
  return description.split(/(?<=\.) /)[0] ?? '';
}
