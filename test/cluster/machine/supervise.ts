import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Program } from './program.ts';

/**
 * Starts programs one after the other and keeps them running. A file `stopped/<name>` in the machine's folder has a
 * program killed, and started again when the file is gone: how tests take a part of the cluster away for a while.
 */
export async function supervise(folder: string, programs: readonly Program[]): Promise<void> {
  const stopped = join(folder, 'stopped');
  for (const made of ['log', 'pid', 'stopped']) mkdirSync(join(folder, made), { recursive: true });
  const children = new Map<string, ChildProcess>();

  function start(program: Program): void {
    const { name, command, env } = program;
    const log = openSync(join(folder, 'log', `${name}.log`), 'a');
    const [file = '', ...args] = command;
    const child = spawn(file, args, { cwd: folder, stdio: ['ignore', log, log], env: { ...process.env, ...env } });
    closeSync(log);
    children.set(name, child);
    writeFileSync(join(folder, 'pid', name), String(child.pid));
    child.once('exit', async (status, signal) => {
      children.delete(name);
      if (isStopped(name)) return;
      console.error(`${name} ended with ${signal ?? status}`);
      await pause(1000);
      if (!isStopped(name) && !children.has(name)) start(program);
    });
    child.once('error', (error) => console.error(`${name} cannot be started: ${error.message}`));
  }

  function isStopped(name: string): boolean {
    return existsSync(join(stopped, name));
  }

  for (const program of programs) {
    start(program);
    while (program.ready && !(await program.ready().catch(() => false))) await pause(50);
    await program.onReady?.();
  }
  watch(stopped, () => {
    for (const program of programs) {
      const child = children.get(program.name);
      if (isStopped(program.name)) child?.kill('SIGKILL');
      else if (!child) start(program);
    }
  });
}
