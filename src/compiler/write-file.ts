import { randomBytes } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Writes a file whole or not at all, by renaming a temporary one to it. The temporary file is new: its name cannot be
 * known beforehand, and a link or a file of that name would be refused, not written through. Throws what the system
 * says; the temporary file is gone then.
 * @param mode permissions of the file, before the umask.
 */
export function writeWhole(path: string, text: string, mode = 0o666): void {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    writeFileSync(temporary, text, { flag: 'wx', mode });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
