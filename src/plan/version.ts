import {
  type Artifact,
  canonicalJson,
  type LockedModel,
  type Model,
  physicalName,
  type Runtime,
  type Version,
} from '../ir/index.ts';

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
  const loadedAs = inPlace ? model.name : undefined;
  const isLocked = locked !== undefined && isSameArtifact(locked.current.artifact, artifact);
  const physical = isLocked ? locked.current.physical : physicalName(model.name, artifact);
  const current = inOrder({ artifact, loadedAs, physical }, model.demand);
  if (locked === undefined) return { current, former: [], changed: false };
  const changed = !isLocked || locked.current.loadedAs !== loadedAs;
  if (!changed && locked.former.length === 0) return { current, former: [], changed };
  const former: Version[] = [];
  for (const version of changed ? [locked.current, ...locked.former] : locked.former) {
    const named = nameAnew(version, loadedAs);
    if (![current, ...former].some((other) => isSameVersion(other, named))) former.push(named);
  }
  return { current, former: former.slice(0, formerKept), changed };
}

/** Versions are loaded under the name that holds today, whatever they were loaded under when they were current. */
function nameAnew(version: Version, loadedAs: string | undefined): Version {
  return version.loadedAs === loadedAs ? version : inOrder({ ...version, loadedAs }, version);
}

/** What a copy needs on a server with so many workers, each of which holds the model; its artifact is there once. */
export function onWorkers(version: Version, workers: number): Version {
  if (workers === 1) return version;
  const { memory, peak, gpuMemory = 0, gpuPeak = 0 } = version;
  return inOrder(version, {
    ...version,
    memory: memory * workers,
    peak: peak * workers,
    gpuMemory: gpuMemory * workers,
    gpuPeak: gpuPeak * workers,
  });
}

/** A version with its fields in the order of canonical JSON, which makes hashing cheap; without those that are none or 0. */
function inOrder(
  { artifact, loadedAs, physical }: { artifact: Artifact; loadedAs?: string | undefined; physical: string },
  { disk, gpuMemory, gpuPeak, memory, peak }: Omit<Version, 'artifact' | 'loadedAs' | 'physical'>,
): Version {
  // Most have none of the others.
  if (!disk && !gpuMemory && !gpuPeak && loadedAs === undefined) return { artifact, memory, peak, physical };
  return {
    artifact,
    ...(disk && { disk }),
    ...(gpuMemory && { gpuMemory }),
    ...(gpuPeak && { gpuPeak }),
    ...(loadedAs !== undefined && { loadedAs }),
    memory,
    peak,
    physical,
  };
}

/** Its fields stand in the order of canonical JSON, as a version's do. */
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
  return a.physical === b.physical && a.loadedAs === b.loadedAs && isSameArtifact(a.artifact, b.artifact);
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
