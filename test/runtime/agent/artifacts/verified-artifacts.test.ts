import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Artifact } from '../../../../src/ir/index.ts';
import { digestOf } from '../../../../src/runtime/agent/artifacts/digest.ts';
import { VerifiedArtifacts } from '../../../../src/runtime/agent/artifacts/index.ts';

const root = mkdtempSync(join(tmpdir(), 'verified-'));
const store = join(root, 'store');
let disks = 0;

beforeAll(() => {
  for (const version of ['1', '2']) {
    mkdirSync(join(store, 'm', version), { recursive: true });
    writeFileSync(join(store, 'm', version, 'model.json'), version.repeat(1_100_000));
    writeFileSync(join(store, 'm', version, 'more.json'), version.repeat(700_000));
  }
});

afterAll(() => {
  execFileSync('chmod', ['-R', 'u+w', root]);
  rmSync(root, { recursive: true, force: true });
});

const newDisk = () => join(root, `disk-${disks++}`);

function artifactsOn(disk: string, cache = 64, now = Date.now): VerifiedArtifacts {
  const settings = {
    stores: [{ name: 'here', uri: `file://${store}` }],
    cache,
    runtime: { layout: 'mlserver' as const },
  };
  return new VerifiedArtifacts(settings, { artifacts: disk, local: true }, now);
}

const artifact = (version: string, more: Partial<Artifact> = {}): Artifact => ({
  uri: `file://${store}/m`,
  store: 'here',
  version,
  format: 'xgboost',
  ...more,
});

const never = new AbortController().signal;

describe('verified artifacts', () => {
  test('what is there stays as it was fetched, until it has to make way', async () => {
    const disk = newDisk();
    const before = await artifactsOn(disk).fetch(artifact('1'), [], never);
    const folder = join(store, 'm/1');
    cpSync(folder, join(root, 'kept'), { recursive: true });
    appendFileSync(join(folder, 'model.json'), 'changed in its place');
    try {
      expect(await artifactsOn(disk).fetch(artifact('1'), [], never)).toEqual({ ...before, kept: true });
      expect(await artifactsOn(newDisk()).fetch(artifact('1'), [], never)).not.toMatchObject({
        digest: (before as { digest: string }).digest,
      });
    } finally {
      cpSync(join(root, 'kept'), folder, { recursive: true });
    }
  });

  test('a clock that is put back keeps nothing from making way', async () => {
    const disk = newDisk();
    let now = Date.UTC(2040, 0);
    const artifacts = artifactsOn(disk, 3, () => now);
    expect(await artifacts.fetch(artifact('1'), [], never)).toHaveProperty('path');
    now = Date.UTC(2025, 0);
    expect(await artifacts.fetch(artifact('2'), [], never)).toHaveProperty('path');
    now = Date.UTC(2020, 0);
    expect(await artifactsOn(disk, 3, () => now).fetch(artifact('1'), [], never)).toHaveProperty('path');
  });

  test('a link in a store that is a folder is refused for good', async () => {
    const folder = join(store, 'm/7');
    mkdirSync(folder);
    symlinkSync('/etc/passwd', join(folder, 'model.json'));
    const disk = newDisk();
    const fault = await artifactsOn(disk).fetch(artifact('7'), [], never);
    expect(fault).toMatchObject({ terminal: true, reason: expect.stringContaining('model.json is a link') });
    expect(readdirSync(disk)).toEqual([]);
  });

  test('a digest that is not the pinned one is final, and leaves nothing', async () => {
    const disk = newDisk();
    const pinned = artifact('1', { digest: `sha256:${'a'.repeat(64)}` });
    expect(await artifactsOn(disk).fetch(pinned, [], never)).toMatchObject({ terminal: true });
    expect(readdirSync(disk)).toEqual([]);
  });

  test('a forgotten index costs one fetch, a broken one no more', async () => {
    const disk = newDisk();
    const before = await artifactsOn(disk).fetch(artifact('1'), [], never);
    const elsewhere = { known: { [JSON.stringify([`file://${store}/m`, '1'])]: 'b'.repeat(64) } };
    for (const text of ['{', '{"known":[]}', JSON.stringify(elsewhere)]) {
      writeFileSync(join(disk, 'known.json'), text);
      expect(await artifactsOn(disk).fetch(artifact('1'), [], never)).toEqual(before);
    }
  });

  test('what an earlier run left unfinished is dropped', async () => {
    const disk = newDisk();
    const half = join(disk, '.new-half');
    mkdirSync(half, { recursive: true });
    writeFileSync(join(half, 'model.json'), 'half');
    chmodSync(half, 0o555);
    writeFileSync(join(disk, 'known.json.17.new'), '{');
    artifactsOn(disk);
    expect(readdirSync(disk)).toEqual([]);
  });

  test('a process that is killed before any step on disk leaves nothing that is not verified', {
    timeout: 120_000,
  }, async () => {
    const program = fileURLToPath(new URL('killed-fetch.ts', import.meta.url));
    const run = (disk: string, step: number) =>
      spawnSync(process.execPath, [program, store, disk, String(step)], { encoding: 'utf8' });
    const whole = run(newDisk(), -1);
    const steps = Number(whole.stdout);
    expect(steps).toBeGreaterThan(15);
    for (let step = 0; step < steps; step++) {
      const disk = newDisk();
      expect(run(disk, step).signal).toBe('SIGKILL');
      const artifacts = artifactsOn(disk, 3);
      // All that a name of a digest stands on has that digest.
      for (const name of readdirSync(disk)) {
        if (name === 'known.json') continue;
        expect(await digestOf(join(disk, name))).toMatchObject({ digest: name });
      }
      for (const version of ['1', '2']) {
        const fetched = await artifacts.fetch(artifact(version), [], never);
        if ('reason' in fetched) throw new Error(`after step ${step}: ${fetched.reason}`);
        expect(readFileSync(join(fetched.path, 'model.json'), 'utf8')).toBe(version.repeat(1_100_000));
        expect(existsSync(join(fetched.path, 'more.json'))).toBe(true);
      }
    }
  });
});
