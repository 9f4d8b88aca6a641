import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import { join } from 'node:path';

/** What a path names: a symbolic link is not followed; `other` is a socket, a device or a pipe. */
export type FileKind = 'file' | 'folder' | 'link' | 'other';

export interface Entry {
  readonly name: string;
  readonly kind: FileKind;
}

/** The bytes of a file; `tooLarge` where there are more than were asked for; else why it cannot be opened. */
export type Content = Uint8Array | 'tooLarge' | Unreadable;

export interface Unreadable {
  /** The system's short name for it (`EACCES`), or a few words. */
  readonly reason: string;
}

/**
 * What there is to read: a folder on disk, a revision in Git, or, in tests, a table. Paths are relative to its
 * root, with forward slashes; '' is the root.
 */
export interface Files {
  /** Undefined: nothing is there. */
  kindOf(path: string): FileKind | undefined;
  /** The names in a folder, in any order. Throws where it cannot be listed. */
  list(folder: string): readonly Entry[];
  /** What the files hold, in the order of the paths. */
  read(paths: readonly string[], most: number): readonly Content[];
}

/** The files below a folder on disk. */
export class FolderFiles implements Files {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  kindOf(path: string): FileKind | undefined {
    try {
      // The root itself may be reached by a link: it is what the person named.
      const stats = (path === '' ? statSync : lstatSync)(join(this.#root, path), { throwIfNoEntry: false });
      return stats && kindOfStats(stats);
    } catch (error) {
      // A folder that may not be entered, say: reading the path tells what is in the way.
      return systemErrorCode(error) === 'ENOTDIR' ? undefined : 'other';
    }
  }

  list(folder: string): readonly Entry[] {
    return readdirSync(join(this.#root, folder), { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      kind: kindOfStats(entry),
    }));
  }

  read(paths: readonly string[], most: number): readonly Content[] {
    return paths.map((path) => guarded(() => this.#readOne(path, most)));
  }

  #readOne(path: string, most: number): Content {
    // Neither follows a link that took the file's place after it was listed, nor waits for a pipe's other end.
    const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
    const descriptor = openSync(join(this.#root, path), flags);
    try {
      const stats = fstatSync(descriptor);
      if (!stats.isFile()) return { reason: 'it is not a regular file' };
      return stats.size > most ? 'tooLarge' : readFileSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  }
}

/** All of standard input, or `tooLarge` as soon as there is more than `most`. */
export function readStdin(most: number): Content {
  return guarded(() => readStdinParts(most));
}

function readStdinParts(most: number): Content {
  const parts: Uint8Array[] = [];
  let size = 0;
  while (size <= most) {
    const part = new Uint8Array(64 * 1024);
    const count = readPart(part);
    if (count === 0) return Buffer.concat(parts, size);
    parts.push(part.subarray(0, count));
    size += count;
  }
  return 'tooLarge';
}

/** A terminal or a non-blocking pipe answers EAGAIN while there is nothing yet. */
function readPart(part: Uint8Array): number {
  for (;;) {
    try {
      return readSync(0, part);
    } catch (error) {
      const code = systemErrorCode(error);
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

/** What the system refuses becomes a reason; anything else is thrown on. */
function guarded(read: () => Content): Content {
  try {
    return read();
  } catch (error) {
    return { reason: systemErrorCode(error) };
  }
}

/** The code of an error of the system (`ENOENT`); any other error is thrown on. */
export function systemErrorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}

function kindOfStats(stats: Pick<Stats, 'isFile' | 'isDirectory' | 'isSymbolicLink'>): FileKind {
  if (stats.isSymbolicLink()) return 'link';
  if (stats.isDirectory()) return 'folder';
  return stats.isFile() ? 'file' : 'other';
}
