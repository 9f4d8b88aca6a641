import { chmodSync, lstatSync, readdirSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { fileSteps } from '../../files.ts';

/** What disks count in, and about what a file takes beside its bytes. */
const block = 4096;

/** Puts a folder on disk as it is, and lets nobody write to it. Folders after what is in them. */
export async function seal(path: string): Promise<void> {
  const found = lstatSync(path);
  if (found.isDirectory()) for (const name of readdirSync(path)) await seal(join(path, name));
  fileSteps.before('sync', path);
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  chmodSync(path, found.isDirectory() ? 0o555 : 0o444);
}

/** Removes a folder, sealed or not. */
export function removeTree(path: string): void {
  makeWritable(path);
  rmSync(path, { recursive: true, force: true });
}

/** What is in a folder can be removed only if that can be written to. */
function makeWritable(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return;
  chmodSync(path, 0o755);
  for (const name of readdirSync(path)) makeWritable(join(path, name));
}

/** Bytes that a folder and what is in it take on disk, as nearly as blocks tell. */
export function sizeOf(path: string): number {
  const found = lstatSync(path);
  if (!found.isDirectory()) return onDisk(found.size);
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), block);
}

/** Bytes that a file of so many takes. */
export function onDisk(bytes: number): number {
  return Math.ceil(bytes / block) * block;
}
