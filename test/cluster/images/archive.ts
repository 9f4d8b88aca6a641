import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cached, contentsOf } from '../cache.ts';
import { type Entry, writeTar } from './tar.ts';

/** A part of an image's root file system, as a tar file. */
export interface Layer {
  readonly file: string;
  /** `sha256:…` of the file. */
  readonly digest: string;
  /** In bytes. */
  readonly size: number;
}

/** How a program of an image is started, where a pod does not say it. */
export interface ImageConfig {
  readonly user?: string;
  readonly env?: readonly string[];
  readonly entrypoint?: readonly string[];
}

const howLayersAreMade = contentsOf(import.meta.dirname);

/**
 * A layer, made once for everything that `of` says.
 *
 * @param entries asked for only where the layer is not there yet; given a folder for files, removed afterwards
 */
export async function layer(
  name: string,
  of: readonly string[],
  entries: (scratch: string) => Iterable<Entry> | Promise<Iterable<Entry>>,
): Promise<Layer> {
  const folder = await cached(`layer-${name}`, [...of, howLayersAreMade], async (making) => {
    const tar = join(making, 'layer.tar');
    const scratch = join(making, 'scratch');
    mkdirSync(scratch);
    writeTar(tar, await entries(scratch));
    rmSync(scratch, { recursive: true });
    writeFileSync(join(making, 'digest'), await digestOf(tar));
  });
  const file = join(folder, 'layer.tar');
  return { file, digest: readFileSync(join(folder, 'digest'), 'utf8'), size: statSync(file).size };
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return `sha256:${hash.digest('hex')}`;
}

/** An image as `ctr images import` takes it. */
export interface Archive {
  /** The digest of its manifest. */
  readonly digest: string;
  readonly file: string;
}

const manifestType = 'application/vnd.oci.image.manifest.v1+json';

/**
 * Writes an image of this machine's processor as an archive in the OCI layout. It goes by its digest there too, so that
 * a pod that names the digest finds it.
 *
 * @param repository the name that the digest is appended to
 */
export async function archive(
  name: string,
  repository: string,
  layers: readonly Layer[],
  config: ImageConfig,
): Promise<Archive> {
  const platform = { architecture: process.arch === 'x64' ? 'amd64' : process.arch, os: 'linux' };
  const configBlob = blob({
    ...platform,
    config: {
      Env: ['PATH=/usr/local/bin:/usr/bin:/bin', ...(config.env ?? [])],
      WorkingDir: '/',
      ...(config.user !== undefined && { User: config.user }),
      ...(config.entrypoint && { Entrypoint: config.entrypoint }),
    },
    rootfs: { type: 'layers', diff_ids: layers.map(({ digest }) => digest) },
  });
  const manifest = blob({
    schemaVersion: 2,
    mediaType: manifestType,
    config: descriptor('application/vnd.oci.image.config.v1+json', configBlob),
    layers: layers.map((one) => descriptor('application/vnd.oci.image.layer.v1.tar', one)),
  });
  const index = {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: [
      {
        ...descriptor(manifestType, manifest),
        platform,
        annotations: { 'io.containerd.image.name': `${repository}@${manifest.digest}` },
      },
    ],
  };
  const folder = await cached(`image-${name}`, [manifest.digest, repository], (making) =>
    writeTar(join(making, `${name}.oci.tar`), [
      { path: 'oci-layout', file: { text: '{"imageLayoutVersion":"1.0.0"}' } },
      { path: 'index.json', file: { text: JSON.stringify(index) } },
      ...[configBlob, manifest].map(({ digest, text }) => ({ path: blobPath(digest), file: { text } })),
      ...layers.map(({ digest, file }) => ({ path: blobPath(digest), file: { from: file } })),
    ]),
  );
  return { digest: manifest.digest, file: join(folder, `${name}.oci.tar`) };
}

function blob(value: object): { readonly text: string; readonly digest: string; readonly size: number } {
  const text = JSON.stringify(value);
  return { text, digest: `sha256:${createHash('sha256').update(text).digest('hex')}`, size: Buffer.byteLength(text) };
}

function descriptor(mediaType: string, { digest, size }: { readonly digest: string; readonly size: number }): object {
  return { mediaType, digest, size };
}

function blobPath(digest: string): string {
  return `blobs/${digest.replace(':', '/')}`;
}
