import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  statfsSync,
  utimesSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { type Artifact, isObject } from '../../../ir/index.ts';
import { fileSteps, syncFolder, writeAtomically } from '../../files.ts';
import type { FetchedArtifact } from './artifacts.ts';
import { removeTree, seal, sizeOf } from './sealed-folder.ts';

/** Where an artifact that is not pinned came from: the key of what is remembered of it. */
export type Origin = Pick<Artifact, 'uri' | 'version'>;

/** What artifacts take on disk, in bytes. */
export interface CacheUsage {
  readonly used: number;
  /** What of that does not make way. */
  readonly inUse: number;
  readonly limit: number;
}

/** Begins the names of folders in which nothing is verified yet. */
const unfinished = '.new-';

/** Follows the digest in the name of an entry whose artifact is one file, not a folder. */
const fileMark = '-file';

const knownFile = 'known.json';

interface Entry {
  /** Bytes on disk, as nearly as blocks tell. */
  readonly size: number;
  /** Number of its last use: what was used least recently makes way first. Clocks may be put back. */
  used: number;
}

/**
 * Verified artifacts on disk, a folder each, named by the digest: `<64 digits>`, or `<64 digits>-file` around an artifact
 * that is one file. A folder of such a name is complete and verified, since it comes by one rename at the end.
 */
export class ArtifactCache {
  readonly #root: string;
  readonly #quota: number;
  readonly #entries = new Map<string, Entry>();
  /** Digest by origin. */
  readonly #known = new Map<string, string>();
  /** Bytes that fetches under way may still take. */
  #reserved = 0;
  #uses = 0;

