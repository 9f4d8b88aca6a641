import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EnvoyFiles } from '../../../src/runtime/proxy/index.ts';

/** A stand-in for Envoy's admin interface: it has read the file that is there, unless that says that it is bad. */
const watched = { file: 'routes.json', statistics: ['rds.'] };
let folder: string;
let admin: string;
let envoy: Server;
let running = '';
let rejected = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'envoy-files-'));
  admin = join(folder, 'admin.sock');
  running = '';
  rejected = 0;
  let seen = '';
  envoy = createServer((_, response) => {
    const text = readFile();
    if (text !== seen && text.includes('bad')) rejected++;
    else if (text !== '') running = /"version_info":"(\w+)"/.exec(text)?.[1] ?? '';
    seen = text;
    response.end(`rds.update_rejected: ${rejected}\nrds.version_text: "${running}"\n`);
  });
  await new Promise<void>((resolve) => envoy.listen(admin, resolve));
});

afterEach(() => {
  envoy.close();
  rmSync(folder, { recursive: true, force: true });
});

function readFile(): string {
  try {
    return readFileSync(join(folder, watched.file), 'utf8');
  } catch {
    return '';
  }
}

test('what is refused is taken back, also where an earlier run has written what Envoy runs with', async () => {
  expect(await new EnvoyFiles(folder, admin).apply(watched, '{"good":1}')).toBe('accepted');
  const good = readFile();
  const next = new EnvoyFiles(folder, admin);
  expect(await next.apply(watched, '{"bad":1}')).toEqual({ rejected: 'Envoy refused routes.json' });
  expect(readFile()).toBe(good);
  expect(await next.apply(watched, '{"good":2}')).toBe('accepted');
});

test('a file that Envoy does not run with is not taken for one that it has accepted', async () => {
  writeFileSync(join(folder, watched.file), '{"version_info":"aa","bad":0}');
  const files = new EnvoyFiles(folder, admin);
  expect(await files.apply(watched, '{"bad":1}')).toEqual({ rejected: 'Envoy refused routes.json' });
  expect(readFile()).toContain('"bad":1');
});
