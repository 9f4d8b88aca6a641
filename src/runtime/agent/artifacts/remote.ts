import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { isObject, type StoreSettings } from '../../../ir/index.ts';
import type { Located, Scheme } from './locate.ts';

/** The name of the one remote that a child knows. */
export const remoteName = 'store';

/** How a child of ours opens a store: by its environment alone, which only this user can read. */
export interface Remote {
  readonly variables: Readonly<Record<string, string>>;
  /** What must appear in no reason. */
  readonly secrets: readonly string[];
}

/** What a store's Secret may be for, by scheme; the first is what a public store is. */
const types: Readonly<Record<Exclude<Scheme, 'file'>, readonly string[]>> = {
  s3: ['s3'],
  gs: ['google cloud storage', 'gcs'],
  azure: ['azureblob'],
  http: ['http', 'webdav'],
  https: ['http', 'webdav'],
};

/** Without credentials, as anybody. */
const open: Readonly<Record<Exclude<Scheme, 'file'>, Readonly<Record<string, string>>>> = {
  s3: { provider: 'AWS', env_auth: 'false' },
  gs: { anonymous: 'true' },
  azure: {},
  http: {},
  https: {},
};

/** Values of these say where and how, not with what secret. */
const plain = new Set([
  'endpoint',
  'provider',
  'region',
  'env_auth',
  'url',
  'anonymous',
  'account',
  'location_constraint',
]);

const largestSecret = 1024 * 1024;

/**
 * The rclone remote of a store: the one in its Secret, which is `{name, type, parameters}` in JSON or YAML, or a public
 * one. It is read anew each time, since Secrets are renewed while pods run.
 *
 * @returns a reason where there is none; it repeats nothing of the Secret
 */
export function remoteOf({
  store,
  scheme,
  host,
}: Located & { readonly scheme: Exclude<Scheme, 'file'> }): Remote | string {
  const url = scheme === 'http' || scheme === 'https' ? { url: `${scheme}://${host}` } : {};
  if (store.credentials === undefined) return remote(types[scheme][0] ?? '', { ...open[scheme], ...url });
  const found = readSecret(store, store.credentials);
  if (typeof found === 'string') return found;
  const allowed = types[scheme];
  if (!allowed.includes(found.type)) {
    return `the Secret of store ${store.name} holds a remote of another type than ${store.uri} needs (${allowed.join(' or ')})`;
  }
  return remote(found.type, { ...found.parameters, ...url });
}

function readSecret(
  store: StoreSettings,
  folder: string,
): { readonly type: string; readonly parameters: Readonly<Record<string, string>> } | string {
  const whose = `the Secret of store ${store.name}`;
  let text: string;
  try {
    // A mounted Secret has hidden entries for its swap.
    const keys = readdirSync(folder).filter((name) => !name.startsWith('.'));
    if (keys.length === 0) return `${whose} is not there`;
    if (keys.length > 1) return `${whose} has ${keys.length} keys, not one`;
    text = readFileSync(join(folder, keys[0] ?? ''), 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    return code === 'ENOENT' ? `${whose} is not there` : `${whose} cannot be read: ${code}`;
  }
  if (text.length > largestSecret) return `${whose} is larger than ${largestSecret} bytes`;
  const parsed = parse(text);
  if (!isObject(parsed) || typeof parsed['type'] !== 'string') {
    return `${whose} is no rclone remote: it is to be \`{name, type, parameters}\` in JSON or YAML`;
  }
  const parameters: Record<string, string> = {};
  for (const [key, value] of Object.entries(isObject(parsed['parameters']) ? parsed['parameters'] : {})) {
    if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(key)) return `${whose} has a parameter whose name is none`;
    if (value === null) continue;
    if (typeof value === 'object') return `${whose}: parameter ${key} is neither text nor a boolean`;
    parameters[key.toLowerCase()] = String(value);
  }
  return { type: parsed['type'], parameters };
}

/** What a parser says of a fault quotes the text, so it is not passed on. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    try {
      return load(text);
    } catch {
      return undefined;
    }
  }
}

function remote(type: string, parameters: Readonly<Record<string, string>>): Remote {
  const variable = (key: string) => `RCLONE_CONFIG_${remoteName.toUpperCase()}_${key.toUpperCase()}`;
  const variables: Record<string, string> = { [variable('type')]: type };
  for (const [key, value] of Object.entries(parameters)) if (key !== 'type') variables[variable(key)] = value;
  const secrets = Object.entries(parameters).filter(([key, value]) => !plain.has(key) && value.length >= 4);
  return { variables, secrets: secrets.map(([, value]) => value) };
}
