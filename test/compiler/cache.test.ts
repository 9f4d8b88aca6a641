import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheFolder } from '../../src/compiler/index.ts';
import { baseProject, modelYaml, TestProject } from '../support/project.ts';

const files = { ...baseProject, 'specs/models.yaml': modelYaml('churn') };

function cacheFile(project: TestProject): string {
  const folder = cacheFolder(project.root, { XDG_CACHE_HOME: project.cache });
  return `${folder}/test`;
}

describe('the cache folder', () => {
  it("is the user's alone, outside of the project, one a project", () => {
    const [one, two] = [new TestProject(), new TestProject()];
    const folder = cacheFolder(one.root, { XDG_CACHE_HOME: one.cache }) ?? '';
    expect(folder.startsWith(`${one.cache}/stowage/`)).toBe(true);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(cacheFolder(two.root, { XDG_CACHE_HOME: one.cache })).not.toBe(folder);
    expect(cacheFolder(one.root, { HOME: one.cache })).toMatch(/\/\.cache\/stowage\/[0-9a-f]{32}$/);
  });

  it('is none without a home, inside the repository, or where others may write', () => {
    const project = new TestProject({ '.git/HEAD': '', 'models/stowage.yaml': '' });
    expect(cacheFolder(project.root, {})).toBeUndefined();
    expect(cacheFolder(project.root, { XDG_CACHE_HOME: 'cache' })).toBeUndefined();
    expect(cacheFolder(join(project.root, 'models'), { XDG_CACHE_HOME: join(project.root, '.cache') })).toBeUndefined();
    symlinkSync(project.root, join(project.cache, 'back'));
    expect(cacheFolder(project.root, { XDG_CACHE_HOME: join(project.cache, 'back') })).toBeUndefined();
    expect(readdirSync(project.root).toSorted()).toEqual(['.git', 'models']);
    mkdirSync(join(project.cache, 'stowage'));
    chmodSync(join(project.cache, 'stowage'), 0o777);
    expect(cacheFolder(project.root, { XDG_CACHE_HOME: project.cache })).toBeUndefined();
  });

  it('is none where a link leads elsewhere', () => {
    const project = new TestProject();
    symlinkSync(project.root, join(project.cache, 'stowage'));
    expect(cacheFolder(project.root, { XDG_CACHE_HOME: project.cache })).toBeUndefined();
    expect(readdirSync(project.root)).toEqual([]);
  });
});

describe('the cache', () => {
  it('keeps what was read, and is not in the project', async () => {
    const project = new TestProject(files);
    await project.run(['compile']);
    expect(readFileSync(cacheFile(project), 'utf8')).toContain('"churn"');
    expect(readdirSync(project.root).toSorted()).toEqual(['dist', 'specs', 'stowage.yaml']);
  });

  it('takes nothing from a folder that a commit brings', async () => {
    const project = new TestProject(files);
    await project.run(['compile']);
    const kept = readFileSync(cacheFile(project), 'utf8').replace('256Mi', '123Mi');
    const other = new TestProject({ ...files, '.stowage/cache/test': kept });
    await other.run(['compile']);
    expect(readFileSync(join(other.root, 'specs/test.lock'), 'utf8')).toContain('"memory":256');
  });

  const broken = [
    '[null]',
    '[[0,null]]',
    '[[0]]',
    '[[-1,{}]]',
    '[["0",{}]]',
    '[[0,[]]]',
    '{}',
    '7',
    'null',
    '[[0,{}',
    '',
  ];
  it.each(broken)('reads anew what was kept as %s', async (value) => {
    const project = new TestProject(files);
    const first = await project.run(['compile']);
    const lock = readFileSync(join(project.root, 'specs/test.lock'), 'utf8');
    const lines = readFileSync(cacheFile(project), 'utf8').trimEnd().split('\n');
    writeFileSync(cacheFile(project), lines.map((line) => `${line.slice(0, 32)}${value}\n`).join(''));
    expect(await project.run(['compile'])).toMatchObject({ code: first.code, stderr: first.stderr });
    expect(readFileSync(join(project.root, 'specs/test.lock'), 'utf8')).toBe(lock);
  });
});
