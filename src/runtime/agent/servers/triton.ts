import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Json, loadName } from '../../../ir/index.ts';
import { isFolder, linkInto, settingsText, versionFolders } from './artifact-files.ts';
import type { Layout } from './layout.ts';
import { protobufString, setName } from './protobuf-text.ts';

const configFile = 'config.pbtxt';

/** Backends that know the rest of the configuration from the model itself. */
const selfDescribing: Readonly<Record<string, string>> = {
  onnx: 'backend: "onnxruntime"',
  openvino: 'backend: "openvino"',
  python: 'backend: "python"',
  tensorflow: 'platform: "tensorflow_savedmodel"',
  tensorrt: 'platform: "tensorrt_plan"',
};

/**
 * A configuration under the name that the version is loaded by, and a folder for each of Triton's own versions. An
 * artifact without such folders is the content of one.
 */
export const tritonFolder: Layout = (version, artifact, folder) => {
  const own = isFolder(artifact) && existsSync(join(artifact, configFile));
  const { format, parameters } = version.artifact;
  const described = selfDescribing[format];
  if (!own && described === undefined)
    return `the artifact has no ${configFile}, which models of format ${format} need`;
  let named: string | undefined;
  try {
    named = setName(own ? settingsText(artifact, configFile) : `${described}\n`, loadName(version));
  } catch (error) {
    return `its ${configFile} cannot be read: ${error instanceof Error ? error.message : error}`;
  }
  if (named === undefined) return `its ${configFile} cannot be read: a quote or bracket is not closed`;
  writeFileSync(
    join(folder, configFile),
    `${named}${Object.entries(parameters ?? {})
      .map(parameter)
      .join('')}`,
  );
  if (isFolder(artifact)) linkOthers(artifact, folder);
  else linkInto(artifact, versionOf(folder));
  return undefined;
};

function linkOthers(artifact: string, folder: string): void {
  if (versionFolders(artifact).length > 0) linkInto(artifact, folder, [configFile]);
  else linkInto(artifact, versionOf(folder), [configFile]);
}

function versionOf(folder: string): string {
  const path = join(folder, '1');
  mkdirSync(path);
  return path;
}

/** Of one that is there twice the last counts, so the spec's word is above the artifact's. */
function parameter([key, value]: readonly [string, Json]): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `parameters { key: ${protobufString(key)} value { string_value: ${protobufString(text)} } }\n`;
}
