import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Processors that the image is made for, as Node names them, and what Python's packages for them are marked with. */
const platforms = { x64: 'manylinux2014_x86_64', arm64: 'manylinux2014_aarch64' } as const;

export type Architecture = keyof typeof platforms;

/** The processor by the name that Node or the OCI gives it. Undefined: the image is not made for it. */
export function architectureOf(name: string): Architecture | undefined {
  if (name === 'amd64') return 'x64';
  return name === 'x64' || name === 'arm64' ? name : undefined;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The folder of the npm package that holds Node's binary for this processor, of the version and hash in
 * `image/package-lock.json`.
 */
export function fetchNode(architecture: Architecture): string {
  const locks = ['image/package.json', 'image/package-lock.json'];
  const folder = fetched('node', [architecture], locks, (into) => {
    for (const name of ['package.json', 'package-lock.json']) cpSync(join(root, 'image', name), join(into, name));
    install(into, [`--cpu=${architecture}`, '--os=linux']);
  });
  return join(folder, `node_modules/node-linux-${architecture}`);
}

/** rclone's file for this processor, of the version and hash in `image/rclone.txt`. */
export function fetchRclone(architecture: Architecture): string {
  const folder = fetched('rclone', [architecture], ['image/rclone.txt'], (into) => {
    const checked = ['--no-deps', '--require-hashes', '--only-binary=:all:', `--platform=${platforms[architecture]}`];
    const quiet = ['--quiet', '--disable-pip-version-check', '--root-user-action=ignore'];
    const what = ['--target', into, '-r', join(root, 'image/rclone.txt')];
    execFileSync('python3', ['-m', 'pip', 'install', ...quiet, ...checked, ...what], { stdio: ['ignore', 2, 2] });
  });
  return join(folder, 'bin/rclone');
}

/**
 * Installs what a folder's lock names, with nothing of any package executed.
 *
 * @param options of npm, besides
 */
export function install(folder: string, options: readonly string[]): void {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // On standard output npm says how many packages it has added.
  execFileSync('npm', ['ci', ...options, ...quiet], { cwd: folder, stdio: ['ignore', 'ignore', 2] });
}

/** A folder that is filled once for these words and files. */
function fetched(
  name: string,
  words: readonly string[],
  files: readonly string[],
  fill: (into: string) => void,
): string {
  const cache = join(root, '.cache/image');
  const hash = createHash('sha256').update(words.join('\0'));
  for (const file of files) hash.update(readFileSync(join(root, file)));
  const folder = join(cache, `${name}-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const unfinished = mkdtempSync(join(cache, 'unfinished-'));
  try {
    fill(unfinished);
    // Another process may have been faster.
    if (!existsSync(folder)) renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}
