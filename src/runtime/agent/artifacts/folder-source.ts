import { constants } from 'node:fs';
import { copyFile, lstat, mkdir, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileSteps } from '../../files.ts';
import type { ArtifactFault } from './artifacts.ts';
import { filesBelow } from './digest.ts';
import type { Listing, Source } from './source.ts';

/** A store that is a folder of this machine, in local runs. */
export class FolderSource implements Source {
  async list(path: string, deep: boolean): Promise<Listing | ArtifactFault> {
    try {
      const found = await lstat(path);
      if (found.isFile()) return { file: true, entries: [{ path: basename(path), size: found.size, folder: false }] };
      if (!found.isDirectory()) return { reason: `${path} is neither a file nor a folder`, terminal: true };
      if (!deep) {
        const entries = await readdir(path, { withFileTypes: true });
        return { file: false, entries: entries.map((e) => ({ path: e.name, size: -1, folder: e.isDirectory() })) };
      }
      const files = await filesBelow(path);
      if ('noArtifact' in files)
        return { reason: `what lies at ${path} is no artifact: ${files.noArtifact}`, terminal: true };
      return { file: false, entries: files.map((file) => ({ ...file, folder: false })) };
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      return {
        reason: code === 'ENOENT' ? `there is nothing at ${path}` : `${path} cannot be read: ${code}`,
        terminal: false,
      };
    }
  }

  async copy(
    path: string,
    listing: Listing,
    into: string,
    _: number,
    signal: AbortSignal,
  ): Promise<ArtifactFault | undefined> {
    try {
      for (const entry of listing.entries) {
        if (signal.aborted) return { reason: 'given up', terminal: false };
        const to = join(into, entry.path);
        await mkdir(dirname(to), { recursive: true });
        fileSteps.before('write', to);
        await copyFile(listing.file ? path : join(path, entry.path), to, constants.COPYFILE_FICLONE);
      }
      return undefined;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      const reason = code === 'ENOSPC' || code === 'EDQUOT' ? 'the disk is full' : `${path} cannot be copied: ${code}`;
      return { reason, terminal: false };
    }
  }
}
