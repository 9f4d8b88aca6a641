import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { goBuild } from './go-modules.ts';

/** A part of the image, as CycloneDX lists it. */
export interface Component {
  readonly type: 'application' | 'library';
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  /** Absent: whoever made the part does not say it in what is in the image. */
  readonly licenses?: readonly { readonly expression: string }[];
  readonly purl: string;
  readonly hashes?: readonly { readonly alg: 'SHA-256'; readonly content: string }[];
  readonly components?: readonly Component[];
}

/** What a list is made of; folders and files as they lie in the image's root. */
export interface Contents {
  /** The folder of the package itself. */
  readonly app: string;
  /** Folders of the npm packages that it depends on. */
  readonly packages: readonly string[];
  readonly node: { readonly file: string; readonly version: string };
  readonly rclone: { readonly file: string };
}

/** A list of software in CycloneDX 1.6. */
export interface Sbom {
  readonly bomFormat: 'CycloneDX';
  readonly specVersion: '1.6';
  readonly version: 1;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
}

/**
 * The list of what is in the image's root. It has no serial number and no time, so that the same root has the same
 * list. What the base image brings is for the base image's own list.
 */
export function sbom({ app, packages, node, rclone }: Contents): Sbom {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: npmComponent('application', app) },
    components: [
      ...packages.map((folder) => npmComponent('library', folder)),
      program('node', node.version, readFileSync(node.file)),
      rcloneComponent(readFileSync(rclone.file)),
    ],
  };
}

function npmComponent(type: Component['type'], folder: string): Component {
  const found = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
  const { name, version, license } = found;
  if (typeof name !== 'string' || typeof version !== 'string' || typeof license !== 'string') {
    throw new Error(`${folder}/package.json does not say name, version and licence`);
  }
  // In a package URL a scope's sign is written by its number.
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  return { type, 'bom-ref': purl, name, version, licenses: [{ expression: license }], purl };
}

function rcloneComponent(file: Buffer): Component {
  const { go, main, modules } = goBuild(file);
  // Releases are built in a tree that their build has changed.
  const version = main.version.replace(/^v|\+dirty$/g, '');
  const all = [...modules, { path: 'stdlib', version: go.replace(/^go/, '') }];
  return {
    ...program('rclone', version, file),
    components: all.map(({ path, version: of }) => {
      const purl = `pkg:golang/${path}@${of}`;
      return { type: 'library', 'bom-ref': purl, name: path, version: of, purl };
    }),
  };
}

/** Node and rclone are both under the MIT licence. */
function program(name: string, version: string, file: Buffer): Component {
  const purl = `pkg:generic/${name}@${version}`;
  const content = createHash('sha256').update(file).digest('hex');
  return {
    type: 'application',
    'bom-ref': purl,
    name,
    version,
    licenses: [{ expression: 'MIT' }],
    purl,
    hashes: [{ alg: 'SHA-256', content }],
  };
}
