import type { ConfigSource } from './types.ts';

/**
 * A file that Envoy watches. Envoy acts when another file is moved into the directory, so a writer renames a finished
 * file onto it; the file must be there when Envoy starts.
 *
 * @param directory what to watch; for a mounted ConfigMap or Secret the mount itself, whose `..data` link is swapped
 */
export function watchedFile(directory: string, file: string): ConfigSource {
  return {
    path_config_source: { path: `${directory}/${file}`, watched_directory: { path: directory } },
    resource_api_version: 'V3',
  };
}
