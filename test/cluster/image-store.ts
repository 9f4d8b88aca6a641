import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { controlAddress } from './addresses.ts';
import { cached } from './cache.ts';
import type { TestImage } from './images/index.ts';
import { packages, packagesEnvironment } from './packages.ts';
import { attempt, run } from './run.ts';

const importer = fileURLToPath(new URL('machine/import-images.ts', import.meta.url));
const enter = fileURLToPath(new URL('machine/enter.sh', import.meta.url));

/**
 * The folder of a containerd that has the images already, unpacked: importing them takes half a minute, linking them
 * a second. Nodes start from links to it, see `linkStore`.
 */
export async function imageStore(images: readonly TestImage[]): Promise<string> {
  const debian = await packages();
  const list = images.map(({ reference, archive }) => ({ reference, archive }));
  return cached(
    'image-store',
    [debian, JSON.stringify(list), readFileSync(importer, 'utf8')],
    async (folder) => {
      const machine = join(folder, 'machine');
      await run(['mkdir', '-p', machine]);
      writeFileSync(join(machine, 'images.json'), JSON.stringify({ packages: debian, images: list }));
      // In a mount and process namespace of its own: nothing that it starts or mounts outlives it.
      const { status, stderr } = await attempt(
        [
          ...['unshare', '--mount', '--pid', '--uts', '--fork', '--kill-child', '--mount-proc'],
          ...['bash', enter, 'importer', machine, 'none', controlAddress, process.execPath, importer, machine],
        ],
        { env: { ...process.env, ...packagesEnvironment(debian) } },
      );
      if (status !== 0) throw new Error(`the images cannot be imported: ${stderr}`);
      await run(['mv', join(machine, 'containerd'), join(folder, 'containerd')]);
      rmSync(machine, { recursive: true });
      // Nodes have links of their own, and one takes a gigabyte.
    },
    0,
  );
}

/**
 * Gives a node a containerd folder like the stored one. Layers and blobs never change, so they are linked; databases do,
 * so they are copied.
 */
export async function linkStore(store: string, folder: string): Promise<void> {
  const from = join(store, 'containerd');
  const to = join(folder, 'containerd');
  await run(['cp', '--archive', '--link', from, to]);
  const databases = await run(['find', to, '-name', '*.db']);
  for (const path of databases.split('\n').filter(Boolean)) {
    const data = readFileSync(path);
    rmSync(path);
    writeFileSync(path, data, { mode: 0o600 });
  }
}
