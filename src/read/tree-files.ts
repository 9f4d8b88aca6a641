import type { Content, Entry, FileKind, Files } from './files.ts';
import { git } from './git.ts';

interface Blob {
  readonly kind: FileKind;
  readonly id: string;
  /** In bytes; absent for what is no file. */
  readonly size: number | undefined;
}

/** The files of a commit, below the folder that git runs in. Undefined where git cannot list them. */
export function treeFiles(folder: string, commit: string): Files | undefined {
  const tree = git(folder, ['ls-tree', '-r', '-z', '-l', commit]);
  return typeof tree === 'string' ? undefined : new TreeFiles(folder, parseTree(tree));
}

class TreeFiles implements Files {
  readonly #folder: string;
  readonly #blobs: ReadonlyMap<string, Blob>;
  readonly #folders = new Map<string, Map<string, FileKind>>([['', new Map()]]);

  constructor(folder: string, blobs: ReadonlyMap<string, Blob>) {
    this.#folder = folder;
    this.#blobs = blobs;
    for (const [path, { kind }] of blobs) this.#enter(path, kind);
  }

  kindOf(path: string): FileKind | undefined {
    return this.#blobs.get(path)?.kind ?? (this.#folders.has(path) ? 'folder' : undefined);
  }

  list(folder: string): readonly Entry[] {
    return Array.from(this.#folders.get(folder) ?? [], ([name, kind]) => ({ name, kind }));
  }

  read(paths: readonly string[], most: number): readonly Content[] {
    const wanted = paths.map((path) => this.#blobs.get(path));
    const ids = wanted.flatMap((blob) => (blob?.kind === 'file' && (blob.size ?? 0) <= most ? [blob.id] : []));
    const contents = readBlobs(this.#folder, ids);
    return wanted.map((blob) => {
      if (blob?.kind !== 'file') return { reason: 'it is not a regular file' };
      if ((blob.size ?? 0) > most) return 'tooLarge';
      return contents.get(blob.id) ?? { reason: 'git cannot read it' };
    });
  }

  /** Enters a path in its folder, and the folder in its own. */
  #enter(path: string, kind: FileKind): void {
    const slash = path.lastIndexOf('/');
    const folder = slash === -1 ? '' : path.slice(0, slash);
    const known = this.#folders.get(folder);
    if (known === undefined) {
      this.#folders.set(folder, new Map([[path.slice(slash + 1), kind]]));
      this.#enter(folder, 'folder');
    } else {
      known.set(path.slice(slash + 1), kind);
    }
  }
}

/** Lines of `<mode> <type> <id> <size>`, a tab, the path, and a NUL. */
function parseTree(output: Buffer): ReadonlyMap<string, Blob> {
  const blobs = new Map<string, Blob>();
  for (const line of output.toString('utf8').split('\0')) {
    const tab = line.indexOf('\t');
    if (tab === -1) continue;
    const [mode = '', type, id = '', size = ''] = line.slice(0, tab).split(/ +/, 4);
    const kind = mode === '120000' ? 'link' : type === 'blob' ? 'file' : 'other';
    blobs.set(line.slice(tab + 1), { kind, id, size: kind === 'file' ? Number(size) : undefined });
  }
  return blobs;
}

/** Reads blobs in one go. The answer to each id is `<id> blob <size>`, a line end, the bytes, a line end. */
function readBlobs(folder: string, ids: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>();
  if (ids.length === 0) return contents;
  const output = git(folder, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  if (typeof output === 'string') return contents;
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(0x0a, at);
    const [id = '', type, size] = output.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (type !== 'blob') continue;
    contents.set(id, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return contents;
}
