import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Placement, Problem } from '../../src/ir/index.ts';
import { checkPlacement } from '../checker/check-placement.ts';
import { baseProject, modelYaml, TestProject } from '../support/project.ts';
import { Random } from '../support/random.ts';
import { root } from '../support/root.ts';

/** Pairs of branches that are merged. */
const pairs = 50;

/** A small pool, so that some pairs touch the same model. */
const names = Array.from({ length: 24 }, (_, i) => `model-${String.fromCharCode(97 + i)}`);

describe(`two branches that change models, merged by git (${pairs} pairs)`, () => {
  it('conflict only where both changed one model differently, and compile again to something legal', async () => {
    const random = new Random(7);
    let conflicts = 0;
    for (let pair = 0; pair < pairs; pair++) if (await mergePair(random)) conflicts++;
    // Both kinds must have been met, else the pairs show nothing.
    expect(conflicts).toBeGreaterThan(0);
    expect(conflicts).toBeLessThan(pairs / 2);
  });
});

/** @returns whether the branches truly conflict. */
async function mergePair(random: Random): Promise<boolean> {
  const project = new TestProject({
    ...baseProject,
    'specs/servers.yaml': (baseProject['specs/servers.yaml'] ?? '').replace(
      'replicas: 2',
      'replicas: { min: 2, max: 9 }',
    ),
    '.gitattributes': readFileSync(`${root}.gitattributes`, 'utf8'),
  });
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd: project.root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const commit = async (message: string): Promise<void> => {
    const { code, stderr } = await project.run(['compile', '--no-cache']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    git('add', '-A');
    git('commit', '-q', '-m', message);
  };

  git('init', '-q', '-b', 'main');
  const changed = new Map<string, string>();
  write(project, changed, names.slice(0, 8), random);
  await commit('base');
  const base = new Map(changed);

  const branches = ['left', 'right'].map(() => new Map<string, string>());
  for (const [i, files] of branches.entries()) {
    git('checkout', '-q', '-b', `branch-${i}`, 'main');
    const count = 1 + random.int(3);
    write(
      project,
      files,
      Array.from({ length: count }, () => random.pick(names)),
      random,
    );
    await commit(`branch ${i}`);
  }
  const [left = new Map<string, string>(), right = new Map<string, string>()] = branches;
  const disputed = [...left].filter(([path, text]) => {
    const other = right.get(path);
    return other !== undefined && other !== text && other !== base.get(path) && text !== base.get(path);
  });

  const clean = merges(() => git('merge', '-q', '--no-edit', 'branch-0'));
  expect(clean).toBe(disputed.length === 0);
  if (!clean) {
    const unmerged = git('diff', '--name-only', '--diff-filter=U').trim().split('\n');
    expect(unmerged.toSorted()).toEqual(disputed.map(([path]) => path).toSorted());
    return true;
  }
  await heals(project);
  return false;
}

function write(project: TestProject, files: Map<string, string>, chosen: readonly string[], random: Random): void {
  for (const name of chosen) {
    const text = modelYaml(name, { memory: `${200 + 50 * random.int(20)}Mi`, replicas: String(1 + random.int(2)) });
    files.set(`specs/models/${name}.yaml`, text);
    project.write({ [`specs/models/${name}.yaml`]: text });
  }
}

function merges(merge: () => unknown): boolean {
  try {
    merge();
    return true;
  } catch {
    return false;
  }
}

/** The merged tree compiles to a legal placement without a fault, and a second compile changes nothing. */
async function heals(project: TestProject): Promise<void> {
  const lock = join(project.root, 'specs/test.lock');
  expect(existsSync(lock)).toBe(true);
  const stage = async (name: string): Promise<unknown> => JSON.parse((await project.run(['show', name])).stdout);
  const problem = (await stage('problem')) as Problem;
  const placement = (await stage('placement')) as Placement;
  expect(checkPlacement(problem, placement)).toEqual([]);
  expect(placement.unplaced).toEqual([]);
  expect((await project.run(['compile'])).code).toBe(0);
  const first = readFileSync(lock, 'utf8');
  expect((await project.run(['compile', '--check', '--frozen'])).code).toBe(0);
  expect(readFileSync(lock, 'utf8')).toBe(first);
}
