import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative } from 'node:path';

/** Where all that clusters are made of is kept, and where they run: one file system, so that files can be linked. */
export const cacheFolder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'stowage-cluster');

/** How long a folder is kept, in ms, after it was used last and others of its name took its place: clusters may run. */
const kept = 2 * 60 * 60 * 1000;

/**
 * The folder that `make` fills, made once for everything that `of` says. A folder is whole or not there: it is filled
 * under another name and renamed.
 *
 * @param keep how long folders of the same name for other contents are kept, in milliseconds
 */
export async function cached(
  name: string,
  of: readonly string[],
  make: (folder: string) => void | Promise<void>,
  keep = kept,
): Promise<string> {
  const key = sha256(of.join('\0')).slice(0, 16);
  const folder = join(cacheFolder, `${name}-${key}`);
  if (!existsSync(folder)) {
    const making = `${folder}.making-${process.pid}`;
    mkdirSync(making, { recursive: true });
    try {
      await make(making);
      // Another process may have been quicker.
      if (!existsSync(folder)) renameSync(making, folder);
    } finally {
      rmSync(making, { recursive: true, force: true });
    }
  }
  const now = new Date();
  utimesSync(folder, now, now);
  removeOthers(name, folder, now.getTime() - keep);
  return folder;
}

function removeOthers(name: string, folder: string, before: number): void {
  const sameName = new RegExp(`^${name}-[0-9a-f]{16}$`);
  for (const entry of readdirSync(cacheFolder)) {
    const other = join(cacheFolder, entry);
    if (other === folder || !sameName.test(entry)) continue;
    if (statSync(other).mtimeMs <= before) rmSync(other, { recursive: true, force: true });
  }
}

/** All files below a folder as lines of `path digest`, in order: what a folder's contents are known by. */
export function contentsOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => `${relative(folder, path)} ${sha256(readFileSync(path))}`)
    .join('\n');
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}