  /**
   * Drops what an earlier run left unfinished.
   *
   * @param quota in bytes
   */
  constructor(root: string, quota: number) {
    this.#root = root;
    this.#quota = quota;
    mkdirSync(root, { recursive: true });
    const names = readdirSync(root);
    for (const name of names) if (name.startsWith('.') || name.endsWith('.new')) removeTree(join(root, name));
    const found = names.filter((name) => /^[0-9a-f]{64}(-file)?$/.test(name)).map((name) => join(root, name));
    const used = new Map(found.map((path) => [path, lstatSync(path).mtimeMs]));
    for (const path of found.sort((a, b) => (used.get(a) ?? 0) - (used.get(b) ?? 0))) {
      this.#entries.set(basename(path), { size: sizeOf(path), used: ++this.#uses });
    }
    for (const [key, digest] of readKnown(join(root, knownFile))) {
      if (this.#nameOf(digest) !== undefined) this.#known.set(key, digest);
    }
  }

  /** The artifact, if it is here. */
  find(artifact: Artifact, now: number): FetchedArtifact | undefined {
    const digest = artifact.digest?.replace('sha256:', '') ?? this.#known.get(keyOf(artifact));
    const name = digest === undefined ? undefined : this.#nameOf(digest);
    return name === undefined ? undefined : this.#use(name, now);
  }

  /** Number of the last use of any artifact. */
  get uses(): number {
    return this.#uses;
  }

  /** @param inUse artifacts that do not make way for others */
  usage(inUse: readonly Artifact[]): CacheUsage {
    const kept = new Set(inUse.map((artifact) => this.#entryOf(artifact)));
    const usage = { used: 0, inUse: 0, limit: this.#quota };
    for (const [name, { size }] of this.#entries) {
      usage.used += size;
      if (kept.has(name)) usage.inUse += size;
    }
    return usage;
  }

  /** A folder to fetch into, on the same disk. */
  newFolder(): string {
    const path = join(this.#root, `${unfinished}x`);
    fileSteps.before('write', path);
    return mkdtempSync(path.slice(0, -1));
  }

  /**
   * Makes what was fetched and verified an artifact that is here, read-only.
   *
   * @param folder from `newFolder`
   * @param file whether the artifact is the one file in it
   */
  async keep(folder: string, digest: string, file: boolean, now: number): Promise<FetchedArtifact> {
    await seal(folder);
    const name = file ? `${digest}${fileMark}` : digest;
    const path = join(this.#root, name);
    if (!existsSync(path)) {
      fileSteps.before('rename', path);
      renameSync(folder, path);
      syncFolder(this.#root);
    }
    this.#entries.set(name, { size: sizeOf(path), used: 0 });
    return this.#use(name, now);
  }

  /** Remembers which digest an artifact had, so that a restart need not ask the store. */
  remember(origin: Origin, digest: string): void {
    this.#known.set(keyOf(origin), digest);
    this.#writeKnown();
  }

  drop(folder: string): void {
    if (!existsSync(folder)) return;
    fileSteps.before('remove', folder);
    removeTree(folder);
  }

  /**
   * Sets bytes aside for a fetch, and lets artifacts make way that nobody uses, least recently used first.
   *
   * @param since number of the last use before: what was used after that does not make way
   * @returns how to give them back, or a reason why there is no room
   */
  reserve(bytes: number, inUse: readonly Artifact[], since: number): (() => void) | string {
    const kept = new Set(inUse.map((artifact) => this.#entryOf(artifact)));
    const others = [...this.#entries]
      .filter(([name, { used }]) => !kept.has(name) && used <= since)
      .sort(([, a], [, b]) => a.used - b.used);
    const staying = [...this.#entries.values()].reduce((sum, { size }) => sum + size, 0);
    const goable = others.reduce((sum, [, { size }]) => sum + size, 0);
    if (staying - goable + this.#reserved + bytes > this.#quota) {
      const taken = mebibytes(staying - goable + this.#reserved);
      return `it takes ${mebibytes(bytes)} MiB of disk, and of ${mebibytes(this.#quota)} MiB others in use take ${taken}`;
    }
    const isRoom = () => {
      const used = [...this.#entries.values()].reduce((sum, { size }) => sum + size, 0);
      return used + this.#reserved + bytes <= this.#quota && this.#reserved + bytes <= freeSpace(this.#root);
    };
    for (const [name] of others) {
      if (isRoom()) break;
      this.#evict(name);
    }
    if (!isRoom()) return 'the disk is full';
    this.#reserved += bytes;
    let given = false;
    return () => {
      if (!given) this.#reserved -= bytes;
      given = true;
    };
  }

  #evict(name: string): void {
    // First the name goes, so that what is half removed is never taken for an artifact.
    const path = join(this.#root, name);
    const going = join(this.#root, `${unfinished}old-${name}`);
    fileSteps.before('rename', going);
    renameSync(path, going);
    this.#entries.delete(name);
    fileSteps.before('remove', going);
    removeTree(going);
    const gone = [...this.#known].filter(([, digest]) => this.#nameOf(digest) === undefined);
    for (const [key] of gone) this.#known.delete(key);
    if (gone.length > 0) this.#writeKnown();
  }

  #entryOf(artifact: Artifact): string | undefined {
    const digest = artifact.digest?.replace('sha256:', '') ?? this.#known.get(keyOf(artifact));
    return digest === undefined ? undefined : this.#nameOf(digest);
  }

  #nameOf(digest: string): string | undefined {
    return [digest, `${digest}${fileMark}`].find((name) => this.#entries.has(name));
  }

  #use(name: string, now: number): FetchedArtifact {
    const folder = join(this.#root, name);
    const entry = this.#entries.get(name);
    if (entry) entry.used = ++this.#uses;
    // For the next run's sake; without it, this one's order is merely forgotten.
    try {
      utimesSync(folder, now / 1000, now / 1000);
    } catch {}
    const path = name.endsWith(fileMark) ? join(folder, readdirSync(folder)[0] ?? '') : folder;
    return { path, digest: `sha256:${name.replace(fileMark, '')}` };
  }

  #writeKnown(): void {
    const known = Object.fromEntries([...this.#known].sort(([a], [b]) => (a < b ? -1 : 1)));
    try {
      writeAtomically(join(this.#root, knownFile), `${JSON.stringify({ version: 1, known })}\n`);
    } catch {
      // As where it cannot be read: a full disk takes no artifact away that is here.
    }
  }
}

function keyOf({ uri, version }: Origin): string {
  // Not joined: without a version, the folder that counts may lie below.
  return JSON.stringify(version === undefined ? [uri] : [uri, version]);
}

function readKnown(path: string): readonly (readonly [string, string])[] {
  try {
    const found: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (!isObject(found) || !isObject(found['known'])) return [];
    return Object.entries(found['known']).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  } catch {
    // Without it, artifacts that are not pinned are fetched once more.
    return [];
  }
}

function freeSpace(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

function mebibytes(bytes: number): number {
  return Math.ceil(bytes / (1024 * 1024));
}
