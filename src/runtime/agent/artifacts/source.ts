import type { ArtifactFault } from './artifacts.ts';

/** Where artifacts are fetched from. Paths are a store's own, without the scheme. None of these throws. */
export interface Source {
  /** @param deep whether what lies in folders is listed too */
  list(path: string, deep: boolean, signal: AbortSignal): Promise<Listing | ArtifactFault>;
  /**
   * Copies what was listed: a folder's content, or a file under its name.
   *
   * @param into a folder that is there and empty
   * @param most bytes that may be written
   */
  copy(
    path: string,
    listing: Listing,
    into: string,
    most: number,
    signal: AbortSignal,
  ): Promise<ArtifactFault | undefined>;
}

export interface Listing {
  /** Whether the path is one file, which is the only entry then. */
  readonly file: boolean;
  readonly entries: readonly ListedEntry[];
}

export interface ListedEntry {
  /** Below the listed path, with `/`. */
  readonly path: string;
  /** Bytes; -1 where the store does not say. */
  readonly size: number;
  readonly folder: boolean;
}
