import { mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { byCodeUnit, type Diagnostics } from '../diagnostics/index.ts';
import type { EmittedFile } from '../emit/index.ts';
import { compilerCodes } from './codes.ts';
import { Present } from './present.ts';

/** Name of the file, in each output folder, that lists what the compiler wrote there: it deletes nothing else. */
export const ownedFile = '.stowage';

const ownedHeader = '# Written by stowage compile, which owns these files and no others.';

/** What writing an output folder does, or would do. Paths are relative to the project's root and sorted. */
export interface OutputChange {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Number of files that already hold what they should. */
  readonly unchanged: number;
}

/** Files as they should be, by path relative to the project's root. */
type Wanted = ReadonlyMap<string, string>;

/**
 * Brings an output folder and a lock to what they should hold. Writes by rename, touches no file that is right
 * already, deletes only files that it wrote. With `check`, changes nothing.
 * @returns what changed (or would), or undefined after a diagnostic, with nothing changed.
 */
export function writeOutput(
  root: string,
  target: { readonly output: string; readonly lock: string },
  made: { readonly files: readonly EmittedFile[]; readonly lock: string },
  options: { readonly check: boolean },
  diagnostics: Diagnostics,
): OutputChange | undefined {
  const wanted = collect(target, made);
  const present = new Present(root);
  for (const path of wanted.keys()) if (!isSafe(present, path, diagnostics)) return undefined;
  const owned = readOwned(root, target.output, wanted, diagnostics);
  if (!owned) return undefined;
  const change = compare(root, present, wanted, owned);
  for (const path of change.removed) if (!isSafe(present, path, diagnostics)) return undefined;
  if (options.check) return change;
  try {
    const written = [...change.added, ...change.changed];
    for (const folder of new Set(written.map(dirname))) mkdirSync(join(root, folder), { recursive: true });
    for (const path of written) writeByRename(`${root}/${path}`, wanted.get(path) ?? '');
    for (const path of change.removed) removeFile(root, path, target.output);
  } catch (error) {
    reportFailure(error, diagnostics);
    return undefined;
  }
  return change;
}

/** Reports what `--check` found: the output is not what the specs compile to. */
export function reportStale(environment: string, change: OutputChange, diagnostics: Diagnostics): boolean {
  const stale = [...change.added, ...change.changed, ...change.removed].toSorted(byCodeUnit);
  if (stale.length === 0) return false;
  const shown = stale
    .slice(0, 5)
    .map((path) => `\`${path}\``)
    .join(', ');
  diagnostics.report(compilerCodes.staleOutput, {
    message: `the output of \`${environment}\` is stale: ${shown}${stale.length > 5 ? ` and ${stale.length - 5} more` : ''}`,
    help: `run \`stowage compile -e ${environment}\` and commit what it writes`,
  });
  return true;
}

function collect(
  target: { output: string; lock: string },
  made: { files: readonly EmittedFile[]; lock: string },
): Wanted {
  const paths = made.files.map((file) => file.path).toSorted(byCodeUnit);
  return new Map([
    ...made.files.map((file) => [`${target.output}/${file.path}`, file.text] as const),
    [`${target.output}/${ownedFile}`, `${[ownedHeader, ...paths].join('\n')}\n`],
    [target.lock, made.lock],
  ]);
}

/** A symbolic link on the way could lead out of the project. */
function isSafe(present: Present, path: string, diagnostics: Diagnostics): boolean {
  for (let end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
    const isLast = end < 0;
    const at = isLast ? path : path.slice(0, end);
    const found = present.at(at);
    if (found === undefined) return true;
    if (found !== (isLast ? 'file' : 'folder')) {
      const fault =
        found === 'link'
          ? 'is a symbolic link, which could lead out of the project'
          : `is not a ${isLast ? 'file' : 'folder'}`;
      diagnostics.report(compilerCodes.outputPath, { message: `\`${at}\` ${fault}`, help: 'move it away' });
      return false;
    }
    if (isLast) return true;
  }
}

/** The files that an earlier compile wrote, or undefined where the folder holds somebody else's. */
function readOwned(
  root: string,
  output: string,
  wanted: Wanted,
  diagnostics: Diagnostics,
): readonly string[] | undefined {
  const folder = join(root, output);
  try {
    const text = readFileSync(join(folder, ownedFile), 'utf8');
    return text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#') && isRelative(line))
      .map((line) => `${output}/${line}`);
  } catch {
    const present = listFiles(folder, output).filter((path) => path !== `${output}/${ownedFile}`);
    const foreign = present.find((path) => !wanted.has(path)) ?? present[0];
    if (foreign === undefined) return [];
    diagnostics.report(compilerCodes.foreignOutput, {
      message: `\`${output}\` holds \`${foreign}\`, and no list of files that Stowage wrote`,
      help: `empty the folder, or give the environment another \`output\` in stowage.yaml`,
    });
    return undefined;
  }
}

function isRelative(path: string): boolean {
  return !path.startsWith('/') && path.split('/').every((step) => step !== '..' && step !== '' && step !== '.');
}

function listFiles(folder: string, path: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? listFiles(join(folder, entry.name), `${path}/${entry.name}`) : [`${path}/${entry.name}`],
    );
  } catch {
    return [];
  }
}

function compare(root: string, present: Present, wanted: Wanted, owned: readonly string[]): OutputChange {
  const added: string[] = [];
  const changed: string[] = [];
  for (const [path, text] of wanted) {
    if (present.at(path) === undefined) added.push(path);
    else if (readText(`${root}/${path}`) !== text) changed.push(path);
  }
  const removed = owned.filter((path) => !wanted.has(path) && present.at(path) !== undefined);
  return {
    added: added.toSorted(byCodeUnit),
    changed: changed.toSorted(byCodeUnit),
    removed: removed.toSorted(byCodeUnit),
    unchanged: wanted.size - added.length - changed.length,
  };
}

/** Undefined: it cannot be read. */
function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function writeByRename(path: string, text: string): void {
  const temporary = `${path}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}

/** Removes a file and the folders that it leaves empty, up to the output folder. */
function removeFile(root: string, path: string, output: string): void {
  rmSync(join(root, path));
  for (let folder = dirname(path); folder.length > output.length; folder = dirname(folder)) {
    if (readdirSync(join(root, folder)).length > 0) return;
    rmdirSync(join(root, folder));
  }
}

function reportFailure(error: unknown, diagnostics: Diagnostics): void {
  const { message } = error instanceof Error ? error : { message: String(error) };
  diagnostics.report(compilerCodes.outputPath, {
    message: `cannot write the output: ${message}`,
    help: 'free the disk or mend the permissions, and compile again: what was written so far is complete files',
  });
}
