import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = '/sys/fs/cgroup';

/** Makes a control group in every hierarchy, with a child for the programs of the machine beside those of pods. */
export function makeCgroup(name: string): void {
  if (existsSync(join(root, 'cgroup.controllers'))) {
    throw new Error('a cluster needs a machine with cgroup v1; this one has v2, on which it was never tried');
  }
  for (const hierarchy of hierarchies()) {
    for (const folder of [join(root, hierarchy, name), join(root, hierarchy, name, 'machine')]) {
      mkdirSync(folder, { recursive: true });
      if (hierarchy !== 'cpuset') continue;
      // A new set has no cores and no memory: nothing could enter it.
      for (const file of ['cpuset.cpus', 'cpuset.mems']) {
        writeFileSync(join(folder, file), readFileSync(join(folder, '..', file)));
      }
      writeFileSync(join(folder, 'cgroup.clone_children'), '1');
    }
  }
}

/** Removes it with all below it, as soon as what ran there has ended. */
export async function removeCgroup(name: string): Promise<void> {
  for (const hierarchy of hierarchies()) {
    for (let tries = 0; tries < 50 && !removed(join(root, hierarchy, name)); tries++) await pause(100);
  }
}

function removed(folder: string): boolean {
  if (!existsSync(folder)) return true;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory() && !removed(join(folder, entry.name))) return false;
  }
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

function hierarchies(): readonly string[] {
  return readdirSync(root).filter((name) => existsSync(join(root, name, 'cgroup.procs')));
}
