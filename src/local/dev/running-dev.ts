import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
  // Linked, not written, so that nobody ever sees half of it.
  const own = join(folder, `${file}.${process.pid}`);
  writeFileSync(own, text({ pid: process.pid }));
  try {
    while (!isLinked(own, join(folder, file))) {
      const running = readDev(folder) ?? takeAway(folder);
      if (running !== undefined) return running;
    }
    return undefined;
  } finally {
    rmSync(own, { force: true });
  }
}

/** False: there is such a file already. */
function isLinked(path: string, as: string): boolean {
  try {
    linkSync(path, as);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Takes away what one left that was killed. What another has put in its place meanwhile is put back, and given. */
function takeAway(folder: string): RunningDev | undefined {
  const taken = `${file}.${process.pid}.old`;
  try {
    renameSync(join(folder, file), join(folder, taken));
  } catch (error) {
    // Another has taken it away.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const running = readDev(folder, taken);
  if (running !== undefined) isLinked(join(folder, taken), join(folder, file));
  rmSync(join(folder, taken), { force: true });
  return running;
}

export function tellDev(folder: string, router: string): void {
  writeFileSync(join(folder, `${file}.new`), text({ pid: process.pid, router }));
  renameSync(join(folder, `${file}.new`), join(folder, file));
}

/** Lets an environment's folder go, where this process has it. */
export function releaseDev(folder: string): void {
  if (readDev(folder)?.pid === process.pid) rmSync(join(folder, file), { force: true });
}

/** The run that has an environment's folder. Undefined: there is none that is alive. */
export function readDev(folder: string, name = file): RunningDev | undefined {
  try {
    const value = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Json;
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
