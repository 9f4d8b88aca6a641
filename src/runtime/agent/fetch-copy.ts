import type { ArtifactFault, FetchedArtifact } from './artifacts/artifacts.ts';
import { copyKey, isInside, type LocalCopy } from './decide/index.ts';
import type { AgentParts } from './parts.ts';

/**
 * Fetches the artifact of one copy. What is loaded or about to be keeps its own: after the server's death it is loaded
 * again from there.
 */
export function fetchCopy(
  { artifacts }: AgentParts,
  { version }: LocalCopy,
  copies: readonly LocalCopy[],
  fetched: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<FetchedArtifact | ArtifactFault> {
  const inUse = copies
    .filter((copy) => isInside(copy) || copy.state === 'fetching' || fetched.has(copyKey(copy.version)))
    .map((copy) => copy.version.artifact);
  return artifacts.fetch(version.artifact, inUse, signal);
}
