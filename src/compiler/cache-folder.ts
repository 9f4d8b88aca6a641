import { existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { sha256 } from '../ir/index.ts';

/**
 * The folder that keeps what is made of a project's files between compiles: in the user's own cache folder
 * (`XDG_CACHE_HOME`, else `~/.cache`), so that no commit can bring one along. Made where it lacks, for the user alone.
 * Undefined where there is none that is the user's own and outside of the repository: then nothing is kept.
 */
export function cacheFolder(root: string, env: Readonly<Record<string, string | undefined>>): string | undefined {
  const base = cacheHome(env);
  if (base === undefined) return undefined;
  try {
    const project = realpathSync(root);
    const repository = repositoryOf(project);
    if (isBelow(resolve(base), repository)) return undefined;
    mkdirSync(base, { recursive: true, mode: 0o700 });
    const home = realpathSync(base);
    if (isBelow(home, repository)) return undefined;
    const own = ownFolder(join(home, 'stowage'));
    return own && ownFolder(join(own, sha256(project, 32)));
  } catch {
    return undefined;
  }
}

/** By the XDG Base Directory Specification, which takes absolute paths only. */
function cacheHome(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const { XDG_CACHE_HOME: named, HOME: home } = env;
  if (named !== undefined && isAbsolute(named)) return named;
  return home !== undefined && isAbsolute(home) ? join(home, '.cache') : undefined;
}

/** What a pull request can fill: the work tree around the project or, outside of any, the project. */
function repositoryOf(project: string): string {
  for (let folder = project; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (folder === dirname(folder)) return project;
  }
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The folder, made where it lacks; undefined where it is a link, or where others may write. */
function ownFolder(path: string): string | undefined {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const found = lstatSync(path);
  const user = process.getuid?.();
  const own = user === undefined || (found.uid === user && (found.mode & 0o022) === 0);
  return found.isDirectory() && own ? path : undefined;
}
