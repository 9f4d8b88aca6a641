import { fileURLToPath } from 'node:url';
import type { Artifact, StoreSettings } from '../../../ir/index.ts';

/** A scheme that artifacts can be fetched by. */
export type Scheme = 's3' | 'gs' | 'azure' | 'http' | 'https' | 'file';

const schemes: readonly string[] = ['s3', 'gs', 'azure', 'http', 'https', 'file'] satisfies readonly Scheme[];

export interface Located {
  readonly store: StoreSettings;
  readonly scheme: Scheme;
  /** Host of `http` and `https`, with its port; empty else. */
  readonly host: string;
  /** Bucket and path; of `file`, the absolute path; of `http`, the path on the host. */
  readonly path: string;
}

/**
 * Where an artifact lies, by the store that its plan names and no other.
 *
 * @param local whether stores may be folders of this machine
 * @returns a reason where it may not be fetched
 */
export function locate(artifact: Artifact, stores: readonly StoreSettings[], local: boolean): Located | string {
  const store = stores.find(({ name }) => name === artifact.store);
  if (!store) return `the environment has no store ${artifact.store}`;
  const base = store.uri.replace(/\/+$/, '');
  if (artifact.uri !== base && !artifact.uri.startsWith(`${base}/`)) {
    return `${artifact.uri} does not lie under ${store.uri}, the store ${store.name}`;
  }
  const match = /^([a-z0-9]+):\/\/([^/]*)(.*)$/.exec(artifact.uri);
  const [, scheme = '', authority = '', rest = ''] = match ?? [];
  if (!isScheme(scheme)) return `nothing can be fetched by the scheme of ${artifact.uri}`;
  // A plan is checked when it is compiled; this is the last place before the disk.
  if (rest.split('/').some((step) => step === '..' || step === '.')) return `${artifact.uri} has a detour in its path`;
  if (scheme === 'file') {
    if (!local) return `${artifact.uri} is a folder of one machine, which only a local run reads`;
    return { store, scheme, host: '', path: fileURLToPath(artifact.uri) };
  }
  const path = rest.replace(/\/+$/, '');
  if (scheme === 'http' || scheme === 'https') return { store, scheme, host: authority, path: path.slice(1) };
  return { store, scheme, host: '', path: `${authority}${path}` };
}

function isScheme(text: string): text is Scheme {
  return schemes.includes(text);
}
