import { readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Names of what an artifact holds at its root, sorted; of one that is a file, its own name. */
export function rootNames(artifact: string): readonly string[] {
  return isFolder(artifact) ? readdirSync(artifact).sort() : [basename(artifact)];
}

export function isFolder(path: string): boolean {
  return statSync(path).isDirectory();
}

/** Most of an artifact's own settings that is read, in MiB. */
const largestSettings = 4;

/**
 * The text of an artifact's own settings.
 *
 * @throws where it cannot be read, or is larger than any are
 */
export function settingsText(artifact: string, file: string): string {
  const path = join(artifact, file);
  if (statSync(path).size > largestSettings * 1024 * 1024) throw new Error(`it is larger than ${largestSettings} MiB`);
  return readFileSync(path, 'utf8');
}

/** Links what an artifact holds at its root into a folder, but for the names that are left out. */
export function linkInto(artifact: string, folder: string, leftOut: readonly string[] = []): void {
  for (const name of rootNames(artifact)) {
    if (leftOut.includes(name)) continue;
    symlinkSync(isFolder(artifact) ? join(artifact, name) : artifact, join(folder, name));
  }
}

/** Folders at an artifact's root whose names are version numbers, highest first. */
export function versionFolders(artifact: string): readonly string[] {
  return rootNames(artifact)
    .filter((name) => /^[1-9][0-9]*$/.test(name) && isFolder(join(artifact, name)))
    .sort((a, b) => Number(b) - Number(a));
}
