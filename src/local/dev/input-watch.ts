import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds between two looks. A change counts when it is there twice alike, so that no half-written file is read. */
const every = 300;

/**
 * What files look like from outside: any change of one of them changes it. Folders stand for all below them.
 *
 * @param inputs files, folders and globs, relative to the root
 */
export function appearance(root: string, inputs: readonly string[]): string {
  const named = inputs.flatMap((input) => (isThere(join(root, input)) ? [input] : globSync(input, { cwd: root })));
  const files = named.flatMap((path) =>
    isFolder(join(root, path))
      ? globSync('**', { cwd: join(root, path), exclude: (name) => name === 'node_modules' }).map((below) =>
          join(path, below),
        )
      : [path],
  );
  return [...new Set(files)]
    .toSorted()
    .map((path) => `${path} ${stamp(join(root, path))}`)
    .join('\n');
}

/**
 * Calls back when the inputs have changed, one call after the other.
 *
 * @param known what they looked like, by `visibly`, before they were last read
 * @returns ends the watch
 */
export function watchInputs(
  root: string,
  inputs: readonly string[],
  known: string,
  changed: () => Promise<void>,
): () => void {
  let seen = known;
  let timer: NodeJS.Timeout;
  let closed = false;
  const look = async (): Promise<void> => {
    const now = visibly(root, inputs);
    const isSettled = now === seen;
    seen = now;
    if (isSettled && now !== known) {
      known = now;
      await changed();
    }
    if (!closed) timer = setTimeout(() => void look(), every);
  };
  timer = setTimeout(() => void look(), every);
  return () => {
    closed = true;
    clearTimeout(timer);
  };
}

/** What cannot be looked at looks like its fault: whoever reads it says what is wrong. */
export function visibly(root: string, inputs: readonly string[]): string {
  try {
    return appearance(root, inputs);
  } catch (error) {
    return String(error);
  }
}

function stamp(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  // A folder's own time changes with what is in it, which is listed by itself.
  return found === undefined ? '' : found.isDirectory() ? 'folder' : `${found.mtimeNs} ${found.size} ${found.ino}`;
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
