import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A step that changes what is on disk: what is done, and to which path. */
export type FileStep = (step: 'write' | 'sync' | 'rename' | 'remove', path: string) => void;

/** Told of each step before it is done, so that a test can end there what runs. */
export const fileSteps: { before: FileStep } = { before: () => {} };

/**
 * Writes a file so that a reader sees the old text or the new one, never a part, also after a crash: into a file beside
 * it, to disk, then by rename.
 */
export function writeAtomically(path: string, contents: string | Buffer): void {
  const unfinished = `${path}.${process.pid}.new`;
  try {
    fileSteps.before('write', unfinished);
    const file = openSync(unfinished, 'w', 0o644);
    try {
      // Unlike a single write, never a part of it.
      writeFileSync(file, contents);
      fileSteps.before('sync', unfinished);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    fileSteps.before('rename', path);
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/** Removes a file, also from the disk's own books; one that is not there is as good. */
export function removeFile(path: string): void {
  fileSteps.before('remove', path);
  rmSync(path, { force: true });
  syncFolder(dirname(path));
}

/** Makes renames in a folder outlast a crash of the machine. */
export function syncFolder(path: string): void {
  fileSteps.before('sync', path);
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
