import { lstatSync } from 'node:fs';
import { systemErrorCode } from '../read/index.ts';

/** What stands at a path, links not followed; `hidden` where the system does not say. */
export type Presence = 'file' | 'folder' | 'link' | 'other' | 'hidden';

/** What is in a project, each path looked at once: most files share their folders. */
export class Present {
  readonly #root: string;
  readonly #seen = new Map<string, Presence | undefined>();

  constructor(root: string) {
    this.#root = root;
  }

  /** By path relative to the root, with forward slashes. Undefined: nothing is there. */
  at(path: string): Presence | undefined {
    if (this.#seen.has(path)) return this.#seen.get(path);
    const presence = presenceOf(`${this.#root}/${path}`);
    this.#seen.set(path, presence);
    return presence;
  }
}

function presenceOf(path: string): Presence | undefined {
  try {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found === undefined) return undefined;
    if (found.isFile()) return 'file';
    if (found.isDirectory()) return 'folder';
    return found.isSymbolicLink() ? 'link' : 'other';
  } catch (error) {
    // Below a file there is nothing.
    return systemErrorCode(error) === 'ENOTDIR' ? undefined : 'hidden';
  }
}
