import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';

/** What `envoy --mode validate` says: undefined where the configuration is good. */
export async function validateEnvoy(envoy: string, configPath: string): Promise<string | undefined> {
  const child = spawn(envoy, ['--mode', 'validate', '--config-path', configPath, '--log-level', 'error'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const fault = textOf(child);
  const [code] = await once(child, 'exit');
  return code === 0 ? undefined : `exit ${code}: ${(await fault).slice(-4000)}`;
}

/** A running Envoy; stopped by its `stop`. */
export interface RunningEnvoy {
  readonly pid: number;
  readonly stop: () => Promise<void>;
  /** What it wrote to its log so far. */
  readonly log: () => string;
}

/** Starts Envoy and waits until its admin socket says that it serves. */
export async function startEnvoy(envoy: string, configPath: string, adminSocket: string): Promise<RunningEnvoy> {
  const args = ['--config-path', configPath, '--log-level', 'warn', '--disable-hot-restart', '--concurrency', '1'];
  const child = spawn(envoy, [...args, '--reject-unknown-dynamic-fields'], { stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => {
    log += chunk.toString();
  });
  for (let tries = 0; ; tries++) {
    if (child.exitCode !== null || tries > 200) throw new Error(`Envoy did not start: ${log.slice(-4000)}`);
    if ((await adminStatus(adminSocket)) === 200) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    pid: child.pid ?? 0,
    log: () => log,
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function adminStatus(socketPath: string): Promise<number> {
  return new Promise((resolve) => {
    request({ socketPath, path: '/ready' }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', () => resolve(0))
      .end();
  });
}

async function textOf(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of child.stderr ?? []) text += String(chunk);
  return text;
}
