/** Imports images into a containerd that ends afterwards: `import-images.ts FOLDER`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { attempt, run } from '../run.ts';
import { containerd, ctr, pauseImage } from './containerd.ts';

interface Order {
  readonly packages: string;
  readonly images: readonly { readonly reference: string; readonly archive: string }[];
}

const folder = process.argv[2] ?? '';
const { packages, images } = JSON.parse(readFileSync(join(folder, 'images.json'), 'utf8')) as Order;
const { command, ready } = containerd(packages, folder);
const child = spawn(command[0] ?? '', command.slice(1), { stdio: ['ignore', 2, 2] });
while (!(await ready?.())) {
  if (child.exitCode !== null) process.exit(1);
  await pause(50);
}
for (const { reference, archive } of images) {
  await run([...ctr(packages), 'images', 'import', '--all-platforms', archive]);
  const [repository = '', digest = ''] = reference.split('@');
  const name = await named(digest);
  // Under another name it is another image to Kubernetes: what tests roll out.
  const again = reference.replace('/', '/again/');
  for (const other of [reference, again, ...(repository.endsWith('/pause') ? [pauseImage] : [])]) {
    if (other !== name) await attempt([...ctr(packages), 'images', 'tag', '--force', name, other]);
  }
}
child.kill('SIGTERM');
await once(child, 'exit');

/** Under which name an archive has come in. */
async function named(digest: string): Promise<string> {
  const listed = await run([...ctr(packages), 'images', 'list']);
  const line = listed.split('\n').find((each) => each.includes(digest));
  if (line === undefined) throw new Error(`no image has the digest ${digest}`);
  return line.split(/\s/)[0] ?? '';
}
