import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative } from 'node:path';

/** Where all that clusters are made of is kept, and where they run: one file system, so that files can be linked. */
export const cacheFolder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'stowage-cluster');

/**
 * The folder that `make` fills, made once for everything that `of` says. A folder is whole or not there: it is filled
 * under another name and renamed. Folders of the same name for other contents are removed.
 */
export async function cached(
  name: string,
  of: readonly string[],
  make: (folder: string) => void | Promise<void>,
): Promise<string> {
  const key = sha256(of.join('\0')).slice(0, 16);
  const folder = join(cacheFolder, `${name}-${key}`);
  if (existsSync(folder)) return folder;
  const making = `${folder}.making-${process.pid}`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  try {
    await make(making);
    for (const other of readdirSync(cacheFolder)) {
      if (new RegExp(`^${name}-[0-9a-f]{16}$`).test(other)) {
        rmSync(join(cacheFolder, other), { recursive: true, force: true });
      }
    }
    if (!existsSync(folder)) renameSync(making, folder);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return folder;
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
