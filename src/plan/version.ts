import { type Artifact, canonicalJson, type LockedModel, type Model, type Runtime, type Version } from '../ir/index.ts';
import { physicalName } from '../names/index.ts';

/** How many versions before the current one are kept. */
const formerKept = 2;

/** The versions of one model that a plan names. */
export interface Versions {
  readonly current: Version;
  /** Newest first, at most two. */
  readonly former: readonly Version[];
  /** Whether the current one is another than the lock's. False for a new model. */
  readonly changed: boolean;
}

/** Whether a model must be loaded under its own name, so that a new version replaces the old in place. */
export function keepsName(model: Model, runtime: Runtime): boolean {
  return !model.rename || !runtime.canRename || runtime.repositoryApi === 'none';
}

/** The current version and those before it: a changed one pushes the lock's down, a revert takes its version out again. */
export function versionsOf(model: Model, inPlace: boolean, locked: LockedModel | undefined): Versions {
  const artifact = artifactOf(model);
  const physical = inPlace ? model.name : physicalName(model.name, artifact);
  const current: Version = { artifact, memory: model.demand.memory, physical };
  if (locked === undefined) return { current, former: [], changed: false };
  const changed = !isSameVersion(locked.current, current);
  if (!changed && locked.former.length === 0) return { current, former: [], changed };
  const former: Version[] = [];
  for (const version of changed ? [locked.current, ...locked.former] : locked.former) {
    if (![current, ...former].some((other) => isSameVersion(other, version))) former.push(version);
  }
  return { current, former: former.slice(0, formerKept), changed };
}

/** Its fields, as a version's, stand in the order of canonical JSON, which makes hashing cheap. */
function artifactOf({ format, parameters, storage }: Model): Artifact {
  const { digest, store, uri, version } = storage;
  return {
    ...(digest !== undefined && { digest }),
    format: format.name,
    ...(format.version !== undefined && { formatVersion: format.version }),
    ...(Object.keys(parameters).length > 0 && { parameters }),
    store,
    uri,
    ...(version !== undefined && { version }),
  };
}

/** Whether two versions are loaded alike and under the same name; what they need may differ. */
export function isSameVersion(a: Version, b: Version): boolean {
  return a.physical === b.physical && isSameArtifact(a.artifact, b.artifact);
}

function isSameArtifact(a: Artifact, b: Artifact): boolean {
  return (
    a.uri === b.uri &&
    a.store === b.store &&
    a.version === b.version &&
    a.digest === b.digest &&
    a.format === b.format &&
    a.formatVersion === b.formatVersion &&
    (a.parameters === b.parameters || canonicalJson(a.parameters ?? {}) === canonicalJson(b.parameters ?? {}))
  );
}
