import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { RcloneSource } from '../../../../src/runtime/agent/artifacts/rclone.ts';

/** What a child does that is not as rclone should be; programs that stand in for it. */
const folder = mkdtempSync(join(tmpdir(), 'rclone-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
function source(script: string, patience?: number): RcloneSource {
  const program = join(folder, `rclone-${count++}`);
  writeFileSync(program, `#!/bin/sh\n${script}\n`);
  chmodSync(program, 0o755);
  return new RcloneSource(program, { variables: {}, secrets: [] }, 'artifacts', patience);
}

const never = new AbortController().signal;
const listing = { file: false, entries: [{ path: 'a', size: 1, folder: false }] };

test('one that hangs is ended', async () => {
  const hanging = source('exec sleep 600', 0.1);
  const slow = { reason: 'store artifacts is too slow: rclone has not ended after 0.1 s', terminal: false };
  expect(await hanging.list('b/a', true, never)).toEqual(slow);
  const fault = await hanging.copy('b/a', listing, folder, 1000, never);
  expect(fault).toMatchObject({ terminal: false, reason: expect.stringContaining('is too slow') });
});

test('one that never stops talking is ended, or not listened to', async () => {
  expect(await source('yes').list('b/a', true, never)).toEqual({ reason: 'there is too much at b/a', terminal: true });
  const loud = source("head -c 30000000 /dev/zero | tr '\\0' x >&2; exit 1");
  const fault = await loud.copy('b/a', listing, folder, 1, never);
  expect(fault?.reason.length).toBeLessThan(1000);
});

test('names that lead out of an artifact are none of it', async () => {
  for (const path of ['../a', 'a/../../b', './a', 'a//b', '/a']) {
    const hostile = source(`echo '${JSON.stringify([{ Path: path, Size: 1, IsDir: false }])}'`);
    expect(await hostile.list('b/x', true, never), path).toMatchObject({ terminal: true });
  }
});
