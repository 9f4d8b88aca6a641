import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { mlserver } from '../../src/dialects/runtimes/mlserver.ts';
import type { AgentSettings } from '../../src/ir/index.ts';
import { writeModules } from '../../src/runtime/agent/servers/index.ts';
import { root } from './root.ts';
import { freePort } from './serving.ts';
import { findEnvoy, type Tool } from './tools.ts';

/** A real MLServer on loopback, started as its pod starts it. */
export interface RunningMlserver {
  readonly runtime: AgentSettings['runtime'];
  readonly repository: string;
  readonly process: ChildProcess;
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

/** The `mlserver` program of the local virtual environment, which is made where it lacks. */
export function findMlserver(): Tool {
  return inVenv('mlserver');
}

/** The `rclone` program, likewise. */
export function findRclone(): Tool {
  return inVenv('rclone');
}

function inVenv(name: string): Tool {
  // Makes the environment.
  const { missing } = findEnvoy();
  if (missing !== undefined) return { missing };
  const path = join(root, '.venv/bin', name);
  return existsSync(path) ? { path } : { missing: `${name} is missing in .venv` };
}

/** @param folder for its repository, its modules and its scratch files */
export async function startMlserver(
  program: string,
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<RunningMlserver> {
  const [http, grpc, metrics] = [await freePort(), await freePort(), await freePort()];
  const repository = join(folder, 'repository');
  const modules = join(folder, 'python');
  const scratch = join(folder, 'tmp');
  for (const path of [repository, scratch]) mkdirSync(path, { recursive: true });
  writeModules('mlserver', modules);
  const child = spawn(program, ['start', repository], {
    cwd: scratch,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: scratch,
      ...mlserver.env,
      MLSERVER_HTTP_PORT: String(http.port),
      MLSERVER_GRPC_PORT: String(grpc.port),
      MLSERVER_METRICS_PORT: String(metrics.port),
      MLSERVER_METRICS_DIR: scratch,
      MLSERVER_MODEL_REPOSITORY_ROOT: repository,
      PYTHONPATH: modules,
      ...env,
    },
  });
  let log = '';
  const collect = (chunk: Buffer) => {
    log += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  const { name, repositoryApi, layout, workers, loadTimeout, canRename, returnsMemory, livePath } = mlserver;
  const ports = { http: http.port, grpc: grpc.port, metrics: metrics.port };
  const runtime = { name, ports, repositoryApi, layout, workers, loadTimeout, canRename, returnsMemory, livePath };
  for (let tries = 0; !(await isLive(http.port)); tries++) {
    if (child.exitCode === null && tries < 600) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      continue;
    }
    await stop();
    throw new Error(`MLServer did not start: ${log.slice(-4000)}`);
  }
  return { runtime, repository, process: child, log: () => log, stop };
}

async function isLive(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}${mlserver.livePath}`)).ok;
  } catch {
    return false;
  }
}
