import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { isObject, type Json, type JsonObject, loadName, type Version } from '../../../ir/index.ts';
import { isFolder, linkInto, rootNames } from './artifact-files.ts';
import type { Layout } from './layout.ts';

/** File of a model's settings, at the root of its artifact and of its folder in the repository. */
export const modelSettingsFile = 'model-settings.json';

interface MlserverRuntime {
  readonly implementation: string;
  /** What the model's file may be called, the best first; the last resort is a file alone with one of the endings. Empty: the runtime takes the folder. */
  readonly files: readonly string[];
  readonly endings: readonly string[];
}

/** MLServer's own runtimes, by format. */
const runtimes: Readonly<Record<string, MlserverRuntime>> = {
  'alibi-detect': { implementation: 'mlserver_alibi_detect.AlibiDetectRuntime', files: [], endings: [] },
  'alibi-explain': { implementation: 'mlserver_alibi_explain.AlibiExplainRuntime', files: [], endings: [] },
  catboost: {
    implementation: 'mlserver_catboost.CatboostModel',
    files: ['model.cbm', 'model.bin'],
    endings: ['.cbm'],
  },
  huggingface: { implementation: 'mlserver_huggingface.HuggingFaceRuntime', files: [], endings: [] },
  lightgbm: {
    implementation: 'mlserver_lightgbm.LightGBMModel',
    files: ['model.bst', 'model.txt', 'model.lgb'],
    endings: ['.bst', '.txt', '.lgb'],
  },
  mlflow: { implementation: 'mlserver_mlflow.MLflowRuntime', files: [], endings: [] },
  sklearn: {
    implementation: 'mlserver_sklearn.SKLearnModel',
    files: ['model.joblib', 'model.pickle', 'model.pkl'],
    endings: ['.joblib', '.pickle', '.pkl'],
  },
  'spark-mlib': { implementation: 'mlserver_mllib.MLlibModel', files: [], endings: [] },
  xgboost: {
    implementation: 'mlserver_xgboost.XGBoostModel',
    files: ['model.bst', 'model.json', 'model.ubj'],
    endings: ['.bst', '.json', '.ubj'],
  },
};

/** Names of files that make a folder a model of this format, for whoever has to find it among folders of versions. */
export function modelFiles(format: string): readonly string[] {
  return runtimes[format]?.files ?? (format === 'mlflow' ? ['MLmodel'] : []);
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
  const runtime = runtimes[version.artifact.format];
  const implementation = own['implementation'] ?? runtime?.implementation;
  if (typeof implementation !== 'string') {
    return `the artifact has no ${modelSettingsFile} that names an implementation, and the format ${version.artifact.format} has none of its own`;
  }
  const parameters = isObject(own['parameters']) ? own['parameters'] : {};
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
      uri,
      ...(Object.keys(extra).length > 0 && { extra }),
    },
  };
}

function ownSettings(artifact: string): JsonObject | string {
  const path = join(artifact, modelSettingsFile);
  if (!isFolder(artifact) || !existsSync(path)) return {};
  try {
    const found = JSON.parse(readFileSync(path, 'utf8')) as Json;
    return isObject(found) ? found : `its ${modelSettingsFile} is no mapping`;
  } catch (error) {
    return `its ${modelSettingsFile} cannot be read: ${error instanceof Error ? error.message : error}`;
  }
}

/** Absolute, and within the artifact: nothing else has been verified. */
function modelUri(
  own: Json | undefined,
  runtime: MlserverRuntime | undefined,
  artifact: string,
): string | { fault: string } {
  if (!isFolder(artifact)) return artifact;
  if (typeof own === 'string' && own !== '') {
    const path = resolve(artifact, own.replace(/^file:(\/\/)?/, ''));
    if (path !== artifact && !path.startsWith(artifact + sep)) {
      return { fault: `its ${modelSettingsFile} names ${own}, which is not within the artifact` };
    }
    return existsSync(path) ? path : { fault: `its ${modelSettingsFile} names ${own}, which is not there` };
  }
  if (runtime === undefined || runtime.files.length === 0) return artifact;
  const names = rootNames(artifact);
  const usual = runtime.files.find((file) => names.includes(file));
  if (usual !== undefined) return join(artifact, usual);
  const likely = names.filter(
    (name) =>
      name !== modelSettingsFile &&
      runtime.endings.some((ending) => name.endsWith(ending)) &&
      !isFolder(join(artifact, name)),
  );
  if (likely.length === 1) return join(artifact, likely[0] ?? '');
  return {
    fault: `the artifact has no file of a usual name (${runtime.files.join(', ')})${likely.length > 1 ? `, and ${likely.length} that may be it` : ''}`,
  };
}
