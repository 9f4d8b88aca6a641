import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeImageRoot, places } from '../../../scripts/image/image-root.ts';
import { architectureOf, fetchNode, fetchRclone } from '../../../scripts/image/programs.ts';
import { root } from '../../support/root.ts';
import { contentsOf } from '../cache.ts';
import { unpacked } from '../packages.ts';
import { run } from '../run.ts';
import { archive, type ImageConfig, type Layer, layer } from './archive.ts';
import { entriesOf } from './entries.ts';
import { mlserverLayers } from './mlserver.ts';
import type { Entry } from './tar.ts';

/** An image of the test cluster. */
export interface TestImage {
  readonly name: string;
  /** What a pod names it by: `registry.test/NAME@sha256:…`. There is no such registry; nodes have the image. */
  readonly reference: string;
  /** The file that `ctr images import` reads. */
  readonly archive: string;
}

interface Definition {
  readonly layers: () => Promise<readonly Layer[]>;
  readonly config?: ImageConfig;
}

/** No user of a pod is root here, whatever the pod says. */
const nobody = '65534:65534';

const definitions: Readonly<Record<string, Definition>> = {
  pause: { layers: async () => [await pause()], config: { user: nobody, entrypoint: ['/pause'] } },
  stowage: { layers: stowageLayers, config: { user: '10003:10003', entrypoint: ['stowage'] } },
  envoy: { layers: async () => [await libraries(), await envoy()], config: { user: nobody } },
  mlserver: { layers: async () => [await libraries(), ...(await mlserverLayers())], config: { user: nobody } },
  shell: { layers: async () => [await shell()], config: { user: nobody } },
};

/**
 * The images that pods of a test cluster run, made from what is installed for the tests and from Debian's packages. What
 * has not changed is not made again.
 */
export async function testImages(): Promise<readonly TestImage[]> {
  const images: TestImage[] = [];
  for (const [name, { layers, config = {} }] of Object.entries(definitions)) {
    const repository = `registry.test/${name}`;
    const { digest, file } = await archive(name, repository, await layers(), config);
    images.push({ name, reference: `${repository}@${digest}`, archive: file });
  }
  return images;
}

/** What programs are linked with: the C and C++ libraries. */
async function libraries(): Promise<Layer> {
  const names = ['libc6', 'libgcc-s1', 'libstdc++6'];
  return layer('libraries', names, async () =>
    entriesOf(await unpacked('libraries', names), '', (path) => !path.startsWith('usr/share')),
  );
}

async function pause(): Promise<Layer> {
  const source = fileURLToPath(new URL('pause.c', import.meta.url));
  return layer('pause', [readFileSync(source, 'utf8')], async (scratch) => {
    await run(['gcc', '-static', '-Os', '-s', '-Wl,--build-id=none', '-o', join(scratch, 'pause'), source]);
    return entriesOf(scratch);
  });
}

/** The root that the product's image has, in layers of what changes seldom and what changes often. */
async function stowageLayers(): Promise<readonly Layer[]> {
  const architecture = architectureOf(process.arch);
  if (architecture === undefined) throw new Error(`the image is not made for ${process.arch}`);
  const locks = contentsOf(join(root, 'image'));
  const sources = ['src', 'python', 'schemas', 'docs/errors', 'scripts/image'].map((name) =>
    contentsOf(join(root, name)),
  );
  const files = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'LICENSE', 'NOTICE'];
  const texts = files.map((name) => readFileSync(join(root, name), 'utf8'));
  return [
    await libraries(),
    await layer('node', [locks], () => [program(places.node, join(fetchNode(architecture), 'bin/node'))]),
    await layer('rclone', [locks], () => [program(places.rclone, fetchRclone(architecture))]),
    await layer('stowage', [locks, ...sources, ...texts], (scratch) => {
      const out = join(scratch, 'root');
      makeImageRoot({ out, architecture });
      return entriesOf(out, '', (path) => path !== places.node && path !== places.rclone);
    }),
  ];
}

function program(path: string, from: string): Entry {
  return { path, file: { from }, program: true };
}

async function envoy(): Promise<Layer> {
  const [binary] = globSync('.venv/lib/python3.*/site-packages/envoy/_bin/envoy', { cwd: root });
  if (binary === undefined) throw new Error('Envoy is missing: node scripts/setup-python.mjs');
  return layer('envoy', [readFileSync(join(root, '.venv/requirements.sha256'), 'utf8')], () => [
    program('usr/local/bin/envoy', join(root, binary)),
  ]);
}

/** Busybox under all its names: what clients and attackers in tests are made of. */
async function shell(): Promise<Layer> {
  const names = ['busybox-static'];
  return layer('shell', names, async () => {
    const busybox = join(await unpacked('shell', names), 'bin/busybox');
    const applets = (await run([busybox, '--list'])).trim().split('\n');
    return [
      program('bin/busybox', busybox),
      ...applets.filter((name) => name !== 'busybox').map((name) => ({ path: `bin/${name}`, link: 'busybox' })),
    ];
  });
}
