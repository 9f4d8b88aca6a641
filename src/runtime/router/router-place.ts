import { readFileSync } from 'node:fs';
import { isObject, type Json, type RouterPlace } from '../../ir/index.ts';
import { environmentVariables, ports } from '../../names/index.ts';

/** What the command line of a pod's router names. */
export type RouterFolders = Pick<RouterPlace, 'settings' | 'plan' | 'run'>;

const anyHost = '0.0.0.0';

/**
 * Where the router of a pod lives: what is not on its command line, its pod tells it in variables.
 *
 * @returns the place, or what is wrong
 */
export function routerPodPlace(
  folders: RouterFolders,
  env: Readonly<Record<string, string | undefined>>,
): RouterPlace | string {
  const pod = env[environmentVariables.podName];
  if (!pod) return `the variable ${environmentVariables.podName} is not set`;
  return {
    ...folders,
    pod,
    probes: { host: anyHost, port: ports.router.port },
    stream: { host: anyHost, port: ports.routerStream.port },
  };
}

/** Reads where a router lives from a file of JSON; what is wrong where it says no such thing. */
export function readRouterPlace(path: string): RouterPlace | string {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return `${path} cannot be read: ${error instanceof Error ? error.message : error}`;
  }
  if (!isObject(value)) return `${path} holds no JSON object`;
  const texts = ['pod', 'settings', 'plan', 'run'];
  const missing =
    texts.find((field) => typeof value[field] !== 'string') ??
    ['probes', 'stream'].find((field) => !isAt(value[field]));
  return missing === undefined ? (value as unknown as RouterPlace) : `${path} does not say \`${missing}\``;
}

function isAt(value: Json | undefined): boolean {
  return isObject(value) && typeof value['host'] === 'string' && Number.isInteger(value['port']);
}
