import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lstatSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageFolders, places } from '../../scripts/image/image-root.ts';
import type { Component, Sbom } from '../../scripts/image/sbom.ts';
import { root } from '../support/root.ts';

const folder = mkdtempSync(join(tmpdir(), 'stowage-image-test-'));
const image = join(folder, 'first');

function make(out: string, env: Readonly<Record<string, string>> = {}, umask = '022'): void {
  const command = `umask ${umask} && exec "$0" "$@"`;
  const args = [join(root, 'scripts/image.ts'), '--out', out];
  execFileSync('sh', ['-c', command, process.execPath, ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

/** Everything below a folder, in order, by its path. */
function paths(below: string): readonly string[] {
  return readdirSync(below, { recursive: true, encoding: 'utf8' }).toSorted();
}

/** All that a layer made of a folder would say. */
function described(below: string): readonly string[] {
  return ['', ...paths(below)].map((path) => {
    const file = join(below, path);
    const found = lstatSync(file);
    const contents = found.isSymbolicLink()
      ? readlinkSync(file)
      : found.isFile()
        ? createHash('sha256').update(readFileSync(file)).digest('hex')
        : '';
    return `${path} ${found.mode.toString(8)} ${found.mtimeMs} ${contents}`;
  });
}

function stowage(...args: readonly string[]): string {
  const main = join(image, places.app, 'build/cli/main.js');
  return execFileSync(join(image, places.node), [main, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: '/nowhere', HOME: folder, XDG_CACHE_HOME: join(folder, 'cache') },
  });
}

beforeAll(() => make(image));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the root of the image', () => {
  it('is the same bytes, modes and times, whoever makes it', () => {
    const second = join(folder, 'second');
    make(second, { TZ: 'Asia/Tokyo', LC_ALL: 'C', HOME: folder }, '077');
    expect(described(second)).toEqual(described(image));
  });

  it('replaces no folder that is something else', () => {
    const other = mkdtempSync(join(folder, 'other-'));
    writeFileSync(join(other, 'kept'), '');
    expect(() => make(other)).toThrow();
    expect(paths(other)).toEqual(['kept']);
  });

  it('holds what the package depends on, of the versions in the lock, and no more', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { version: string; dev?: boolean; devOptional?: boolean }>;
    };
    const wanted = Object.entries(packages).filter(
      ([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional,
    );
    const found = packageFolders(join(image, places.app, 'node_modules')).map((path) => {
      const { name, version } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
      return `${name} ${version}`;
    });
    expect(found).toEqual(wanted.map(([path, { version }]) => `${path.replace(/.*node_modules\//, '')} ${version}`));
  });

  it('holds no tests, sources, types or caches', () => {
    const superfluous = paths(image).filter((path) =>
      /\.(?:[cm]?ts|tsx|map|md|pyc)$|(?:^|\/)(?:tests?|spec|benchmark|__pycache__|\.[^/]*)(?:\/|$)|\.(?:test|spec)\./.test(
        path,
      ),
    );
    // Pages of faults are read by `stowage explain`.
    expect(superfluous.filter((path) => !path.startsWith(`${places.app}/docs/errors/`))).toEqual([]);
  });

  it('lets nobody but its owner write, and nobody become another', () => {
    const loose = paths(image).filter((path) => {
      const found = lstatSync(join(image, path));
      return !found.isSymbolicLink() && (found.mode & 0o7022) !== 0;
    });
    expect(loose).toEqual([]);
  });

  it('lists every package with version and licence, and the licences are with them', () => {
    const list = JSON.parse(readFileSync(join(image, places.sbom), 'utf8')) as Sbom;
    const named = new Map(list.components.map((component) => [component.name, component]));
    const folders = packageFolders(join(image, places.app, 'node_modules'));
    expect([...named.keys()]).toEqual([...folders.map((path) => basename(path)), 'node', 'rclone']);
    for (const { version, licenses } of [list.metadata.component, ...named.values()]) {
      expect(version).toMatch(/^\d+\.\d+\.\d+/);
      expect(licenses?.[0]?.expression).toMatch(/^[A-Z]/);
    }
    for (const path of [join(image, places.app), ...folders])
      expect(readdirSync(path).join(' ')).toMatch(/licen[cs]e/i);
    expect(paths(join(image, places.licences))).toEqual(['node', 'node/LICENSE', 'rclone', 'rclone/COPYING']);
  });

  it('lists the modules that rclone is linked from, each once', () => {
    const list = JSON.parse(readFileSync(join(image, places.sbom), 'utf8')) as Sbom;
    const modules = list.components.find(({ name }) => name === 'rclone')?.components ?? [];
    expect(modules.length).toBeGreaterThan(100);
    expect(modules.map(({ name }) => name)).toContain('stdlib');
    const refs = [list.metadata.component, ...list.components, ...modules].map((one: Component) => one['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
  });

  it('runs the command line and the three roles', () => {
    expect(stowage('--version')).toBe(`${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}\n`);
    for (const role of ['agent', 'router', 'witness']) expect(stowage(role, '--help')).toContain(`stowage ${role}`);
    expect(stowage('explain', 'STW1001')).toContain('STW1001');
    expect(execFileSync(join(image, places.rclone), ['version'], { encoding: 'utf8' })).toContain('rclone v1.');
    expect(execFileSync(join(image, places.node), ['--version'], { encoding: 'utf8' })).toBe(`${process.version}\n`);
  });

  it('names its program where pods look for it', () => {
    expect(readlinkSync(join(image, places.stowage))).toBe(`/${places.app}/build/cli/main.js`);
    const main = join(image, places.app, 'build/cli/main.js');
    expect(lstatSync(main).mode & 0o777).toBe(0o755);
    expect(readFileSync(main, 'utf8').split('\n')[0]).toBe(`#!/${places.node}`);
  });

  it('holds the modules that the agent gives MLServer', () => {
    const modules = (below: string) => paths(below).filter((path) => path.endsWith('.py'));
    expect(modules(join(image, places.app, 'python'))).toEqual(modules(join(root, 'python')));
  });
});
