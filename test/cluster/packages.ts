import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cached } from './cache.ts';
import { attempt, run } from './run.ts';

const list = fileURLToPath(new URL('debian-packages.txt', import.meta.url));

/** The folder into which Debian's packages are unpacked, a root file system of its own. */
export async function packages(): Promise<string> {
  const names = readFileSync(list, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return unpacked('packages', names);
}

/** Packages unpacked, without their dependencies and without their scripts. */
export async function unpacked(name: string, names: readonly string[]): Promise<string> {
  return cached(name, names, async (folder) => {
    const download = ['apt-get', 'download', '-qq', ...names];
    if ((await attempt(download, { cwd: folder })).status !== 0) {
      // Its lists are old, or there are none yet.
      await run(['apt-get', 'update', '-qq']);
      await run(download, { cwd: folder });
    }
    for (const file of readdirSync(folder).filter((entry) => entry.endsWith('.deb'))) {
      await run(['dpkg', '-x', file, '.'], { cwd: folder });
      rmSync(join(folder, file));
    }
  });
}

/** What lets the unpacked programs find each other and their libraries. */
export function packagesEnvironment(folder: string): { readonly PATH: string; readonly LD_LIBRARY_PATH: string } {
  return {
    PATH: `${join(folder, 'usr/sbin')}:${join(folder, 'usr/bin')}:${process.env['PATH'] ?? ''}`,
    LD_LIBRARY_PATH: `${join(folder, 'usr/lib/x86_64-linux-gnu')}:${join(folder, 'lib/x86_64-linux-gnu')}`,
  };
}
