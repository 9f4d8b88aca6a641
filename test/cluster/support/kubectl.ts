import { attempt, run } from '../run.ts';

/** An object of the cluster, as far as tests look at it. */
export interface Live {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly uid: string;
    readonly generation?: number;
    readonly resourceVersion: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly deletionTimestamp?: string;
  };
  // biome-ignore lint/suspicious/noExplicitAny: each kind has its own, and tests know which
  readonly spec?: any;
  // biome-ignore lint/suspicious/noExplicitAny: each kind has its own, and tests know which
  readonly status?: any;
}

/** Runs kubectl against the cluster that the tests are inside of. */
export function kubectl(...args: readonly string[]): Promise<string> {
  return run(['kubectl', ...args]);
}

/** Applies objects with strict validation, as their owner. */
export async function apply(objects: readonly object[], ...args: readonly string[]): Promise<string> {
  const input = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
  return run(['kubectl', 'apply', '--server-side', '--validate=strict', ...args, '--filename', '-'], { input });
}

/** One object. Undefined: it is not there. */
export async function get(kind: string, name: string, namespace?: string): Promise<Live | undefined> {
  const where = namespace === undefined ? [] : ['--namespace', namespace];
  const { status, stdout, stderr } = await attempt(['kubectl', 'get', kind, name, ...where, '--output', 'json']);
  if (status === 0) return JSON.parse(stdout) as Live;
  if (stderr.includes('NotFound')) return undefined;
  throw new Error(stderr);
}

/** All objects of some kinds, separated by commas. */
export async function list(kinds: string, namespace: string, selector?: string): Promise<readonly Live[]> {
  const which = selector === undefined ? [] : ['--selector', selector];
  const text = await kubectl('get', kinds, '--namespace', namespace, ...which, '--output', 'json');
  return (JSON.parse(text) as { items: readonly Live[] }).items;
}
