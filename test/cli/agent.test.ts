import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from '../../src/cli/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'agent-command-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function fault(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
  let text = '';
  const io = {
    cwd: folder,
    env,
    isTTY: { stdout: false, stderr: false },
    stdout: () => {},
    stderr: (more: string) => {
      text += more;
    },
  };
  expect(await run(['agent', ...args], io)).toBe(1);
  return text;
}

const folders = ['settings', 'plan', 'run', 'artifacts', 'repository', 'modules', 'state'];

test('an agent that is not told where it lives says what it lacks', async () => {
  expect(await fault([])).toBe('error: Neither `--place` nor `--settings` is given\n');
  const all = folders.map((name) => `--${name}=${name}`);
  expect(await fault(all.slice(0, -1))).toBe('error: Neither `--place` nor `--state` is given\n');
  expect(await fault(all)).toBe('error: The agent cannot start: the variable STOWAGE_POD_NAME is not set\n');
});

test('one whose settings or place cannot be read says so', async () => {
  const env = { STOWAGE_POD_NAME: 'cpu-0', STOWAGE_POD_IP: '127.0.0.1', STOWAGE_ORDINAL: '0' };
  const all = folders.map((name) => `--${name}=${name}`);
  expect(await fault(all, env)).toContain('The agent cannot start: the settings in');
  writeFileSync(join(folder, 'settings'), '{"version":2}');
  expect(await fault(all, env)).toContain('holds no settings of an agent');
  expect(await fault(['--place', 'none.json'])).toContain('cannot be read');
});
