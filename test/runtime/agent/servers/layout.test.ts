import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Artifact, Version } from '../../../../src/ir/index.ts';
import { layouts } from '../../../../src/runtime/agent/servers/layout.ts';

const root = mkdtempSync(join(tmpdir(), 'layout-'));
let count = 0;

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** An artifact of these files, and the folder that a layout makes of it. */
function lay(
  layout: keyof typeof layouts,
  files: Readonly<Record<string, string>>,
  of: Partial<Artifact> = {},
  loadedAs?: string,
) {
  const artifact = join(root, String(count++), 'artifact');
  const folder = join(dirname(artifact), 'folder');
  mkdirSync(folder, { recursive: true });
  mkdirSync(artifact);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(artifact, path)), { recursive: true });
    writeFileSync(join(artifact, path), text);
  }
  const version: Version = {
    physical: 'm-00000001',
    artifact: { uri: 's3://m/x', store: 'artifacts', format: 'sklearn', ...of },
    memory: 1,
    peak: 1,
    ...(loadedAs !== undefined && { loadedAs }),
  };
  const fault = layouts[layout](version, artifact, folder);
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  return { artifact, folder, fault, read, settings: () => JSON.parse(read('model-settings.json')) as object };
}

test('settings of an artifact that are larger than any are not read', () => {
  const large = `{"a":"${'x'.repeat(5_000_000)}"}`;
  const own = lay('mlserver', { 'model-settings.json': large });
  expect(own.fault).toBe('its model-settings.json cannot be read: it is larger than 4 MiB');
  const config = lay('triton', { 'config.pbtxt': large }, { format: 'onnx' });
  expect(config.fault).toBe('its config.pbtxt cannot be read: it is larger than 4 MiB');
});

