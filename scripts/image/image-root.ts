import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  globSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Architecture, fetchPrograms, install } from './programs.ts';
import { sbom } from './sbom.ts';

/** Where things lie in the image; the Dockerfile's base brings the C library and nothing of these. */
export const places = {
  app: 'opt/stowage',
  node: 'usr/local/bin/node',
  rclone: 'usr/local/bin/rclone',
  stowage: 'usr/local/bin/stowage',
  licences: 'usr/share/licenses',
  sbom: 'usr/share/sbom/stowage.cdx.json',
} as const;

export interface ImageOptions {
  /** The folder to make; what is in it is removed. */
  readonly out: string;
  readonly architecture: Architecture;
  /** rclone's file, where it is there already. Absent: it is fetched. */
  readonly rclone?: string;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Files of packages that a running program reads, or that must go with it. */
const kept = new Set(['.js', '.mjs', '.cjs', '.json', '.wasm', '.node']);
const licence = /^(?:licen[cs]e|notice|copying)/i;
/** Folders of packages that no program enters, and what npm writes for itself. */
const unread = new Set(['test', 'tests', 'spec', 'benchmark', 'docs', '.bin', '.github', '.package-lock.json']);

/**
 * Makes the root of the image in a folder: the compiled package, what it depends on, Node, rclone, licences and the
 * list of all of it. From the same sources come the same bytes: no clock, no name of this machine, no order of its
 * own; all files are as root would have them, written by nobody.
 */
export function makeImageRoot({ out, architecture, rclone }: ImageOptions): void {
  const programs = fetchPrograms(architecture, rclone);
  rmSync(out, { recursive: true, force: true });
  const app = join(out, places.app);
  mkdirSync(app, { recursive: true });
  compile(join(app, 'build'));
  for (const name of ['schemas', 'docs/errors', 'python', 'LICENSE', 'NOTICE']) {
    cpSync(join(root, name), join(app, name), { recursive: true, filter: (path) => !path.includes('__pycache__') });
  }
  write(join(app, 'package.json'), ownPackage());
  installPackages(app);
  copy(join(programs.node, 'bin/node'), join(out, places.node));
  copy(join(programs.node, 'LICENSE'), join(out, places.licences, 'node/LICENSE'));
  copy(programs.rclone, join(out, places.rclone));
  copy(join(root, 'image/licences/rclone.txt'), join(out, places.licences, 'rclone/COPYING'));
  const main = join(app, 'build/cli/main.js');
  writeFileSync(main, readFileSync(main, 'utf8').replace(/^#!.*/, `#!/${places.node}`));
  symlinkSync(`/${places.app}/build/cli/main.js`, join(out, places.stowage));
  const list = sbom({
    app,
    packages: packageFolders(join(app, 'node_modules')),
    node: { file: join(out, places.node), version: versionOf(programs.node) },
    rclone: { file: join(out, places.rclone) },
  });
  write(join(out, places.sbom), list);
  settle(out, new Set([places.node, places.rclone, relative(out, main)]));
}

function compile(into: string): void {
  const options = ['--outDir', into, '--declaration', 'false'];
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json', ...options],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
    },
  );
}

/** What Node and the program read of `package.json`. */
function ownPackage(): object {
  const { name, version, description, license, type, engines, dependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Record<string, unknown>;
  return { name, version, description, license, type, engines, dependencies };
}

/** The packages that the package depends on, by the lock, without what only readers and developers want of them. */
function installPackages(app: string): void {
  const staging = mkdtempSync(join(tmpdir(), 'stowage-image-'));
  try {
    for (const name of ['package.json', 'package-lock.json', '.npmrc']) cpSync(join(root, name), join(staging, name));
    install(['npm', 'ci', '--omit=dev'], staging);
    const from = join(staging, 'node_modules');
    for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
      const path = relative(from, join(entry.parentPath, entry.name));
      if (!entry.isFile() || path.split('/').some((step) => unread.has(step))) continue;
      if (kept.has(extname(entry.name)) || licence.test(entry.name)) {
        copy(join(from, path), join(app, 'node_modules', path));
      }
    }
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** All packages below a `node_modules`, also those within packages, in order. */
export function packageFolders(modules: string): readonly string[] {
  return globSync('**/node_modules/{*,@*/*}/package.json', { cwd: dirname(modules) })
    .map((path) => join(dirname(modules), dirname(path)))
    .toSorted();
}

function versionOf(folder: string): string {
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
}

function write(file: string, value: object): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}

/** Gives every file the mode and the time that do not depend on who made it and when. */
function settle(folder: string, programs: ReadonlySet<string>): void {
  for (const name of ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })].toReversed()) {
    const path = join(folder, name);
    const found = lstatSync(path);
    if (!found.isSymbolicLink()) chmodSync(path, found.isDirectory() || programs.has(name) ? 0o755 : 0o644);
    lutimesSync(path, 0, 0);
  }
}
