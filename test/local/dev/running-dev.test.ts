import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { claimDev, readDev, releaseDev, tellDev } from '../../../src/local/index.ts';

describe('the run that has an environment', () => {
  it('is one at a time, and tells where its router is', () => {
    const folder = aFolder();
    expect(readDev(folder)).toBeUndefined();
    expect(claimDev(folder)).toBeUndefined();
    expect(claimDev(folder)).toEqual({ pid: process.pid });
    tellDev(folder, 'http://127.0.0.1:1');
    expect(readDev(folder)).toEqual({ pid: process.pid, router: 'http://127.0.0.1:1' });
    releaseDev(folder);
    expect(claimDev(folder)).toBeUndefined();
  });

  it.each([
    ['one that was killed', JSON.stringify({ pid: 2 ** 22 + 1, router: 'http://127.0.0.1:1' })],
    ['a torn file', '{"pid":'],
    ['no pid', '{}'],
  ])('is not %s', (_, text) => {
    const folder = aFolder();
    writeFileSync(join(folder, 'dev.json'), text);
    expect(readDev(folder)).toBeUndefined();
    expect(claimDev(folder)).toBeUndefined();
    expect(readDev(folder)?.pid).toBe(process.pid);
  });
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stowage-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
