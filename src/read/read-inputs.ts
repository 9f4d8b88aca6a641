import { posix, resolve, sep } from 'node:path';
import { byCodeUnit, type Diagnostics } from '../diagnostics/index.ts';
import { readCodes } from './codes.ts';
import { decode } from './decode.ts';
import { type SourceFile, stdinPath } from './document.ts';
import { type Content, type Files, FolderFiles, readStdin } from './files.ts';
import { limitsOf } from './limits.ts';
import { type Absence, selectFiles } from './select.ts';

/** What is outside the process. Absent fields mean the real thing; tests bring their own. */
export interface Io {
  readonly files?: Files;
  /** Standard input, up to so many bytes. */
  readonly stdin?: (most: number) => Content;
}

/**
 * Reads the files that inputs name: files, folders, patterns, and `-` for standard input. The root is the folder that
 * all paths are relative to; nothing outside it is read, and no link is followed. Sorted by path, each once. What
 * cannot be read is reported, and left out.
 */
export function readInputs(
  root: string,
  inputs: readonly string[],
  io: Io | undefined,
  diagnostics: Diagnostics,
): readonly SourceFile[] {
  const { files = new FolderFiles(root), stdin = readStdin } = io ?? {};
  const paths = inputs.filter((input) => input !== '-');
  const sources = readFiles(root, files, paths, 'error', diagnostics);
  if (paths.length === inputs.length) return sources;
  const text = decode(stdinPath, stdin(limitsOf(stdinPath).bytes), diagnostics);
  return text === undefined
    ? sources
    : [...sources, { path: stdinPath, text }].sort((a, b) => byCodeUnit(a.path, b.path));
}

/** The files that inputs other than `-` name, from any place that holds files. */
export function readFiles(
  root: string,
  files: Files,
  inputs: readonly string[],
  absence: Absence,
  diagnostics: Diagnostics,
): readonly SourceFile[] {
  const inside = inputs.flatMap((input) => {
    const path = pathBelow(root, input);
    if (path !== undefined) return [path];
    diagnostics.report(readCodes.outsideRoot, {
      message: `the input \`${input}\` is outside the project`,
      help: 'inputs are read from the folder of `stowage.yaml` and below; move the files there',
    });
    return [];
  });
  const paths = selectFiles(files, inside, absence, diagnostics);
  const contents = files.read(paths, limitsOf('').bytes);
  return paths.flatMap((path, index) => {
    const text = decode(path, contents[index]!, diagnostics);
    return text === undefined ? [] : [{ path, text }];
  });
}

/** An input as a path below the root, with forward slashes; '' is the root itself. Undefined: outside. */
function pathBelow(root: string, input: string): string | undefined {
  if (input.includes('\0')) return undefined;
  const from = resolve(root);
  const to = resolve(from, input);
  if (to === from) return '';
  const prefix = from.endsWith(sep) ? from : from + sep;
  return to.startsWith(prefix) ? to.slice(prefix.length).split(sep).join(posix.sep) : undefined;
}
