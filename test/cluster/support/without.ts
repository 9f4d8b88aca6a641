import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clusterFolder } from '../cluster.ts';
import { thisCluster } from './this-cluster.ts';

/** Takes a program of the control plane away while something is done; it is started again afterwards. */
export async function without<T>(program: string, meanwhile: () => Promise<T>): Promise<T> {
  const stopped = join(clusterFolder(thisCluster()), 'control/stopped', program);
  writeFileSync(stopped, '');
  try {
    return await meanwhile();
  } finally {
    rmSync(stopped);
  }
}
