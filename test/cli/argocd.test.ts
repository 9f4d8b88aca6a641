import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { baseProject, modelYaml, TestProject } from '../support/project.ts';

const argocd = 'argocd:\n  repository: https://git.example.com/shop/models.git\n';

/** Two environments, `test` and `other`. */
function twoEnvironments(fields = argocd): TestProject {
  const files: Record<string, string> = { ...baseProject, 'specs/models.yaml': modelYaml('churn') };
  for (const [path, text] of Object.entries(files)) {
    files[path.replace('specs/', 'other/')] = text.replace('name: test', 'name: other');
  }
  const listed = 'environments:\n  - { name: test, inputs: [specs] }\n  - { name: other, inputs: [other] }\n';
  return new TestProject({ ...files, 'stowage.yaml': `${listed}${fields}` });
}

const setFile = 'dist/argocd/applicationset.yaml';
const read = ({ root }: TestProject, path: string): string => readFileSync(join(root, path), 'utf8');
const has = ({ root }: TestProject, path: string): boolean => existsSync(join(root, path));

describe('stowage compile, for Argo CD', () => {
  it('writes an Application an environment and an ApplicationSet of all, and neither where it is not asked to', async () => {
    const project = twoEnvironments();
    const { code, stdout } = await project.run(['compile']);
    expect(code).toBe(0);
    expect(stdout).toContain('ApplicationSet\n  wrote dist/argocd: 2 new, 0 unchanged\n');
    for (const name of ['test', 'other']) {
      expect(parse(read(project, `dist/${name}/application.yaml`))).toMatchObject({
        metadata: { name: `stowage-${name}` },
        spec: { source: { path: `dist/${name}/manifests` } },
      });
    }
    expect(parse(read(project, setFile)).spec.generators).toHaveLength(2);
    expect((await project.run(['compile'])).stdout).toContain('dist/argocd is up to date (2 files)');

    const without = twoEnvironments('');
    expect((await without.run(['compile'])).code).toBe(0);
    expect(['dist/argocd', 'dist/test/application.yaml'].map((path) => has(without, path))).toEqual([false, false]);
  });

  it('writes no ApplicationSet where it would not know of every environment', async () => {
    const project = twoEnvironments();
    expect((await project.run(['compile', '-e', 'test'])).code).toBe(0);
    project.write({ 'other/models.yaml': modelYaml('churn', { memory: '64Gi' }) });
    expect((await project.run(['compile'])).code).toBe(1);
    expect(has(project, 'dist/argocd')).toBe(false);
  });

  it('checks that the ApplicationSet is fresh', async () => {
    const project = twoEnvironments();
    await project.run(['compile']);
    expect((await project.run(['compile', '--check'])).code).toBe(0);
    const environment = read(project, 'specs/environment.yaml').replace('namespace: models', 'namespace: elsewhere');
    project.write({ 'specs/environment.yaml': environment });
    const fresh = read(project, setFile);
    await project.run(['compile', '-e', 'test']);
    const { code, stderr } = await project.run(['compile', '--check']);
    expect(code).toBe(1);
    expect(stderr).toContain(`error[STW1704]: The ApplicationSet is stale: \`${setFile}\``);
    expect(stderr).toContain('Run `stowage compile` and commit');
    expect(read(project, setFile)).toBe(fresh);
    await project.run(['compile']);
    expect(read(project, setFile)).toContain('namespace: elsewhere');
  });

  it('leaves the ApplicationSet out where a plugin compiles', async () => {
    const project = twoEnvironments(`${argocd}  plugin: stowage\n`);
    expect((await project.run(['compile'])).code).toBe(0);
    expect(has(project, 'dist/argocd')).toBe(false);
    expect(parse(read(project, 'dist/other/application.yaml')).spec.source.plugin.name).toBe('stowage');
  });

  it.each(['', `${argocd}  plugin: stowage\n`])(
    'removes an ApplicationSet that is not wanted any more: %j',
    async (fields) => {
      const project = twoEnvironments();
      await project.run(['compile']);
      const unwanted = twoEnvironments(fields);
      project.write({ 'stowage.yaml': read(unwanted, 'stowage.yaml'), 'dist/argocd/mine.yaml': '{}' });
      await project.run(['compile', '-e', 'test']);
      await project.run(['compile', '-e', 'other']);
      expect(has(project, setFile)).toBe(true);
      expect((await project.run(['compile', '--check'])).stderr).toContain(
        'error[STW1704]: The ApplicationSet is stale: `dist/argocd/.stowage`, `dist/argocd/applicationset.yaml`',
      );
      expect((await project.run(['compile'])).stdout).toContain(
        'ApplicationSet\n  wrote dist/argocd: 2 removed, 0 unchanged\n',
      );
      expect(readdirSync(join(project.root, 'dist/argocd'))).toEqual(['mine.yaml']);
      const { code, stdout } = await project.run(['compile', '--check']);
      expect(code).toBe(0);
      expect(stdout).not.toContain('ApplicationSet');
    },
  );

  it('leaves no empty folder, nor takes what an environment of that name was compiled to', async () => {
    const project = twoEnvironments();
    await project.run(['compile']);
    project.write({ 'stowage.yaml': read(twoEnvironments(''), 'stowage.yaml') });
    await project.run(['compile']);
    expect(has(project, 'dist/argocd')).toBe(false);

    project.write({ 'dist/argocd/.stowage': 'applicationset.yaml\nmanifests/a.yaml\n', [setFile]: '{}' });
    expect((await project.run(['compile'])).code).toBe(0);
    expect(has(project, setFile)).toBe(true);
  });

  it.each([
    ['dist/test', 'STW1707'],
    ['specs', 'STW1709'],
    ['.github/workflows', 'STW1706'],
  ])('does not write the ApplicationSet to %s', async (output, code) => {
    const project = twoEnvironments(`${argocd}  output: ${output}\n`);
    const { stderr } = await project.run(['compile']);
    expect(stderr).toContain(`error[${code}]`);
    expect(stderr).toContain(`--> stowage.yaml:6:11`);
    expect(has(project, 'dist')).toBe(false);
  });
});
