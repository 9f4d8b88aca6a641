import { byCodeUnit, type Diagnostics, type Origin } from '../diagnostics/index.ts';
import { decode } from './decode.ts';
import { type SourceFile, stdinPath } from './document.ts';
import { type Content, type Files, FolderFiles, readStdin } from './files.ts';
import { limitsOf } from './limits.ts';
import { pathBelow, reportOutside } from './path-below.ts';
import { quoted } from './quoted.ts';
import { type Absence, type Input, selectFiles } from './select.ts';

/** What is outside the process. Absent fields mean the real thing; tests bring their own. */
export interface Io {
  readonly files?: Files;
  /** Standard input, up to so many bytes. */
  readonly stdin?: (most: number) => Content;
}

/** What to read, beside the inputs themselves. */
export interface InputOptions extends Io {
  /** Where each input is written, by its index. Absent: in no file that is read, as on the command line. */
  readonly origins?: readonly Origin[] | undefined;
  /** A path that is left out, whatever names it: it is read as something else. */
  readonly except?: string | undefined;
}

/**
 * Reads the files that inputs name: files, folders, patterns, and `-` for standard input. The root is the folder that
 * all paths are relative to; nothing outside it is read, and no link is followed. Sorted by path, each once. What
 * cannot be read is reported, and left out.
 */
export function readInputs(
  root: string,
  inputs: readonly string[],
  options: InputOptions | undefined,
  diagnostics: Diagnostics,
): readonly SourceFile[] {
  const { files = new FolderFiles(root), stdin = readStdin, origins, except } = options ?? {};
  const placed = inputs.map((path, index): Input => ({ path, origin: origins?.[index] }));
  const named = placed.filter(({ path }) => path !== '-');
  const sources = readFiles(root, files, named, { absence: 'error', except }, diagnostics);
  if (named.length === inputs.length) return sources;
  const text = decode(stdinPath, stdin(limitsOf(stdinPath).bytes), diagnostics);
  return text === undefined
    ? sources
    : [...sources, { path: stdinPath, text }].sort((a, b) => byCodeUnit(a.path, b.path));
}

/** The files that inputs other than `-` name, from any place that holds files. */
export function readFiles(
  root: string,
  files: Files,
  inputs: readonly Input[],
  { absence, except }: { readonly absence: Absence; readonly except?: string | undefined },
  diagnostics: Diagnostics,
): readonly SourceFile[] {
  const inside = inputs.flatMap(({ path, origin }): Input[] => {
    const below = pathBelow(root, path);
    if (below !== undefined) return [{ path: below, origin }];
    reportOutside(`The input ${quoted(path)}`, origin, diagnostics);
    return [];
  });
  const leftOut = except === undefined ? undefined : pathBelow(root, except);
  const paths = selectFiles(files, inside, absence, diagnostics).filter((path) => path !== leftOut);
  const contents = files.read(paths, limitsOf('').bytes);
  return paths.flatMap((path, index) => {
    const text = decode(path, contents[index]!, diagnostics);
    return text === undefined ? [] : [{ path, text }];
  });
}
