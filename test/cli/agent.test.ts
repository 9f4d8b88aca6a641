import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { settings } from '../runtime/agent/stand-ins.ts';
import { root } from '../support/root.ts';

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

test('one whose disk cannot be written to ends, and does not stay behind', () => {
  writeFileSync(join(folder, 'file'), '');
  writeFileSync(join(folder, 'agent.json'), JSON.stringify(settings()));
  writeFileSync(join(folder, 'routers.json'), '[{"host":"127.0.0.1","port":1}]');
  const places = ['plan', 'run', 'artifacts', 'repository', 'modules', 'state'].map((name) => [
    name,
    join(folder, name),
  ]);
  const at = { host: '127.0.0.1', port: 0 };
  const own = { pod: 'cpu-0', ordinal: 0, settings: join(folder, 'agent.json'), address: at, probes: at, metrics: at };
  for (const name of ['artifacts', 'state']) {
    const place = {
      ...Object.fromEntries(places),
      ...own,
      [name]: join(folder, 'file'),
      routers: join(folder, 'routers.json'),
    };
    writeFileSync(join(folder, 'place.json'), JSON.stringify(place));
    const args = [join(root, 'src/cli/main.ts'), 'agent', '--place', join(folder, 'place.json')];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 10_000 });
    expect(status, stderr).toBe(1);
    expect(stderr).toContain('The agent cannot start: EEXIST');
  }
});
