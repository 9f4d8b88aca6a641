import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Artifact } from '../../src/ir/index.ts';
import {
  type ArtifactFault,
  type FetchedArtifact,
  VerifiedArtifacts,
} from '../../src/runtime/agent/artifacts/index.ts';
import { findRclone } from '../support/mlserver.ts';
import { type StoreServer, secretKey, startStore, writeSecret } from '../support/s3-server.ts';
import { isThere } from '../support/tools.ts';

const rclone = findRclone();

describe.runIf(isThere(rclone))('artifacts from real stores', () => {
  const folder = mkdtempSync(join(tmpdir(), 'storage-'));
  const buckets = join(folder, 'buckets');
  const program = rclone.path ?? '';
  let s3: StoreServer;
  let web: StoreServer;
  let disks = 0;

  beforeAll(async () => {
    write('example-models/score/2/model.json', 'second');
    write('example-models/score/10/model.json', 'tenth');
    write('example-models/score/10/sub/more.bin', randomBytes(100_000));
    write('example-models/score/10.expected.json', '{}');
    write('example-models/rooted/model.json', 'root');
    write('example-models/rooted/3/model.json', 'third');
    write('example-models/large/1/model.bst', randomBytes(3_000_000));
    s3 = await startStore(program, 's3', buckets);
    web = await startStore(program, 'http', buckets);
    writeSecret(join(folder, 'secret'), s3.address);
  });

  afterEach(() => {
    s3.answers = 'whole';
  });

  afterAll(async () => {
    await s3?.stop();
    await web?.stop();
    execFileSync('chmod', ['-R', 'u+w', folder]);
    rmSync(folder, { recursive: true, force: true });
  });

  function write(path: string, content: string | Buffer): void {
    mkdirSync(join(buckets, path, '..'), { recursive: true });
    writeFileSync(join(buckets, path), content);
  }

  interface Here {
    readonly disk?: string;
    readonly cache?: number;
    readonly credentials?: string | null;
    readonly program?: string;
  }

  /** An agent's artifacts on a disk of their own, or on one that was there before. */
  function artifacts({ disk = join(folder, `disk-${disks++}`), cache = 64, credentials, program: other }: Here = {}) {
    const secret = credentials === null ? {} : { credentials: credentials ?? join(folder, 'secret') };
    const stores = [
      { name: 'artifacts', uri: 's3://example-models', ...secret },
      { name: 'gone', uri: 's3://no-such-bucket', ...secret },
      { name: 'web', uri: `http://${web.address.host}:${web.address.port}/example-models` },
    ];
    const settings = { stores, cache, runtime: { layout: 'mlserver' as const } };
    return { disk, verified: new VerifiedArtifacts(settings, { artifacts: disk, rclone: other ?? program }) };
  }

  const artifact = (uri: string, more: Partial<Artifact> = {}): Artifact => ({
    uri: `s3://example-models/${uri}`,
    store: 'artifacts',
    format: 'xgboost',
    ...more,
  });

  type Outcome = FetchedArtifact & ArtifactFault;

  async function fetch(from: VerifiedArtifacts, what: Artifact, inUse: readonly Artifact[] = []): Promise<Outcome> {
    return (await from.fetch(what, inUse, AbortSignal.timeout(60_000))) as Outcome;
  }

  /** As `docs/artifacts.md` computes it. */
  function digestByShell(path: string): string {
    const docs = readFileSync(new URL('../../docs/artifacts.md', import.meta.url), 'utf8');
    const command = /```sh\n(.*)\n```/.exec(docs)?.[1] ?? '';
    const said = execFileSync('sh', ['-c', command.replace('FOLDER', path)], { encoding: 'utf8' });
    return `sha256:${said.slice(0, 64)}`;
  }

  test('brings a version, read-only, under the digest that the documented command gives', async () => {
    const { disk, verified } = artifacts();
    const fetched = await fetch(verified, artifact('score', { version: '10' }));
    const digest = digestByShell(join(buckets, 'example-models/score/10'));
    expect(fetched).toEqual({ digest, path: join(disk, digest.slice('sha256:'.length)) });
    expect(readFileSync(join(fetched.path, 'model.json'), 'utf8')).toBe('tenth');
    expect(readFileSync(join(fetched.path, 'sub/more.bin')).length).toBe(100_000);
    expect(statSync(join(fetched.path, 'model.json')).mode & 0o222).toBe(0);
    expect(await fetch(verified, artifact('score', { version: '10', digest }))).toEqual({ ...fetched, kept: true });
  });

  test('takes the highest version where none is named, unless there is a model at the root', async () => {
    const { verified } = artifacts();
    const highest = await fetch(verified, artifact('score'));
    expect(readFileSync(join(highest.path, 'model.json'), 'utf8')).toBe('tenth');
    const rooted = await fetch(verified, artifact('rooted'));
    expect(readFileSync(join(rooted.path, 'model.json'), 'utf8')).toBe('root');
  });

  test('brings one file, by the digest of its bytes', async () => {
    const { verified } = artifacts();
    const path = join(buckets, 'example-models/score/2/model.json');
    const digest = `sha256:${execFileSync('sha256sum', [path], { encoding: 'utf8' }).slice(0, 64)}`;
    const fetched = await fetch(verified, artifact('score/2/model.json', { digest }));
    expect(fetched.digest).toBe(digest);
    expect(readFileSync(fetched.path, 'utf8')).toBe('second');
    expect(fetched.path).toMatch(/model\.json$/);
  });

  test('takes a folder for one that holds a single file of its own name, whatever the names are', async () => {
    write('example-models/odd/Größe & Co/Größe & Co', 'one');
    const { verified } = artifacts();
    const path = join(buckets, 'example-models/odd/Größe & Co');
    const fetched = await fetch(verified, artifact('odd/Größe & Co'));
    expect(fetched).toMatchObject({ digest: digestByShell(`'${path}'`) });
    expect(readFileSync(join(fetched.path, 'Größe & Co'), 'utf8')).toBe('one');
  });

  test('brings from a web server', async () => {
    const { verified } = artifacts();
    const uri = `http://${web.address.host}:${web.address.port}/example-models/score`;
    const fetched = await fetch(verified, artifact('', { uri, store: 'web', version: '10' }));
    expect(fetched.digest).toBe(digestByShell(join(buckets, 'example-models/score/10')));
    const missing = await fetch(verified, artifact('', { uri, store: 'web', version: '11' }));
    expect(missing).toMatchObject({ terminal: false, reason: expect.stringContaining('nothing at') });
  });

  test('asks the store for nothing that is here, also after a restart', async () => {
    const { disk, verified } = artifacts();
    const first = await fetch(verified, artifact('score'));
    const pinned = artifact('rooted', { digest: digestByShell(join(buckets, 'example-models/rooted')) });
    const second = await fetch(verified, pinned);
    expect(s3.requests().length).toBeGreaterThan(0);
    const after = artifacts({ disk });
    expect(await fetch(after.verified, artifact('score'))).toEqual({ ...first, kept: true });
    expect(await fetch(after.verified, pinned)).toEqual({ ...second, kept: true });
    expect(s3.requests()).toEqual([]);
  });

  test('fetches once what is asked for twice at a time', async () => {
    const { verified } = artifacts();
    const large = artifact('large', { version: '1' });
    s3.requests();
    const [a, b] = await Promise.all([fetch(verified, large), fetch(verified, large)]);
    expect(b).toEqual({ ...a, kept: true });
    expect(s3.requests().filter((line) => line.startsWith('GET') && line.includes('model.bst'))).toHaveLength(1);
  });

  test.each<[string, Partial<Artifact> & { readonly path: string }, Here, object]>([
    ['a missing object', { path: 'score', version: '11' }, {}, { terminal: false, reason: /nothing at .*score\/11/ }],
    ['a missing bucket', { path: '', uri: 's3://no-such-bucket/x', store: 'gone' }, {}, { reason: /nothing at/ }],
    [
      'a wrong digest',
      { path: 'score', digest: `sha256:${'0'.repeat(64)}` },
      {},
      { terminal: true, reason: /its digest is sha256:/ },
    ],
    [
      'no Secret',
      { path: 'score' },
      { credentials: '/nowhere' },
      { terminal: false, reason: /Secret of store artifacts is not there/ },
    ],
    ['another store', { path: 'score', store: 'other' }, {}, { terminal: false, reason: /has no store other/ }],
    [
      'a URI outside its store',
      { path: '', uri: 's3://example-models-2/x' },
      {},
      { terminal: false, reason: /does not lie under/ },
    ],
    [
      'no rclone',
      { path: 'score' },
      { program: '/nowhere/rclone' },
      { terminal: false, reason: /rclone, .*, is missing/ },
    ],
    ['a quota that is too small', { path: 'large' }, { cache: 2 }, { terminal: false, reason: /takes 3 MiB of disk/ }],
  ])(
    'says so of %s, and leaves nothing behind',
    async (_, { path, ...more }, here, { terminal, reason }: { terminal?: boolean; reason?: RegExp }) => {
      const { disk, verified } = artifacts(here);
      const fault = await fetch(verified, artifact(path, more));
      expect(fault.reason).toMatch(reason ?? /./);
      expect(fault.terminal).toBe(terminal ?? false);
      expect(readdirSync(disk)).toEqual([]);
      // The others go on.
      if (here.program === undefined && here.credentials === undefined) {
        expect(await fetch(verified, artifact('score', { version: '2' }))).toHaveProperty('path');
      }
    },
  );

  test('repeats no secret where the store refuses it', async () => {
    const wrong = 'wrong-secret-0123456789';
    const credentials = writeSecret(join(folder, 'wrong'), s3.address, wrong);
    const fault = await fetch(artifacts({ credentials }).verified, artifact('score'));
    expect(fault).toMatchObject({
      terminal: false,
      reason: expect.stringContaining('store artifacts refuses the credentials'),
    });
    expect(fault.reason).not.toContain(wrong);
    expect(fault.reason).not.toContain(secretKey);
  });

  test('keeps nothing of an answer that ends too early, and waits for a slow one', async () => {
    const { disk, verified } = artifacts();
    s3.answers = 'cut';
    const fault = await fetch(verified, artifact('large', { version: '1' }));
    expect(fault).toMatchObject({ terminal: false });
    expect(readdirSync(disk)).toEqual([]);
    s3.answers = 'slow';
    expect(await fetch(verified, artifact('large', { version: '1' }))).toHaveProperty('path');
  });

  test('gives up when told, and leaves nothing behind', async () => {
    const { disk, verified } = artifacts();
    s3.answers = 'slow';
    const given = await verified.fetch(artifact('large', { version: '1' }), [], AbortSignal.timeout(400));
    expect(given).toEqual({ terminal: false, reason: 'given up' });
    expect(readdirSync(disk)).toEqual([]);
  });

  test('lets the one that nobody uses make way, the least recently used first', async () => {
    for (const name of ['a', 'b', 'c']) write(`example-models/room/${name}/model.bst`, randomBytes(900_000));
    const { disk, verified } = artifacts({ cache: 2 });
    const [a, b, c] = ['a', 'b', 'c'].map((version) => artifact('room', { version })) as [Artifact, Artifact, Artifact];
    const first = await fetch(verified, a);
    const second = await fetch(verified, b);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await fetch(verified, a);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await fetch(verified, c, [a, b])).toMatchObject({
      terminal: false,
      reason: expect.stringContaining('in use'),
    });
    expect(await fetch(verified, c, [a])).toHaveProperty('path');
    expect(existsSync(first.path)).toBe(true);
    expect(existsSync(second.path)).toBe(false);
    expect(readdirSync(disk).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
    'fails one model alone where the disk is full',
    async () => {
      const disk = join(folder, 'tiny');
      mkdirSync(disk);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]);
      try {
        const { verified } = artifacts({ disk });
        expect(await fetch(verified, artifact('large', { version: '1' }))).toEqual({
          terminal: false,
          reason: 'the disk is full',
        });
        expect(await fetch(verified, artifact('score', { version: '2' }))).toHaveProperty('path');
        expect(readdirSync(disk).filter((name) => name.startsWith('.'))).toEqual([]);
      } finally {
        execFileSync('umount', [disk]);
      }
    },
  );
});
