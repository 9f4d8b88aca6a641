import type { Artifact } from '../../../ir/index.ts';

/** Verified artifacts on this pod's disk, fetched from the environment's stores alone. None of these throws. */
export interface Artifacts {
  /**
   * Brings an artifact here, verified, and keeps it while `inUse` names it. One that is here is not fetched again, also
   * after a restart.
   *
   * @param inUse artifacts that are not to make way for it
   */
  fetch(artifact: Artifact, inUse: readonly Artifact[], signal: AbortSignal): Promise<FetchedArtifact | ArtifactFault>;
}

export interface FetchedArtifact {
  /** Folder or file, read-only, by the digest of what is in it. */
  readonly path: string;
  /** `sha256:…`, as specs write it. */
  readonly digest: string;
  /** It was here before. Absent: it was fetched. */
  readonly kept?: true;
}

export interface ArtifactFault {
  readonly reason: string;
  /** Whether trying again is of no use: the digest is not the pinned one, or what is there is no artifact. */
  readonly terminal: boolean;
}
