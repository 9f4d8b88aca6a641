import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { isObject, type Json, type JsonObject, loadName, type Version } from '../../../ir/index.ts';
import { isFolder, linkInto, rootNames, settingsText } from './artifact-files.ts';
import type { Layout } from './layout.ts';
import { type MlserverRuntime, mlserverRuntimes } from './mlserver-runtimes.ts';

/** File of a model's settings, at the root of its artifact and of its folder in the repository. */
const modelSettingsFile = 'model-settings.json';

/** Parameters of settings that are paths, beside the model's own. */
const environmentPaths = ['environment_path', 'environment_tarball'] as const;

interface Fault {
  readonly fault: string;
}

/**
 * Settings that name the version as it is loaded and point into the artifact. The model's own are kept where it brings
 * some; its code is linked beside them, where MLServer looks for it.
 */
export const mlserverFolder: Layout = (version, artifact, folder) => {
  const settings = modelSettings(version, artifact);
  if (typeof settings === 'string') return settings;
  writeFileSync(join(folder, modelSettingsFile), `${JSON.stringify(settings, null, 2)}\n`);
  const own = !String(settings['implementation']).startsWith('mlserver_');
  if (own && isFolder(artifact)) linkInto(artifact, folder, [modelSettingsFile]);
  return undefined;
};

function modelSettings(version: Version, artifact: string): JsonObject | string {
  const own = ownSettings(artifact);
  if (typeof own === 'string') return own;
  const runtime = mlserverRuntimes[version.artifact.format];
  const implementation = own['implementation'] ?? runtime?.implementation;
  if (typeof implementation !== 'string') {
    return `the artifact has no ${modelSettingsFile} that names an implementation, and the format ${version.artifact.format} has none of its own`;
  }
  const parameters = isObject(own['parameters']) ? own['parameters'] : {};
  const paths: Record<string, string> = {};
  for (const key of environmentPaths) {
    const own = parameters[key];
    const path = typeof own === 'string' ? within(artifact, own) : undefined;
    if (typeof path === 'object') return path.fault;
    if (path !== undefined) paths[key] = path;
  }
  const uri = modelUri(parameters['uri'], runtime, artifact);
  if (typeof uri !== 'string') return uri.fault;
  const extra = { ...(isObject(parameters['extra']) && parameters['extra']), ...version.artifact.parameters };
  // Under a name that stays, MLServer would route to a new version before it is loaded.
  const { version: ownVersion, ...kept } = parameters;
  return {
    ...own,
    name: loadName(version),
    implementation,
    parameters: {
      ...kept,
      ...(ownVersion !== undefined && version.loadedAs === undefined && { version: ownVersion }),
      ...paths,
      uri,
      ...(Object.keys(extra).length > 0 && { extra }),
    },
  };
}

function ownSettings(artifact: string): JsonObject | string {
  if (!isFolder(artifact) || !existsSync(join(artifact, modelSettingsFile))) return {};
  try {
    const found = JSON.parse(settingsText(artifact, modelSettingsFile)) as Json;
    return isObject(found) ? found : `its ${modelSettingsFile} is no mapping`;
  } catch (error) {
    return `its ${modelSettingsFile} cannot be read: ${error instanceof Error ? error.message : error}`;
  }
}

function modelUri(own: Json | undefined, runtime: MlserverRuntime | undefined, artifact: string): string | Fault {
  if (!isFolder(artifact)) return artifact;
  if (typeof own === 'string' && own !== '') return within(artifact, own);
  if (runtime === undefined || runtime.files.length === 0) return artifact;
  const names = rootNames(artifact).filter((name) => name !== modelSettingsFile && !isFolder(join(artifact, name)));
  const usual = runtime.files.find((file) => names.includes(file));
  const likely = names.filter((name) => runtime.endings.some((ending) => name.endsWith(ending)));
  const found = usual ?? (likely.length === 1 ? likely[0] : undefined);
  if (found !== undefined) return join(artifact, found);
  const several = likely.length > 1 ? `, and ${likely.length} that may be it` : '';
  return { fault: `the artifact has no file of a usual name (${runtime.files.join(', ')})${several}` };
}

/** A path of the artifact's own settings, made absolute. Out of the artifact nothing has been verified. */
function within(artifact: string, own: string): string | Fault {
  const path = resolve(artifact, own.replace(/^file:(\/\/)?/, ''));
  if (path !== artifact && !path.startsWith(artifact + sep)) {
    return { fault: `its ${modelSettingsFile} names ${own}, which is not within the artifact` };
  }
  return existsSync(path) ? path : { fault: `its ${modelSettingsFile} names ${own}, which is not there` };
}
