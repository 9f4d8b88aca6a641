import type { Artifact } from '../../ir/index.ts';
import type { ArtifactFault, FetchedArtifact } from './artifacts/artifacts.ts';
import { copyKey, isInside, type LocalCopy } from './decide/index.ts';
import type { Facts } from './facts.ts';
import type { AgentParts } from './parts.ts';

/**
 * Fetches the artifact of one copy. What is loaded or about to be keeps its own, and so does what is always to be loaded:
 * after the server's death all is loaded again from there.
 */
export function fetchCopy(
  { artifacts }: AgentParts,
  { version }: LocalCopy,
  facts: Facts,
  signal: AbortSignal,
): Promise<FetchedArtifact | ArtifactFault> {
  return artifacts.fetch(version.artifact, artifactsInUse(facts), signal);
}

/** What does not make way for other artifacts. */
export function artifactsInUse(facts: Facts): readonly Artifact[] {
  const isToCome = ({ model, terminal, aborted }: LocalCopy) =>
    !terminal && !aborted && facts.entry(model)?.residency === 'always';
  return facts.copies
    .filter(
      (copy) =>
        isInside(copy) || copy.state === 'fetching' || facts.fetched.has(copyKey(copy.version)) || isToCome(copy),
    )
    .map((copy) => copy.version.artifact);
}
