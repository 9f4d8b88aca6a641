import { spawn } from 'node:child_process';

/** What a program that was waited for has written. */
export interface Output {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
  /** Shows the output while the program runs, on standard error, instead of keeping it. */
  readonly show?: boolean;
}

/** Runs a program to its end. */
export function attempt([program = '', ...args]: readonly string[], options: RunOptions = {}): Promise<Output> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env,
      stdio: options.show ? ['ignore', 2, 2] : 'pipe',
    });
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
    });
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    child.once('error', reject);
    child.once('close', (status, signal) => resolve({ status: status ?? 1, stdout, stderr: stderr + (signal ?? '') }));
    child.stdin?.on('error', () => {}).end(options.input);
  });
}

/** Runs a program to its end and gives what it printed. Fails, with what it said, where the program does. */
export async function run(command: readonly string[], options: RunOptions = {}): Promise<string> {
  const { status, stdout, stderr } = await attempt(command, options);
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}: ${(stderr || stdout).trim()}`);
  return stdout;
}
