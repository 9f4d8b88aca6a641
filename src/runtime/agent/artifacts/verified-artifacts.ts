import type { AgentPlace, AgentSettings, Artifact } from '../../../ir/index.ts';
import { modelFiles } from '../servers/index.ts';
import type { ArtifactFault, Artifacts, FetchedArtifact } from './artifacts.ts';
import { ArtifactCache, type CacheUsage } from './cache.ts';
import { digestOf } from './digest.ts';
import { FolderSource } from './folder-source.ts';
import { type Located, locate } from './locate.ts';
import { RcloneSource } from './rclone.ts';
import { remoteOf } from './remote.ts';
import { onDisk } from './sealed-folder.ts';
import type { Listing, Source } from './source.ts';
import { versionFolder } from './version-folder.ts';

const mebibyte = 1024 * 1024;

/** What an artifact is set aside that its store does not say the size of: it is known when it is here. */
const unknownSize = 64 * mebibyte;

type Settings = Pick<AgentSettings, 'stores' | 'cache'> & {
  readonly runtime: Pick<AgentSettings['runtime'], 'layout'>;
};

type Place = Pick<AgentPlace, 'artifacts' | 'rclone' | 'local'>;

/** Artifacts by digest in a folder of their own, fetched with rclone, or copied where a store is a folder of this machine. */
export class VerifiedArtifacts implements Artifacts {
  readonly #settings: Settings;
  readonly #place: Place;
  readonly #cache: ArtifactCache;
  readonly #now: () => number;
  readonly #underWay = new Map<string, Promise<FetchedArtifact | ArtifactFault>>();

  /** @throws where the folder of artifacts cannot be made or read */
  constructor(settings: Settings, place: Place, now: () => number = Date.now) {
    this.#settings = settings;
    this.#place = place;
    this.#now = now;
    this.#cache = new ArtifactCache(place.artifacts, settings.cache * mebibyte);
  }

  /** As `ArtifactCache.usage`. */
  usage(inUse: readonly Artifact[]): CacheUsage {
    return this.#cache.usage(inUse);
  }

  async fetch(
    artifact: Artifact,
    inUse: readonly Artifact[],
    signal: AbortSignal,
  ): Promise<FetchedArtifact | ArtifactFault> {
    const key = JSON.stringify([artifact.uri, artifact.version, artifact.digest]);
    // What another asked for is waited for. Whether that came to something shows in the cache.
    for (let other = this.#underWay.get(key); other; other = this.#underWay.get(key)) await other;
    const fetching = this.#fetchOnce(artifact, inUse, signal).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, fetching);
    return fetching;
  }

  async #fetchOnce(
    artifact: Artifact,
    inUse: readonly Artifact[],
    signal: AbortSignal,
  ): Promise<FetchedArtifact | ArtifactFault> {
    try {
      const here = this.#cache.find(artifact, this.#now());
      return here ? { ...here, kept: true } : await this.#fetch(artifact, inUse, signal);
    } catch (error) {
      return fromError(error, signal);
    }
  }

  async #fetch(
    artifact: Artifact,
    inUse: readonly Artifact[],
    signal: AbortSignal,
  ): Promise<FetchedArtifact | ArtifactFault> {
    const since = this.#cache.uses;
    const located = locate(artifact, this.#settings.stores, this.#place.local === true);
    if (typeof located === 'string') return { reason: located, terminal: false };
    const source = this.#source(located);
    if (typeof source === 'string') return { reason: source, terminal: false };
    const path = await this.#path(source, located, artifact, signal);
    if (typeof path !== 'string') return path;
    const listing = await source.list(path, true, signal);
    if ('reason' in listing) return listing;
    const files = listing.entries.filter(({ folder }) => !folder);
    if (files.length === 0) {
      return { reason: `there is nothing at ${path} in store ${located.store.name}`, terminal: false };
    }
    const room = files.reduce((sum, { size }) => sum + (size < 0 ? unknownSize : onDisk(size)), onDisk(1));
    const giveBack = this.#cache.reserve(room, inUse, since);
    if (typeof giveBack === 'string') return { reason: giveBack, terminal: false };
    try {
      return await this.#bring(source, path, listing, room, artifact, signal);
    } finally {
      giveBack();
    }
  }

  async #bring(
    source: Source,
    path: string,
    listing: Listing,
    room: number,
    artifact: Artifact,
    signal: AbortSignal,
  ): Promise<FetchedArtifact | ArtifactFault> {
    const folder = this.#cache.newFolder();
    try {
      const fault = await source.copy(path, listing, folder, room, signal);
      if (fault) return fault;
      const name = listing.entries[0]?.path ?? '';
      const content = await digestOf(listing.file ? `${folder}/${name}` : folder, signal);
      if ('noArtifact' in content) {
        return { reason: `what lies at ${path} is no artifact: ${content.noArtifact}`, terminal: true };
      }
      const listed = listing.entries.filter(({ folder }) => !folder).length;
      if (content.files !== listed) {
        return { reason: `${listed} files were listed and ${content.files} arrived`, terminal: false };
      }
      const { digest } = content;
      if (artifact.digest !== undefined && artifact.digest !== `sha256:${digest}`) {
        const reason = `its digest is sha256:${digest}, and the spec pins ${artifact.digest}`;
        return { reason, terminal: true };
      }
      // Before it is here: what nothing leads to would be fetched again.
      if (artifact.digest === undefined) this.#cache.remember(artifact, digest);
      return await this.#cache.keep(folder, digest, listing.file, this.#now());
    } finally {
      this.#cache.drop(folder);
    }
  }

  /** The path of what is to be fetched: a version's, or what the runtime's rule says. */
  async #path(
    source: Source,
    { path }: Located,
    artifact: Artifact,
    signal: AbortSignal,
  ): Promise<string | ArtifactFault> {
    if (artifact.version !== undefined) return path === '' ? artifact.version : `${path}/${artifact.version}`;
    const { layout } = this.#settings.runtime;
    if (layout !== 'mlserver') return path;
    const root = await source.list(path, false, signal);
    if ('reason' in root) return root;
    const folder = versionFolder(root, layout, modelFiles(artifact.format));
    return folder === undefined ? path : `${path}/${folder}`;
  }

  #source(located: Located): Source | string {
    const { scheme, store } = located;
    if (scheme === 'file') return new FolderSource();
    const remote = remoteOf({ ...located, scheme });
    return typeof remote === 'string' ? remote : new RcloneSource(this.#place.rclone ?? 'rclone', remote, store.name);
  }
}

function fromError(error: unknown, signal: AbortSignal): ArtifactFault {
  if (signal.aborted) return { reason: 'given up', terminal: false };
  const { code, message } = error as NodeJS.ErrnoException;
  const full = code === 'ENOSPC' || code === 'EDQUOT';
  return { reason: full ? 'the disk is full' : `it cannot be kept on disk: ${code ?? message}`, terminal: false };
}
