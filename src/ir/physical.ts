import { canonicalJson, sha256 } from './canonical.ts';
import type { Artifact, Version } from './lock.ts';

/** Digits of the artifact's hash in a physical name. */
const hashDigits = 8;

/**
 * The name of one version of a model: `<name>-<hash>` of everything that says what to load, so that two versions can be
 * told apart and loaded side by side, and the same version has the same name everywhere.
 */
export function physicalName(name: string, artifact: Artifact): string {
  return `${name}-${sha256(canonicalJson(artifact), hashDigits)}`;
}

/** The name that the inference server knows a version by: requests, its repository and its API use it. */
export function loadName({ physical, loadedAs }: Pick<Version, 'physical' | 'loadedAs'>): string {
  return loadedAs ?? physical;
}
