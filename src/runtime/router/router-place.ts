import type { RouterPlace } from '../../ir/index.ts';
import { environmentVariables, ports } from '../../names/index.ts';
import { readPlaceFile } from '../place-file.ts';

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
    metrics: { host: anyHost, port: ports.routerMetrics.port },
    stream: { host: anyHost, port: ports.routerStream.port },
  };
}

/** Reads where a router lives from a file of JSON; what is wrong where it says no such thing. */
export function readRouterPlace(path: string): RouterPlace | string {
  const place = readPlaceFile(path, ['pod', 'settings', 'plan', 'run'], ['probes', 'metrics', 'stream']);
  return typeof place === 'string' ? place : (place as unknown as RouterPlace);
}
