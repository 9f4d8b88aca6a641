import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Artifact, StoreSettings } from '../../../../src/ir/index.ts';
import { digestOf } from '../../../../src/runtime/agent/artifacts/digest.ts';
import { locate } from '../../../../src/runtime/agent/artifacts/locate.ts';
import { faultOf } from '../../../../src/runtime/agent/artifacts/rclone-fault.ts';
import { remoteOf } from '../../../../src/runtime/agent/artifacts/remote.ts';
import { versionFolder } from '../../../../src/runtime/agent/artifacts/version-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'artifacts-'));
let count = 0;

afterAll(() => rmSync(root, { recursive: true, force: true }));

function folder(files: Readonly<Record<string, string>>): string {
  const path = join(root, String(count++));
  mkdirSync(path);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(path, name, '..'), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return path;
}

describe('where an artifact lies', () => {
  const stores: readonly StoreSettings[] = [
    { name: 'artifacts', uri: 's3://bucket/models' },
    { name: 'web', uri: 'https://models.example:8443' },
    { name: 'here', uri: 'file:///srv/my%20models' },
    { name: 'cards', uri: 'oci://registry.example/models' },
  ];
  const at = (uri: string, store: string, local = false) => {
    const located = locate({ uri, store, format: 'sklearn' } as Artifact, stores, local);
    return typeof located === 'string' ? located : [located.scheme, located.host, located.path];
  };

  test.each([
    ['s3://bucket/models/a/b', 'artifacts', ['s3', '', 'bucket/models/a/b']],
    ['s3://bucket/models', 'artifacts', ['s3', '', 'bucket/models']],
    ['https://models.example:8443/a.bst', 'web', ['https', 'models.example:8443', 'a.bst']],
  ])('%s', (uri, store, expected) => {
    expect(at(uri, store)).toEqual(expected);
  });

  test('a folder of this machine is one only for a local run', () => {
    expect(at('file:///srv/my%20models/a', 'here', true)).toEqual(['file', '', '/srv/my models/a']);
    expect(at('file:///srv/my%20models/a', 'here')).toMatch(/only a local run/);
  });

  test.each([
    ['s3://bucket/models-2/a', 'artifacts', /does not lie under/],
    ['s3://bucket/models/../secrets', 'artifacts', /detour/],
    ['s3://bucket/models/a', 'none', /no store none/],
    ['oci://registry.example/models/a', 'cards', /scheme/],
  ])('%s of store %s is not fetched', (uri, store, reason) => {
    expect(at(uri, store)).toMatch(reason);
  });
});

describe('how a store is opened', () => {
  const remote = (secret: string | undefined, uri = 's3://bucket') => {
    const credentials = secret === undefined ? {} : { credentials: folder({ rclone: secret }) };
    const store = { name: 'artifacts', uri, ...credentials };
    const scheme = uri.slice(0, uri.indexOf(':')) as 's3';
    return remoteOf({ store, scheme, host: uri.slice(scheme.length + 3), path: '' });
  };

  test.each([
    ['JSON', JSON.stringify({ name: 'x', type: 's3', parameters: { access_key_id: 'anaccesskey', env_auth: true } })],
    ['YAML', 'name: x\ntype: s3\nparameters:\n  access_key_id: anaccesskey\n  env_auth: true\n'],
  ])('by a Secret in %s', (_, text) => {
    expect(remote(text)).toEqual({
      variables: {
        RCLONE_CONFIG_STORE_TYPE: 's3',
        RCLONE_CONFIG_STORE_ACCESS_KEY_ID: 'anaccesskey',
        RCLONE_CONFIG_STORE_ENV_AUTH: 'true',
      },
      secrets: ['anaccesskey'],
    });
  });

  test('as anybody where there is no Secret', () => {
    expect(remote(undefined)).toMatchObject({ variables: { RCLONE_CONFIG_STORE_ENV_AUTH: 'false' }, secrets: [] });
    expect(remote(undefined, 'gs://b')).toMatchObject({ variables: { RCLONE_CONFIG_STORE_ANONYMOUS: 'true' } });
    const web = remote(undefined, 'https://models.example');
    expect(web).toMatchObject({ variables: { RCLONE_CONFIG_STORE_URL: 'https://models.example' } });
  });

  test.each([
    ['no remote', 'hunter2secret', /no rclone remote/],
    ['broken YAML', 'a: [hunter2secret', /no rclone remote/],
    ['a remote that reads this machine', '{"type":"local","parameters":{"key":"hunter2secret"}}', /another type/],
    ['a list as a parameter', '{"type":"s3","parameters":{"key":["hunter2secret"]}}', /parameter key is neither/],
    ['a name that is none', '{"type":"s3","parameters":{"a=hunter2secret":"x"}}', /name is none/],
  ])('not by %s, and nothing of it is repeated', (_, text, reason) => {
    expect(remote(text)).toMatch(reason);
    expect(remote(text)).not.toContain('hunter2secret');
  });

  test('not by a Secret of two keys, nor by one that is not there', () => {
    const store = (credentials: string) =>
      remoteOf({ store: { name: 'a', uri: 's3://b', credentials }, scheme: 's3', host: '', path: '' });
    expect(store(folder({ one: '', two: '' }))).toMatch(/2 keys/);
    expect(store(folder({ '..data': '' }))).toMatch(/is not there/);
    expect(store('/nowhere')).toMatch(/is not there/);
  });
});

