import { byCodeUnit, type Diagnostics, type Origin, suggest } from '../diagnostics/index.ts';
import { readCodes } from './codes.ts';
import { unreadable } from './decode.ts';
import { type Entry, type FileKind, type Files, systemErrorCode } from './files.ts';
import { Glob } from './glob.ts';
import { linkOnTheWay, reportLink } from './links.ts';
import { quoted } from './quoted.ts';

/** What an input that matches nothing is: a mistake, or, at another revision, a file that was not there yet. */
export type Absence = 'error' | 'fine';

export interface Input {
  readonly path: string;
  /** Where it is written. Undefined: in no file that is read. */
  readonly origin: Origin | undefined;
}

/**
 * The files that inputs name, sorted and each once. An input is a file, a folder (all `.yaml`, `.yml` and `.json` files
 * in it and below), or a pattern (see `Glob`; of the files that match, those with one of these endings). Folders and
 * patterns leave out names that begin with a dot, and `node_modules`. Links are refused, not followed. Inputs are
 * relative to the root, already checked to stay below it.
 */
export function selectFiles(
  files: Files,
  inputs: readonly Input[],
  absence: Absence,
  diagnostics: Diagnostics,
): readonly string[] {
  const selected = new Set<string>();
  const links = new Set<string>();
  const refuseLink = (path: string, origin?: Origin): void => {
    if (!links.has(path)) reportLink(path, origin, diagnostics);
    links.add(path);
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
  for (const { path: input, origin } of inputs) {
    let known = false;
    reported = false;
    const add = (path: string, kind: FileKind): void => {
      known = true;
      if (kind !== 'link') selected.add(path);
      else refuseLink(path, path === input ? origin : undefined);
    };
    const link = linkOnTheWay(files, input);
    if (link !== undefined) {
      refuseLink(link, origin);
      continue;
    }
    const kind = files.kindOf(input);
    if (kind === 'folder') walk(list, input, undefined, add);
    else if (kind !== undefined) add(input, kind);
    else if (Glob.isPattern(input)) walk(list, '', new Glob(input), add);
    if (!known && !reported && absence === 'error') {
      const what = kind === 'folder' ? 'No spec is in the folder' : 'Nothing matches the input';
      diagnostics.report(readCodes.nothingFound, {
        message: `${what} ${quoted(input || '.')}`,
        origin,
        help: helpOf(files, input, kind),
      });
    }
  }
  return [...selected].sort(byCodeUnit);
}

/** Whether an input may name something that is at a path or below it, now or later. Both are relative to the root. */
export function mayReach(input: string, path: string): boolean {
  if (input === '' || input === path || input.startsWith(`${path}/`) || path.startsWith(`${input}/`)) return true;
  if (!Glob.isPattern(input)) return false;
  const glob = new Glob(input);
  return path.split('/').reduce((state, name) => glob.step(state, name), glob.start).length > 0;
}

function helpOf(files: Files, input: string, kind: FileKind | undefined): string {
  if (kind === 'folder') return 'Specs are files that end in `.yaml`, `.yml` or `.json`.';
  if (Glob.isPattern(input)) {
    return 'A pattern matches files that end in `.yaml`, `.yml` or `.json`: end it in `/*.yaml` or, with all folders below, in `/**`.';
  }
  const near = nearPath(files, input);
  return near === undefined
    ? 'Inputs are files, folders or patterns with `*`, `**` and `?`, relative to the folder of `stowage.yaml`.'
    : `Did you mean ${quoted(near)}?`;
}

/** The path with its first name that is not there replaced by one that is. Undefined: none is near. */
function nearPath(files: Files, path: string): string | undefined {
  const names = path.split('/');
  const at = names.findIndex((_, i) => files.kindOf(names.slice(0, i + 1).join('/')) === undefined);
  const folder = names.slice(0, at).join('/');
  const isLast = at === names.length - 1;
  try {
    const there = files.list(folder).filter(({ name, kind }) => kind === 'folder' || (isLast && isSpecName(name)));
    const near = suggest(names[at] ?? '', there.map(({ name }) => name).toSorted(byCodeUnit));
    return near === undefined ? undefined : names.with(at, near).join('/');
  } catch (error) {
    systemErrorCode(error);
    return undefined;
  }
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
