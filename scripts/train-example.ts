/**
 * Trains the artifacts of the example's models: `node scripts/train-example.ts <folder>`. The folder holds a bucket's
 * content as the specs' URIs say (`<folder>/shop-models/fraud/score/3/model.json`), for the version that a spec names,
 * the one before and the one after, which predict other numbers. Beside each, `<version>.expected.json`: a request of
 * the Open Inference Protocol, and what the library itself predicts for it.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadAll } from 'js-yaml';

const root = fileURLToPath(new URL('..', import.meta.url));

interface ModelSpec {
  readonly kind?: string;
  readonly spec?: {
    readonly format?: string;
    readonly storage?: { readonly uri?: string; readonly version?: string };
  };
}

export interface TrainedVersion {
  /** Bucket, folder and version, as the URI says. */
  readonly path: string;
  readonly format: string;
  /** Whether it is the one that a spec names. */
  readonly current: boolean;
}

/** Every version to train. */
export function exampleVersions(): readonly TrainedVersion[] {
  const files = globSync('specs/models/*.yaml', { cwd: root }).sort();
  const specs = files.flatMap((file) => loadAll(readFileSync(join(root, file), 'utf8')) as ModelSpec[]);
  return specs.flatMap(({ kind, spec }) => {
    const { uri, version } = spec?.storage ?? {};
    if (kind !== 'Model' || !uri || !version || !spec?.format) return [];
    const format = spec.format;
    const path = uri.slice(uri.indexOf('://') + 3);
    const near = [Number(version) - 1, Number(version), Number(version) + 1].filter((number) => number > 0);
    return near.map((number) => ({ path: `${path}/${number}`, format, current: String(number) === version }));
  });
}

/** @throws where `.venv` is not there: `node scripts/setup-python.mjs` makes it */
export function trainExample(folder: string): void {
  const python = join(root, '.venv/bin/python');
  if (!existsSync(python)) throw new Error('`.venv` is missing: run `node scripts/setup-python.mjs`');
  execFileSync(python, [join(root, 'scripts/train-example.py'), resolve(folder)], {
    input: JSON.stringify(exampleVersions()),
    stdio: ['pipe', 'inherit', 'inherit'],
    // One thread each: the sums come out the same on every machine of a kind.
    env: { ...process.env, OMP_NUM_THREADS: '1' },
  });
}

if (import.meta.main) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) {
    console.error('usage: node scripts/train-example.ts <folder>');
    process.exitCode = 2;
  } else trainExample(folder);
}
