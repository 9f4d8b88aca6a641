import { readdirSync, readFileSync } from 'node:fs';
import { byCodeUnit } from '../diagnostics/index.ts';
import { isPlain } from './safe-path.ts';

/** Name of the file, in each output folder, that lists what the compiler wrote there: it deletes nothing else. */
export const ownedFile = '.stowage';

const header = '# Written by stowage compile, which owns these files and no others.';

/** The text of the list. */
export function writeOwned(paths: readonly string[]): string {
  return `${[header, ...paths.toSorted(byCodeUnit)].join('\n')}\n`;
}

/** Paths, relative to the output folder, of what an earlier compile wrote there. Undefined: there is no list. */
export function readOwned(folder: string): readonly string[] | undefined {
  try {
    const lines = readFileSync(`${folder}/${ownedFile}`, 'utf8').split('\n');
    return lines.filter((line) => !line.startsWith('#') && isPlain(line));
  } catch {
    return undefined;
  }
}

/** A file in a folder, or below, that is not the list itself; of several, one that is not `expected`. */
export function foreignFile(folder: string, expected: (path: string) => boolean): string | undefined {
  const present = listFiles(folder, '').filter((path) => path !== ownedFile);
  return present.find((path) => !expected(path)) ?? present[0];
}

/** A folder that is not there, or that cannot be listed, holds none. */
function listFiles(folder: string, prefix: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory()
        ? listFiles(`${folder}/${entry.name}`, `${prefix}${entry.name}/`)
        : [`${prefix}${entry.name}`],
    );
  } catch {
    return [];
  }
}
