import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { isFolder, linkInto, rootNames, versionFolders } from './artifact-files.ts';
import type { Layout } from './layout.ts';

/** The artifact as it is. */
export const plainFolder: Layout = (_, artifact, folder) => {
  linkInto(artifact, folder);
  return undefined;
};

/** A version's files lie in a folder of its number. */
export const openvinoFolder: Layout = (version, artifact, folder) => {
  if (versionFolders(artifact).length > 0) return plainFolder(version, artifact, folder);
  mkdirSync(join(folder, '1'));
  linkInto(artifact, join(folder, '1'));
  return undefined;
};

/** One archive, named as the model is. */
export const torchserveFolder: Layout = (version, artifact, folder) => {
  const archives = rootNames(artifact).filter((name) => name.endsWith('.mar'));
  if (archives.length !== 1) return `the artifact holds ${archives.length} .mar archives, not one`;
  symlinkSync(
    isFolder(artifact) ? join(artifact, archives[0] ?? '') : artifact,
    join(folder, `${version.physical}.mar`),
  );
  return undefined;
};
