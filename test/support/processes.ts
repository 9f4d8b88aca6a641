import { readFileSync } from 'node:fs';

/** Whether a process of this id runs; one that has ended and is only not yet waited for does not. */
export function isRunning(pid: number | undefined): boolean {
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) !== 'Z';
  } catch {
    // A system without /proc, or gone meanwhile.
    return process.platform !== 'linux';
  }
}
