import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { claimDev, readDev, releaseDev, tellDev } from '../../../src/local/index.ts';

const module = new URL('../../../src/local/dev/running-dev.ts', import.meta.url).href;

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

  it('is never two, however many come at once after one that was killed', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'dev.json'), JSON.stringify({ pid: 2 ** 22 + 1 }));
    const source = `import { claimDev } from ${JSON.stringify(module)};
const running = claimDev(${JSON.stringify(folder)});
process.stdout.write(running === undefined ? 'mine' : String(running.pid));
process.stdin.resume();`;
    const children = Array.from({ length: 6 }, () =>
      spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: ['pipe', 'pipe', 'inherit'] }),
    );
    onTestFinished(() => void children.map((child) => child.kill('SIGKILL')));
    const said = await Promise.all(children.map(async ({ stdout }) => String((await once(stdout, 'data'))[0])));
    const owner = children[said.indexOf('mine')]?.pid;
    expect(said.filter((text) => text === 'mine')).toHaveLength(1);
    expect(said.filter((text) => text !== 'mine')).toEqual(Array(5).fill(String(owner)));
  });

  it('is left alone by the end of another', () => {
    const folder = aFolder();
    const other = JSON.stringify({ pid: process.ppid });
    writeFileSync(join(folder, 'dev.json'), other);
    releaseDev(folder);
    expect(readDev(folder)).toEqual({ pid: process.ppid });
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
