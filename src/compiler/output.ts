import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { byCodeUnit, type Diagnostics } from '../diagnostics/index.ts';
import type { EmittedFile } from '../emit/index.ts';
import { systemErrorCode } from '../read/index.ts';
import { compilerCodes } from './codes.ts';
import { foreignFile, ownedFile, readOwned, writeOwned } from './owned.ts';
import { Present } from './present.ts';
import { obstacle } from './safe-path.ts';
import { writeWhole } from './write-file.ts';

/** What writing an output folder does, or would do. Paths are relative to the project's root and sorted. */
export interface OutputChange {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Number of files that already hold what they should. */
  readonly unchanged: number;
}

/** What is written, and where: paths are relative to the project's root. */
export interface Target {
  readonly output: string;
  /** Absent: what is written has none. */
  readonly lock?: string;
}

/** What an output folder and a lock should hold. */
export interface Made {
  /** None: there is to be no folder. */
  readonly files: readonly EmittedFile[];
  /** Absent where the target has none. */
  readonly lock?: string;
}

/** Files as they should be, by path relative to the project's root. */
type Wanted = ReadonlyMap<string, string>;

/**
 * Brings an output folder and a lock to what they should hold. Writes by rename, touches no file that is right
 * already, deletes only files that it wrote. With `check`, changes nothing.
 * @returns what changed (or would), or undefined after a diagnostic, with nothing changed but what the disk refused to
 * finish.
 */
export function writeOutput(
  root: string,
  target: Target,
  made: Made,
  options: { readonly check: boolean },
  diagnostics: Diagnostics,
): OutputChange | undefined {
  const wanted = collect(target, made);
  const present = new Present(root);
  if (!areFree(present, wanted.keys(), diagnostics)) return undefined;
  const owned = readOwned(join(root, target.output));
  if (!owned && holdsForeign(root, target, wanted, diagnostics)) return undefined;
  const before = owned ? [...owned, ownedFile].map((path) => `${target.output}/${path}`) : [];
  const change = compare(root, present, wanted, before);
  if (!areFree(present, change.removed, diagnostics)) return undefined;
  if (options.check) return change;
  return apply(root, target, wanted, change, diagnostics) ? change : undefined;
}

/** Reports what `--check` found: the output is not what the specs compile to. */
export function reportStale(what: string, command: string, change: OutputChange, diagnostics: Diagnostics): boolean {
  const stale = [...change.added, ...change.changed, ...change.removed].toSorted(byCodeUnit);
  if (stale.length === 0) return false;
  const shown = stale
    .slice(0, 5)
    .map((path) => `\`${path}\``)
    .join(', ');
  diagnostics.report(compilerCodes.staleOutput, {
    message: `${what} is stale: ${shown}${stale.length > 5 ? ` and ${stale.length - 5} more` : ''}`,
    help: `Run \`${command}\` and commit what it writes.`,
  });
  return true;
}

function collect({ output, lock }: Target, made: Made): Wanted {
  return new Map([
    ...made.files.map((file) => [`${output}/${file.path}`, file.text] as const),
    ...(made.files.length > 0
      ? [[`${output}/${ownedFile}`, writeOwned(made.files.map(({ path }) => path))] as const]
      : []),
    ...(lock !== undefined && made.lock !== undefined ? [[lock, made.lock] as const] : []),
  ]);
}

function areFree(present: Present, paths: Iterable<string>, diagnostics: Diagnostics): boolean {
  for (const path of paths) {
    const message = obstacle(present, path);
    if (message === undefined) continue;
    diagnostics.report(compilerCodes.outputPath, { message, help: 'Move it away.' });
    return false;
  }
  return true;
}

function holdsForeign(root: string, { output }: Target, wanted: Wanted, diagnostics: Diagnostics): boolean {
  const foreign = foreignFile(join(root, output), (path) => wanted.has(`${output}/${path}`));
  if (foreign === undefined) return false;
  diagnostics.report(compilerCodes.foreignOutput, {
    message: `\`${output}\` holds \`${output}/${foreign}\`, and no list of files that Stowage wrote`,
    help: 'Empty the folder, or give the environment another `output` in `stowage.yaml`.',
  });
  return true;
}

function compare(root: string, present: Present, wanted: Wanted, owned: readonly string[]): OutputChange {
  const added: string[] = [];
  const changed: string[] = [];
  for (const [path, text] of wanted) {
    if (present.at(path) === undefined) added.push(path);
    else if (readText(`${root}/${path}`) !== text) changed.push(path);
  }
  // What is no file was not written by a compile, whatever the list says.
  const removed = new Set(owned.filter((path) => !wanted.has(path) && present.at(path) === 'file'));
  return {
    added: added.toSorted(byCodeUnit),
    changed: changed.toSorted(byCodeUnit),
    removed: [...removed].toSorted(byCodeUnit),
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

/** Whether all went well; what the disk refused is reported, with the path at which it did. */
function apply(
  root: string,
  { output }: Target,
  wanted: Wanted,
  { added, changed, removed }: OutputChange,
  diagnostics: Diagnostics,
): boolean {
  const written = [...added, ...changed];
  let at = output;
  try {
    for (at of new Set(written.map(dirname))) mkdirSync(join(root, at), { recursive: true });
    for (at of written) writeWhole(`${root}/${at}`, wanted.get(at) ?? '');
    // The list comes last, if at all: until then it says what is left.
    for (at of removed.toReversed()) removeFile(root, at, output);
    return true;
  } catch (error) {
    diagnostics.report(compilerCodes.outputPath, {
      message: `\`${at}\` cannot be written (${systemErrorCode(error)})`,
      help: 'Free the disk or mend the permissions, and compile again: what was written so far is complete files.',
    });
    return false;
  }
}

/** Removes a file and the folders that it leaves empty, up to and with the output folder. */
function removeFile(root: string, path: string, output: string): void {
  rmSync(join(root, path));
  for (let folder = dirname(path); folder.length >= output.length; folder = dirname(folder)) {
    if (readdirSync(join(root, folder)).length > 0) return;
    rmdirSync(join(root, folder));
  }
}
