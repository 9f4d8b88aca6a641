import type { Artifact, Runtime, Store } from '../ir/index.ts';

/** A query, a fragment, or a step that is empty or leads elsewhere: the same that specs refuse. */
const detour = /[?#]|\/\/|\/(\.|%2e){1,2}(\/|$)/i;

/** One folder, as specs name it. */
const folder = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/**
 * Whether agents may be told to load a former version: the runtime of the model's server, which may be another than
 * that version had, knows its format, and it lies under its store. Locks are merged and edited, and what they say must
 * lead agents no further than specs can.
 */
export function isLoadable(artifact: Artifact, runtime: Runtime, stores: readonly Store[]): boolean {
  const { uri, version, format, formatVersion } = artifact;
  const store = stores.find(({ name }) => name === artifact.store);
  if (store === undefined || !uri.startsWith(store.uri)) return false;
  const rest = uri.slice(store.uri.length);
  if ((rest !== '' && !rest.startsWith('/')) || detour.test(rest)) return false;
  if (version !== undefined && !folder.test(version)) return false;
  return runtime.formats.some(
    (one) =>
      one.name === format &&
      (formatVersion === undefined || one.version === undefined || one.version === formatVersion),
  );
}
