import { suggest } from '../diagnostics/index.ts';
import { listed, quoted } from './words.ts';

/** Where artifacts can come from. `file:` is for local runs alone, which do not go through an Environment's stores. */
const schemes = ['s3', 'gs', 'azure', 'http', 'https'];

/** What other systems fetch from, and agents cannot. */
const laterSchemes = ['oci', 'pvc', 'hf'];

/** A step of a path that is empty, unless it is the last, or that means this folder or the one above. */
const detour = /\/\/|\/(\.|%2e){1,2}(\/|$)/i;

export interface UriFault {
  /** What follows the name of the URI's owner. */
  readonly message: string;
  readonly help: string;
}

/** What is wrong with a storage URI; undefined where nothing is. */
export function uriFault(uri: string): UriFault | undefined {
  const match = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/?#]*)([^?#]*)(.?)/.exec(uri);
  if (!match) {
    return fault(`has no scheme: ${quoted(uri)}`, `Write it as \`scheme://…\` with one of ${listed(schemes, 'or')}.`);
  }
  const [, scheme = '', authority = '', path = '', more = ''] = match;
  // The value is not repeated: it holds a secret.
  if (authority.includes('@'))
    return fault(
      'has a user name or password',
      'Remove all up to the `@`; what opens the store belongs into its Secret.',
    );
  if (!schemes.includes(scheme)) {
    const meant = suggest(scheme, schemes);
    const choice = `It can be one of ${listed(schemes, 'or')}.`;
    if (laterSchemes.includes(scheme)) {
      return fault(`has the scheme ${quoted(scheme)}, by which nothing can be fetched yet`, choice);
    }
    return fault(
      `has the scheme ${quoted(scheme)}`,
      meant === undefined ? choice : `Did you mean \`${meant}\`? ${choice}`,
    );
  }
  if (authority === '')
    return fault(`names no bucket or host: ${quoted(uri)}`, `Write it as \`${scheme}://name/path\`.`);
  if (more !== '') {
    return fault(
      'has a query or fragment',
      'Leave out all from `?` or `#` on; what opens the store belongs into its Secret.',
    );
  }
  if (detour.test(path)) {
    return fault(`has an empty step, \`.\` or \`..\` in its path: ${quoted(uri)}`, 'Write the path without detours.');
  }
  return undefined;
}

function fault(message: string, help: string): UriFault {
  return { message, help };
}
