import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const current = '..data';
const unfinished = '..data_tmp';

/**
 * Gives a folder other files, all at once, as the kubelet does with a mounted ConfigMap: they lie in a hidden folder of
 * their own, to which `..data` leads, and that link is swapped. What they already are is not written again.
 */
export function swapMount(folder: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true });
  const before = linkTarget(join(folder, current));
  if (before !== undefined && holds(join(folder, before), files)) return;

  const next = hiddenName(before);
  rmSync(join(folder, next), { recursive: true, force: true });
  mkdirSync(join(folder, next));
  for (const [name, text] of files) writeFileSync(join(folder, next, name), text);
  rmSync(join(folder, unfinished), { force: true });
  symlinkSync(next, join(folder, unfinished));
  renameSync(join(folder, unfinished), join(folder, current));

  for (const name of files.keys()) {
    if (linkTarget(join(folder, name)) === undefined) symlinkSync(`${current}/${name}`, join(folder, name));
  }
  for (const name of readdirSync(folder)) {
    const stays = files.has(name) || name === current || name === next;
    if (!stays) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Numbered, so that each differs from the one before. */
function hiddenName(before: string | undefined): string {
  return `..${Number(before?.slice('..'.length) ?? 0) + 1}`;
}

/** Undefined: it is not there. */
function linkTarget(path: string): string | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(path) : undefined;
}

function holds(folder: string, files: ReadonlyMap<string, string>): boolean {
  if (!existsSync(folder) || readdirSync(folder).length !== files.size) return false;
  return [...files].every(([name, text]) => {
    const path = join(folder, name);
    return existsSync(path) && readFileSync(path, 'utf8') === text;
  });
}
