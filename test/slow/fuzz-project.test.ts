import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { cacheFolder } from '../../src/compiler/index.ts';
import { mutateText } from '../support/mutations.ts';
import { baseProject, modelYaml, TestProject } from '../support/project.ts';
import { Random } from '../support/random.ts';
import { fuzzSeed, fuzzTimeout } from './fuzz.ts';

/** Whole compiles on disk, so fewer than of those in memory. */
const runs = Number(process.env['FUZZ_PROJECT_RUNS'] ?? 400);

const files = {
  ...baseProject,
  'stowage.yaml': `environments:
  - name: test
    inputs: [specs, more/*.yaml]
    lock: specs/test.lock
    output: dist/test
    sizes: specs/sizes.yaml
`,
  'specs/models.yaml': [modelYaml('churn'), modelYaml('fraud', { replicas: '2' })].join('---\n'),
  'specs/sizes.yaml': 'models:\n  churn: { memory: 300Mi }\n',
  'more/extra.yaml': modelYaml('extra'),
};

/** Values that a field of stowage.yaml may be given by mistake or malice. */
const paths = [
  '.',
  '..',
  '../outside',
  '/etc',
  '-',
  'specs',
  'dist',
  'dist/test',
  'stowage.yaml',
  '.git/hooks',
  '.stowage',
  'x.lock',
  'specs/models.yaml',
  'specs/deep/x.lock',
  'node_modules/x',
  '"**"',
  '"**/*.yaml"',
  '"a\\0b"',
  'link',
  'link/x.lock',
  'link/x',
  '~',
  '""',
  '[]',
  '"\\u202e"',
  'rendered',
  '"*"',
  'a//b',
  'a/./b.lock',
  `${'n'.repeat(300)}.lock`,
];

/** Every file, folder and link below a folder, with what it holds. */
function snapshot(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((path) => {
      const at = join(folder, path);
      const found = lstatSync(at);
      if (found.isSymbolicLink()) return `${path} -> ${readlinkSync(at)}`;
      return found.isFile() ? `${path} = ${readFileSync(at, 'latin1')}` : path;
    });
}

/** Paths in the project that a mutation may fall on: what people write, what a compile wrote, and its temporary files. */
function target(project: TestProject, random: Random): string {
  const present = readdirSync(project.root, { recursive: true, encoding: 'utf8' }).filter((path) => path !== '');
  const path = random.pick([...present.toSorted(), 'stowage.yaml', 'specs/test.lock', 'dist/test/.stowage', 'dist']);
  return random.chance(15) ? `${path}${random.pick(['.tmp', '.lock', '/below', '/below/x.yaml'])}` : path;
}

function mutate(project: TestProject, outside: TestProject, random: Random): string {
  if (random.chance(30)) {
    const field = random.pick([
      'inputs: [specs, more/*.yaml]',
      'specs/test.lock',
      'dist/test',
      'specs/sizes.yaml',
      'test',
    ]);
    const value = random.pick(paths);
    const text = files['stowage.yaml'].replace(field, field.startsWith('inputs') ? `inputs: [specs, ${value}]` : value);
    project.write({ 'stowage.yaml': text });
    return `${field} becomes ${value}`;
  }
  const path = target(project, random);
  const at = join(project.root, path);
  const kind = random.pick(['text', 'text', 'text', 'link', 'linked folder', 'folder', 'gone', 'empty']);
  const before = lstatSync(at, { throwIfNoEntry: false });
  if (kind === 'text') {
    if (!before?.isFile()) return 'nothing';
    writeFileSync(at, mutateText(readFileSync(at, 'utf8'), random));
    return `${path} is mutated`;
  }
  rmSync(at, { recursive: true, force: true });
  mkdirSync(dirname(at), { recursive: true });
  if (kind === 'link') symlinkSync(join(outside.root, 'victim'), at);
  else if (kind === 'linked folder') symlinkSync(outside.root, at);
  else if (kind === 'folder') mkdirSync(at);
  else if (kind === 'empty') writeFileSync(at, '');
  return `${path} becomes ${kind}`;
}

it(
  `never throws on a mutated project, and writes nowhere else (${runs} runs, seed ${fuzzSeed})`,
  async () => {
    const random = new Random(fuzzSeed);
    const outcomes = [0, 0];
    for (let n = 0; n < runs; n++) {
      const project = new TestProject(files);
      const outside = new TestProject({
        victim: '{"lock":1}\nprecious',
        'folder/a.yaml': 'precious',
        '.stowage': 'victim',
      });
      const done: string[] = [];
      try {
        if (random.chance(70)) await project.run(['compile']);
        const cache = join(cacheFolder(project.root, { XDG_CACHE_HOME: project.cache }) ?? '', 'test');
        if (random.chance(30) && lstatSync(cache, { throwIfNoEntry: false })) {
          writeFileSync(cache, mutateText(readFileSync(cache, 'utf8'), random));
          done.push('the cache is mutated');
        }
        for (let more = 1 + random.int(3); more > 0; more--) {
          try {
            done.push(mutate(project, outside, random));
          } catch (error) {
            // A mutation below a file, or of a link that leads nowhere: the next one will do.
            expect(error).toHaveProperty('code');
          }
        }
        const before = snapshot(outside.root);
        const command = random.pick([
          ['compile'],
          ['compile', '--check'],
          ['compile', '--frozen'],
          ['show', 'plan'],
          ['compile', '.'],
        ]);
        done.push(command.join(' '));
        const { code, stderr } = await project.run(command);
        outcomes[code]!++;
        if (code === 1) expect(stderr).toMatch(/^error/m);
        expect(stderr).not.toContain('precious');
        expect(snapshot(outside.root)).toEqual(before);
        const left = readdirSync(project.root, { recursive: true, encoding: 'utf8' });
        expect(left.filter((path) => /\.[0-9a-f]{12}\.tmp$/.test(path))).toEqual([]);
      } catch (error) {
        throw new Error(`run ${n}: ${done.join('; ')}`, { cause: error });
      } finally {
        project.remove();
        outside.remove();
      }
    }
    // Mutations that are never refused, or always, would test little.
    expect(Math.min(...outcomes)).toBeGreaterThan(runs / 20);
  },
  fuzzTimeout + 500 * runs,
);
