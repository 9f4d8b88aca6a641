import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { baseProject, modelYaml, TestProject } from '../support/project.ts';
import { root } from '../support/root.ts';

const files = { ...baseProject, 'specs/models.yaml': modelYaml('churn') };

/** Every path below a project's folder, with what is there. */
function everything(folder: string): ReadonlyMap<string, string> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    found.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')]),
  );
}

describe('stowage render', () => {
  it('prints what compile writes, as one stream, and writes nothing', async () => {
    const project = new TestProject(files);
    await project.run(['compile']);
    const before = everything(project.root);
    const cached = everything(project.cache);
    const { code, stdout, stderr } = await project.run(['render', '--frozen']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const printed = parseAllDocuments(stdout).map((document) => document.toJS());
    const folder = join(project.root, 'dist/test/manifests');
    const written = readdirSync(folder).map((file) => parse(readFileSync(join(folder, file), 'utf8')));
    const byName = (objects: readonly { kind: string; metadata: { name: string } }[]) =>
      new Map(objects.map((object) => [`${object.kind} ${object.metadata.name}`, object]));
    expect(byName(printed)).toEqual(byName(written));
    expect(printed).toHaveLength(written.length);
    expect(everything(project.root)).toEqual(before);
    expect(everything(project.cache)).toEqual(cached);
  });

  it('takes the environment from the parameter of a plugin where no option names it', async () => {
    const project = new TestProject({
      ...files,
      'stowage.yaml':
        'environments: [{ name: test, inputs: [specs] }, { name: other, inputs: [elsewhere], lock: a.lock }]',
    });
    const rendered = await project.run(['render'], '', { PARAM_ENVIRONMENT: 'test' });
    expect(rendered.code).toBe(0);
    expect(rendered.stdout).toContain('stowage.dev/environment: test');
    const named = await project.run(['render', '-e', 'test'], '', { PARAM_ENVIRONMENT: 'other' });
    expect(named).toEqual(rendered);
    expect((await project.run(['render'], '', { PARAM_ENVIRONMENT: 'tset' })).stderr).toContain('Did you mean `test`?');
    for (const env of [{}, { PARAM_ENVIRONMENT: '' }]) {
      const { code, stdout, stderr } = await project.run(['render'], '', env);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toContain('by its parameter `environment`: `test`, `other`.');
    }
  });

  it('prints nothing on standard output after an error', async () => {
    const project = new TestProject({ ...files, 'specs/models.yaml': modelYaml('churn', { memory: '64Gi' }) });
    const { code, stdout, stderr } = await project.run(['render']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('error[STW1304]');
  });

  it('refuses a lock that is missing or stale when it is frozen', async () => {
    const project = new TestProject(files);
    for (const change of [{}, { 'specs/more.yaml': modelYaml('uplift') }]) {
      project.write(change);
      const { code, stdout, stderr } = await project.run(['render', '--frozen']);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toContain('.lock');
      await project.run(['compile']);
      expect((await project.run(['render', '--frozen'])).code).toBe(0);
    }
  });
});

describe('the plugin of Argo CD', () => {
  const read = (file: string) => parse(readFileSync(join(root, 'docs/argocd', file), 'utf8'));
  const plugin = read('plugin.yaml');

  it('runs a command that there is, with a parameter that it reads', async () => {
    const [stowage, ...args] = plugin.spec.generate.command;
    expect(stowage).toBe('stowage');
    const project = new TestProject(files);
    await project.run(['compile']);
    const [parameter] = plugin.spec.parameters.static;
    const env = { [`PARAM_${parameter.name.toUpperCase()}`]: 'test' };
    const { code, stdout } = await project.run(args, '', env);
    expect(code).toBe(0);
    expect(stdout).toContain('kind: StatefulSet');
  });

  it('is mounted under the name by which the server looks for it', () => {
    const { files: generated, name } = read('kustomization.yaml').configMapGenerator[0];
    const { containers, volumes } = read('repo-server.yaml').spec.template.spec;
    const volume = volumes.find((each: { configMap?: { name: string } }) => each.configMap?.name === name);
    expect(generated).toEqual(['plugin.yaml']);
    expect(containers[0].volumeMounts).toContainEqual({
      name: volume.name,
      mountPath: '/home/argocd/cmp-server/config/plugin.yaml',
      subPath: 'plugin.yaml',
    });
  });

  it('is of the image that this version was made with', () => {
    const schema = JSON.parse(readFileSync(join(root, 'schemas/environment.schema.json'), 'utf8'));
    const image = schema.properties.spec.properties.images.properties.stowage.default;
    expect(read('repo-server.yaml').spec.template.spec.containers[0].image).toBe(image);
  });
});