describe('the folder of a model for MLServer', () => {
  test.each([
    ['sklearn', 'model.joblib', 'mlserver_sklearn.SKLearnModel'],
    ['sklearn', 'churn.pkl', 'mlserver_sklearn.SKLearnModel'],
    ['xgboost', 'model.json', 'mlserver_xgboost.XGBoostModel'],
    ['lightgbm', 'model.txt', 'mlserver_lightgbm.LightGBMModel'],
  ])('finds the file of a %s model: %s', (format, file, implementation) => {
    const { artifact, settings } = lay('mlserver', { [file]: '', 'README.md': '' }, { format });
    expect(settings()).toEqual({ name: 'm-00000001', implementation, parameters: { uri: join(artifact, file) } });
  });

  test('gives the folder to runtimes that take one', () => {
    const { artifact, settings } = lay('mlserver', { MLmodel: '' }, { format: 'mlflow' });
    expect(settings()).toMatchObject({
      implementation: 'mlserver_mlflow.MLflowRuntime',
      parameters: { uri: artifact },
    });
  });

  test('keeps what the artifact’s own settings say, but for the name and where things are', () => {
    const own = { name: 'theirs', implementation: 'model.Own', max_batch_size: 8, odd: { kept: [1] } };
    const parameters = { uri: './weights', version: 'v2', content_type: 'np', extra: { a: 1, b: 2 } };
    const files = {
      'model-settings.json': JSON.stringify({ ...own, parameters }),
      'weights/w.bin': '',
      'model.py': '',
    };
    const { artifact, folder, settings } = lay('mlserver', files, {
      format: 'python',
      parameters: { b: 3, c: { d: 4 } },
    });
    expect(settings()).toEqual({
      ...own,
      name: 'm-00000001',
      parameters: {
        uri: join(artifact, 'weights'),
        version: 'v2',
        content_type: 'np',
        extra: { a: 1, b: 3, c: { d: 4 } },
      },
    });
    // Its code lies beside the settings, where MLServer looks for it.
    expect(readdirSync(folder)).toEqual(['model-settings.json', 'model.py', 'weights']);
    expect(readlinkSync(join(folder, 'model.py'))).toBe(join(artifact, 'model.py'));
    expect(lstatSync(join(folder, 'model-settings.json')).isSymbolicLink()).toBe(false);
  });

  test('leaves out the version where the name must stay', () => {
    const files = { 'model-settings.json': '{"parameters":{"version":"v2"}}', 'model.pkl': '' };
    const { artifact, settings } = lay('mlserver', files, {}, 'm');
    expect(settings()).toMatchObject({ name: 'm', parameters: { uri: join(artifact, 'model.pkl') } });
    expect(settings()).not.toHaveProperty('parameters.version');
  });

  test.each<[string, Record<string, string>, Partial<Artifact>, RegExp]>([
    ['no file of a usual name', { 'notes.md': '' }, {}, /no file of a usual name \(model\.joblib/],
    ['two that may be it', { 'a.pkl': '', 'b.pkl': '' }, {}, /2 that may be it/],
    ['broken settings', { 'model-settings.json': '{' }, {}, /cannot be read/],
    ['settings that are a list', { 'model-settings.json': '[]' }, {}, /no mapping/],
    [
      'a path out of the artifact',
      { 'model-settings.json': '{"parameters":{"uri":"../x"}}' },
      {},
      /not within the artifact/,
    ],
    ['an absolute path', { 'model-settings.json': '{"parameters":{"uri":"/etc"}}' }, {}, /not within the artifact/],
    [
      'an environment from elsewhere',
      { 'model-settings.json': '{"parameters":{"environment_tarball":"/x.tgz"}}', 'model.pkl': '' },
      {},
      /\/x\.tgz, which is not within/,
    ],
    ['a store of its own', { 'model-settings.json': '{"parameters":{"uri":"s3://x/y"}}' }, {}, /is not there/],
    ['code without settings', { 'model.py': '' }, { format: 'python' }, /names an implementation/],
  ])('refuses %s', (_, files, of, reason) => {
    expect(lay('mlserver', files, of).fault).toMatch(reason);
  });
});

describe('the folder of a model for Triton', () => {
  test('keeps its configuration, under another name', () => {
    const config = '# name: "no"\nname: "theirs"\ninput [ { name: "x" dims: [ 1 ] } ]\n';
    const files = { 'config.pbtxt': config, '1/model.onnx': '', '2/model.onnx': '', 'labels.txt': '' };
    const { artifact, folder, read } = lay('triton', files, { format: 'onnx', parameters: { mode: 'fast "x"' } });
    expect(read('config.pbtxt')).toBe(
      'name: "m-00000001"\n# name: "no"\n\ninput [ { name: "x" dims: [ 1 ] } ]\n' +
        'parameters { key: "mode" value { string_value: "fast \\"x\\"" } }\n',
    );
    expect(readdirSync(folder)).toEqual(['1', '2', 'config.pbtxt', 'labels.txt']);
    expect(readlinkSync(join(folder, '2'))).toBe(join(artifact, '2'));
  });

  test('makes one where the backend knows the rest, and a version folder', () => {
    const { folder, read } = lay('triton', { 'model.onnx': 'weights' }, { format: 'onnx' });
    expect(read('config.pbtxt')).toBe('name: "m-00000001"\nbackend: "onnxruntime"\n');
    expect(read('1/model.onnx')).toBe('weights');
    expect(readdirSync(folder)).toEqual(['1', 'config.pbtxt']);
  });

  test.each([
    ['an open quote', 'name: "x'],
    ['an open bracket', 'input [ { name: "x" }'],
    ['a bracket too many', 'input [ ] ]'],
  ])('refuses a configuration with %s', (_, config) => {
    expect(lay('triton', { 'config.pbtxt': config }, { format: 'onnx' }).fault).toMatch(/cannot be read/);
  });
});

describe('folders of other layouts', () => {
  test('OpenVINO’s has a version', () => {
    expect(lay('openvino', { 'model.xml': '<x/>' }).read('1/model.xml')).toBe('<x/>');
    expect(readdirSync(lay('openvino', { '4/model.xml': '' }).folder)).toEqual(['4']);
  });

  test('TorchServe’s is one archive', () => {
    expect(readdirSync(lay('torchserve', { 'any.mar': '' }).folder)).toEqual(['m-00000001.mar']);
    expect(lay('torchserve', { 'a.mar': '', 'b.mar': '' }).fault).toMatch(/2 .mar archives/);
  });
});
