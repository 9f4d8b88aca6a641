import type { Runtime } from '../../../ir/index.ts';
import type { Listing } from './source.ts';

/** Files at the root of a folder that make it a model for MLServer, whatever folders lie beside them. */
const settingsFile = 'model-settings.json';

/**
 * Which folder an artifact without a version is, by the runtime's own rule: MLServer's models may lie in folders of
 * version numbers, of which the highest counts, unless there is a model at the root. Others get the root as it is:
 * Triton chooses among such folders itself.
 *
 * @param usualFiles names that a file of this format has
 * @returns the folder below the root, or undefined for the root
 */
export function versionFolder(
  { file, entries }: Listing,
  layout: Runtime['layout'],
  usualFiles: readonly string[],
): string | undefined {
  if (file || layout !== 'mlserver') return undefined;
  if (entries.some(({ path, folder }) => !folder && (path === settingsFile || usualFiles.includes(path))))
    return undefined;
  const numbered = entries.filter(({ path, folder }) => folder && /^[0-9]{1,15}$/.test(path));
  return numbered.sort((a, b) => Number(b.path) - Number(a.path))[0]?.path;
}
