import { type Artifact, canonicalJson, sha256 } from '../ir/index.ts';

/** Digits of the artifact's hash in a physical name. */
const hashDigits = 8;

/**
 * The name under which one version of a model is loaded: `<name>-<hash>` of everything that says what to load, so that
 * two versions can be loaded side by side and the same version has the same name everywhere.
 */
export function physicalName(name: string, artifact: Artifact): string {
  return `${name}-${sha256(canonicalJson(artifact), hashDigits)}`;
}
