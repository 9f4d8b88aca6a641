import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Architecture, fetchNode, fetchRclone, install } from './programs.ts';
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
  /** The folder to make. An image's root that is there already is replaced. */
  readonly out: string;
  readonly architecture: Architecture;
  /** rclone's file, where it is there already. Absent: it is fetched. */
  readonly rclone?: string;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Files of packages that a running program reads, or that must go with it. */
const kept = new Set(['.js', '.mjs', '.cjs', '.json', '.wasm', '.node']);
const licence = /^(?:licen[cs]e|notice|copying)/i;
/** Folders of packages that no program enters. */
const unread = new Set(['test', 'tests', 'spec', 'benchmark', 'docs']);

/**
 * Makes the root of the image in a folder: the compiled package, what it depends on, Node, rclone, licences and the
 * list of all of it. From the same sources come the same bytes, with the same modes and times, whoever makes it where
 * and when. Nothing in it may be written but by its owner.
 *
 * @throws where something else is in the folder
 */
export function makeImageRoot({ out, architecture, rclone }: ImageOptions): void {
  if (existsSync(out) && readdirSync(out).length > 0 && !existsSync(join(out, places.sbom))) {
    throw new Error(`${out} is no image's root, so it is not replaced`);
  }
  mkdirSync(dirname(out), { recursive: true });
  const unfinished = mkdtempSync(`${out}-`);
  try {
    fill(unfinished, fetchNode(architecture), rclone ?? fetchRclone(architecture));
    rmSync(out, { recursive: true, force: true });
    renameSync(unfinished, out);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function fill(folder: string, node: string, rclone: string): void {
  const app = join(folder, places.app);
  const main = join(app, 'build/cli/main.js');
  mkdirSync(app, { recursive: true });
  compile(join(app, 'build'));
  for (const name of ['schemas', 'docs/errors', 'python', 'LICENSE', 'NOTICE']) {
    cpSync(join(root, name), join(app, name), {
      recursive: true,
      filter: (path) => basename(path) !== '__pycache__',
    });
  }
  write(join(app, 'package.json'), ownPackage());
  installPackages(app);
  copy(join(node, 'bin/node'), join(folder, places.node));
  copy(join(node, 'LICENSE'), join(folder, places.licences, 'node/LICENSE'));
  copy(rclone, join(folder, places.rclone));
  copy(join(root, 'image/licences/rclone.txt'), join(folder, places.licences, 'rclone/COPYING'));
  // The base may lack `env`.
  writeFileSync(main, readFileSync(main, 'utf8').replace(/^#!.*/, `#!/${places.node}`));
  symlinkSync(`/${places.app}/build/cli/main.js`, join(folder, places.stowage));
  const list = sbom({
    app,
    packages: packageFolders(join(app, 'node_modules')),
    node: { file: join(folder, places.node), version: versionOf(node) },
    rclone: { file: join(folder, places.rclone) },
  });
  write(join(folder, places.sbom), list);
  settle(folder, new Set([places.node, places.rclone, relative(folder, main)]));
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
    install(staging, ['--omit=dev']);
    const from = join(staging, 'node_modules');
    for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
      const path = relative(from, join(entry.parentPath, entry.name));
      if (!entry.isFile() || path.split('/').some(isUnread)) continue;
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

/** Names with a dot are of tools, npm's own among them. */
function isUnread(step: string): boolean {
  return step.startsWith('.') || unread.has(step);
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