describe('what rclone’s faults mean', () => {
  const fault = (msg: string, secrets: readonly string[] = []) =>
    faultOf({
      log: `not json\n${JSON.stringify({ level: 'error', msg })}\n`,
      error: undefined,
      program: 'rclone',
      path: 'bucket/a',
      store: 'artifacts',
      secrets,
    }).reason;

  test.each([
    ['error listing: directory not found', 'there is nothing at bucket/a in store artifacts'],
    ['api error NoSuchBucket: The specified bucket does not exist', 'there is nothing at bucket/a in store artifacts'],
    ['write /x: no space left on device', 'the disk is full'],
  ])('%s', (msg, reason) => {
    expect(fault(msg)).toBe(reason);
  });

  test('credentials that are refused', () => {
    expect(fault('https response error StatusCode: 403, api error AccessDenied: no')).toMatch(
      /refuses the credentials/,
    );
  });

  test('a secret of several lines, nor one that begins as another, is repeated in part', () => {
    const key = '-----BEGIN KEY-----\nMIIEabcd\n  efgh\n-----END KEY-----\n';
    expect(fault(`cannot parse ${key}`, [key])).not.toMatch(/MIIE|efgh/);
    expect(fault('bad line "MIIEabcd"', [key])).not.toContain('MIIE');
    expect(fault('tokens abcd1 abcd1efgh2', ['abcd1', 'abcd1efgh2'])).not.toContain('efgh2');
  });

  test('no secret, no query, no user of a URL is repeated', () => {
    const said = fault('Get "https://me:pw@x.example/b?sig=abc": hunter2/secret hunter2%2Fsecret', ['hunter2/secret']);
    expect(said).toContain('x.example');
    for (const text of ['hunter2', 'sig=', 'me:pw']) expect(said).not.toContain(text);
  });
});

describe('which folder an artifact without a version is', () => {
  const file = (path: string) => ({ path, size: 1, folder: false });
  const numbered = ['2', '10', 'old', '010x'].map((path) => ({ path, size: -1, folder: true }));

  test.each([
    ['the highest number', [...numbered, file('README.md')], 'mlserver', '10'],
    ['the root with settings', [...numbered, file('model-settings.json')], 'mlserver', undefined],
    ['the root with a model', [...numbered, file('model.json')], 'mlserver', undefined],
    ['the root where nothing is numbered', [file('any.json')], 'mlserver', undefined],
    ['the root for Triton', numbered, 'triton', undefined],
  ] as const)('%s', (_, entries, layout, expected) => {
    expect(versionFolder({ file: false, entries }, layout, ['model.json'])).toBe(expected);
  });
});

describe('the digest of an artifact', () => {
  test('does not depend on the order that a disk lists files in, and says each byte and name', async () => {
    const digest = async (files: Readonly<Record<string, string>>) => digestOf(folder(files));
    const one = await digest({ a: '1', 'b/c': '2' });
    expect(one).toMatchObject({ files: 2, bytes: 2, digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await digest({ 'b/c': '2', a: '1' })).toEqual(one);
    for (const other of [
      { a: '1', 'b/d': '2' },
      { a: '2', 'b/c': '1' },
      { a: '1', 'b/c': '2', e: '' },
    ]) {
      expect(await digest(other)).not.toMatchObject({ digest: (one as { digest: string }).digest });
    }
  });

  test('links, special names and nothing at all are refused', async () => {
    const linked = folder({ a: '1' });
    symlinkSync('/etc/passwd', join(linked, 'b'));
    expect(await digestOf(linked)).toEqual({ noArtifact: 'b is a link' });
    expect(await digestOf(join(linked, 'b'))).toEqual({ noArtifact: 'it is neither a file nor a folder' });
    expect(await digestOf(folder({ 'a\nb': '' }))).toMatchObject({
      noArtifact: expect.stringContaining('control character'),
    });
    expect(await digestOf(folder({}))).toEqual({ noArtifact: 'it holds no file' });
  });
});
