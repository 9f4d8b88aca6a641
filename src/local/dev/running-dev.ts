import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, type Json } from '../../ir/index.ts';

/** What a running `stowage dev` says of itself, in its environment's folder. */
export interface RunningDev {
  readonly pid: number;
  /** URL of a router's plain port. Absent: it is still starting. */
  readonly router?: string;
}

const file = 'dev.json';

/** Folder of an environment's local runs, in the project's cache folder. No environment's name has a dot. */
export function devFolder(cache: string, environment: string): string {
  return join(cache, '.dev', environment);
}

/**
 * Takes an environment's folder for this process.
 *
 * @returns the process that has it already; undefined where it is ours now
 */
export function claimDev(folder: string): RunningDev | undefined {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (;;) {
    try {
      writeFileSync(join(folder, file), text({ pid: process.pid }), { flag: 'wx' });
      return undefined;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const running = readDev(folder);
    if (running !== undefined) return running;
    // Of one that was killed.
    rmSync(join(folder, file), { force: true });
  }
}

export function tellDev(folder: string, router: string): void {
  writeFileSync(join(folder, `${file}.new`), text({ pid: process.pid, router }));
  renameSync(join(folder, `${file}.new`), join(folder, file));
}

export function releaseDev(folder: string): void {
  rmSync(join(folder, file), { force: true });
}

/** The run that has an environment's folder. Undefined: there is none that is alive. */
export function readDev(folder: string): RunningDev | undefined {
  try {
    const value = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Json;
    if (!isObject(value) || typeof value['pid'] !== 'number' || !isAlive(value['pid'])) return undefined;
    const router = value['router'];
    return { pid: value['pid'], ...(typeof router === 'string' && { router }) };
  } catch {
    return undefined;
  }
}

function text(running: RunningDev): string {
  return `${JSON.stringify(running)}\n`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
