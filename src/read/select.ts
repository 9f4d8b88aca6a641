import { byCodeUnit, type Diagnostics } from '../diagnostics/index.ts';
import { readCodes } from './codes.ts';
import { unreadable } from './decode.ts';
import { type Entry, type FileKind, type Files, systemErrorCode } from './files.ts';
import { Glob } from './glob.ts';

/** What an input that matches nothing is: a mistake, or, at another revision, a file that was not there yet. */
export type Absence = 'error' | 'fine';

/**
 * The files that inputs name, sorted and each once. An input is a file, a folder (all `.yaml`, `.yml` and `.json` files
 * in it and below), or a pattern (see `Glob`; of the files that match, those with one of these endings). Folders and
 * patterns leave out names that begin with a dot, and `node_modules`. Links are refused, not followed. Inputs are
 * relative to the root, already checked to stay below it.
 */
export function selectFiles(
  files: Files,
  inputs: readonly string[],
  absence: Absence,
  diagnostics: Diagnostics,
): readonly string[] {
  const selected = new Set<string>();
  const links = new Set<string>();
  const refuseLink = (path: string): void => {
    if (links.has(path)) return;
    links.add(path);
    diagnostics.report(readCodes.symbolicLink, {
      message: `\`${path}\` is a symbolic link`,
      origin: { file: path },
      help: 'put the file itself there, or name the place it points to as an input',
    });
  };
  let reported = false;
  const list = (folder: string): readonly Entry[] => {
    try {
      return files.list(folder);
    } catch (error) {
      reported = true;
      diagnostics.report(readCodes.unreadable, unreadable(folder || '.', systemErrorCode(error)));
      return [];
    }
  };
  for (const input of inputs) {
    let known = false;
    reported = false;
    const add = (path: string, kind: FileKind): void => {
      known = true;
      if (kind === 'link') refuseLink(path);
      else selected.add(path);
    };
    const link = linkOnTheWay(files, input);
    if (link !== undefined) {
      refuseLink(link);
      continue;
    }
    const kind = files.kindOf(input);
    if (kind === 'folder') walk(list, input, undefined, add);
    else if (kind !== undefined) add(input, kind);
    else if (Glob.isPattern(input)) walk(list, '', new Glob(input), add);
    if (!known && !reported && absence === 'error') {
      diagnostics.report(readCodes.nothingFound, {
        message:
          kind === 'folder' ? `no spec is in the folder \`${input || '.'}\`` : `nothing matches the input \`${input}\``,
        help: helpOf(input, kind),
      });
    }
  }
  return [...selected].sort(byCodeUnit);
}

function helpOf(input: string, kind: FileKind | undefined): string {
  if (kind === 'folder') return 'specs are files that end in `.yaml`, `.yml` or `.json`';
  return Glob.isPattern(input)
    ? 'a pattern matches files that end in `.yaml`, `.yml` or `.json`: end it in `/*.yaml` or, with all folders below, in `/**`'
    : 'inputs are files, folders or patterns with `*`, `**` and `?`, relative to the folder of `stowage.yaml`';
}

/** Calls `found` for each spec in a folder and below; with a pattern, for those that match it. */
function walk(
  list: (folder: string) => readonly Entry[],
  from: string,
  glob: Glob | undefined,
  found: (path: string, kind: FileKind) => void,
): void {
  const rest: { readonly folder: string; readonly state: readonly number[] }[] = [
    { folder: from, state: glob?.start ?? [] },
  ];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { folder, state } = next;
    for (const { name, kind } of list(folder)) {
      if (name === 'node_modules' || (glob === undefined && name.startsWith('.'))) continue;
      const reached = glob?.step(state, name) ?? [];
      if (glob !== undefined && reached.length === 0) continue;
      const path = folder === '' ? name : `${folder}/${name}`;
      if (kind === 'folder') rest.push({ folder: path, state: reached });
      else if (mayHoldSpecs(name, kind) && (glob?.isEnd(reached) ?? true)) found(path, kind);
    }
  }
}

/** A link without an ending may be one to a folder of specs, which must not be left out in silence. */
function mayHoldSpecs(name: string, kind: FileKind): boolean {
  return isSpecName(name) || (kind === 'link' && !name.includes('.'));
}

function isSpecName(name: string): boolean {
  return name.endsWith('.yaml') || name.endsWith('.yml') || name.endsWith('.json');
}

/** The first folder on the way to a path that is a link. */
function linkOnTheWay(files: Files, path: string): string | undefined {
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
    const kind = files.kindOf(path.slice(0, at));
    if (kind === 'link') return path.slice(0, at);
    if (kind === undefined) return undefined;
  }
  return undefined;
}
