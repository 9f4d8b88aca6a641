import type { Runtime, Version } from '../../../ir/index.ts';
import { mlserverFolder } from './mlserver.ts';
import { openvinoFolder, plainFolder, torchserveFolder } from './plain.ts';
import { tritonFolder } from './triton.ts';

/**
 * Writes what a version's folder in the repository holds: links into its artifact, and settings.
 *
 * @param artifact absolute path of the verified artifact: a folder or a file, both read-only
 * @returns why no folder can be made of this artifact: a fault of the model
 */
export type Layout = (version: Version, artifact: string, folder: string) => string | undefined;

/** What a model's folder must look like, by layout. */
export const layouts: Readonly<Record<Runtime['layout'], Layout>> = {
  mlserver: mlserverFolder,
  openvino: openvinoFolder,
  plain: plainFolder,
  torchserve: torchserveFolder,
  triton: tritonFolder,
};
