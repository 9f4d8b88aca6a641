import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { baseProject, modelYaml, TestProject } from '../support/project.ts';

const models = { 'specs/models.yaml': [modelYaml('churn'), modelYaml('fraud', { replicas: '2' })].join('---\n') };

/** Every file below a folder, with its text. */
function snapshot(project: TestProject, folder = '.'): ReadonlyMap<string, string> {
  const files = readdirSync(join(project.root, folder), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  return new Map(paths.map((path) => [path.slice(project.root.length), readFileSync(path, 'utf8')]));
}

describe('stowage compile', () => {
  it('writes the output and the lock, and says what it packed where', async () => {
    const project = new TestProject({ ...baseProject, ...models });
    const { code, stdout, stderr } = await project.run(['compile']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('2 replicas for 2 models');
    expect(stdout).toContain('0 models moved, 2 added, 0 interrupted');
    expect(existsSync(join(project.root, 'specs/test.lock'))).toBe(true);
    expect(existsSync(join(project.root, 'dist/test/kustomization.yaml'))).toBe(true);
  });

  it('changes no byte the second time, with the cache and without', async () => {
    const project = new TestProject({ ...baseProject, ...models });
    await project.run(['compile']);
    const first = snapshot(project);
    const { stdout } = await project.run(['compile']);
    expect(stdout).toContain('are up to date');
    expect(snapshot(project)).toEqual(first);
    await project.run(['compile', '--no-cache']);
    expect(snapshot(project)).toEqual(first);
  });

  it('says which models move, and where to', async () => {
    const second = `${baseProject['specs/servers.yaml']}---\n${baseProject['specs/servers.yaml']}`.replace(
      'cpu',
      'other',
    );
    const project = new TestProject({
      ...baseProject,
      'specs/servers.yaml': second,
      'specs/models.yaml': modelYaml('churn', { server: 'cpu' }),
    });
    await project.run(['compile']);
    project.write({ 'specs/models.yaml': modelYaml('churn', { server: 'other' }) });
    const { stdout } = await project.run(['compile']);
    expect(stdout).toContain('  1 model moved, 0 added, 0 interrupted\n    churn moves: cpu/0 to other/0\n');
  });

  it('writes nothing after an error, and reports it at its line', async () => {
    const project = new TestProject({ ...baseProject, 'specs/models.yaml': modelYaml('churn', { memory: '9Gi' }) });
    const { code, stderr } = await project.run(['compile']);
    expect(code).toBe(1);
    expect(stderr).toContain('specs/models.yaml:8:11');
    expect(stderr).toContain('help:');
    expect(existsSync(join(project.root, 'dist'))).toBe(false);
    expect(existsSync(join(project.root, 'specs/test.lock'))).toBe(false);
  });

  it('checks that the output is fresh, and changes nothing', async () => {
    const project = new TestProject({ ...baseProject, ...models });
    expect((await project.run(['compile', '--check'])).code).toBe(1);
    expect(existsSync(join(project.root, 'dist'))).toBe(false);
    await project.run(['compile']);
    expect((await project.run(['compile', '--check'])).code).toBe(0);
    project.write({ 'specs/models.yaml': modelYaml('churn') });
    const before = snapshot(project, 'dist');
    const { code, stderr } = await project.run(['compile', '--check']);
    expect(code).toBe(1);
    expect(stderr).toContain('STW1704');
    expect(snapshot(project, 'dist')).toEqual(before);
  });

  it('refuses to change the lock when it is frozen', async () => {
    const project = new TestProject({ ...baseProject, ...models });
    await project.run(['compile']);
    expect((await project.run(['compile', '--frozen'])).code).toBe(0);
    project.write({ 'specs/more.yaml': modelYaml('more') });
    const before = snapshot(project);
    const { code, stderr } = await project.run(['compile', '--frozen', '--no-cache']);
    expect(code).toBe(1);
    expect(stderr).toContain('1 model added (`more`)');
    expect(snapshot(project)).toEqual(before);
  });

  it('repairs a lock with conflict markers, and says so', async () => {
    const project = new TestProject({ ...baseProject, ...models });
    await project.run(['compile']);
    const lock = readFileSync(join(project.root, 'specs/test.lock'), 'utf8');
    const lines = lock.trimEnd().split('\n');
    const marked = [...lines.slice(0, -1), '<<<<<<< ours', lines.at(-1), '=======', '>>>>>>> theirs', ''].join('\n');
    project.write({ 'specs/test.lock': marked });
    const { code, stderr } = await project.run(['compile']);
    expect(code).toBe(0);
    expect(stderr).toContain('specs/test.lock');
    expect(readFileSync(join(project.root, 'specs/test.lock'), 'utf8')).toBe(lock);
  });

  it('compiles standard input, with a project and without', async () => {
    const project = new TestProject(baseProject);
    const documents = [
      baseProject['specs/environment.yaml'],
      baseProject['specs/servers.yaml'],
      modelYaml('piped'),
    ].join('---\n');
    expect((await project.run(['compile', '-'], documents)).code).toBe(0);
    expect(readFileSync(join(project.root, 'specs/test.lock'), 'utf8')).toContain('"piped"');
    const bare = new TestProject();
    expect(await bare.run(['compile', '-'], documents)).toMatchObject({ code: 0, stderr: '' });
    expect(existsSync(join(bare.root, 'dist/test/manifests'))).toBe(true);
  });

  it('reports a fault in standard input at its line', async () => {
    const project = new TestProject(baseProject);
    const { code, stderr } = await project.run(['compile', '-'], 'a: [1\n');
    expect(code).toBe(1);
    expect(stderr).toContain('<stdin>:');
  });

  it('reports a fault of several environments once', async () => {
    const project = new TestProject({
      ...baseProject,
      'stowage.yaml':
        'environments:\n  - { name: test, inputs: [specs, bad] }\n  - { name: other, inputs: [specs-other, bad] }\n',
      'specs-other/environment.yaml': (baseProject['specs/environment.yaml'] ?? '')
        .replace('name: test', 'name: other')
        .replace('namespace: models', 'namespace: others'),
      'specs-other/servers.yaml': baseProject['specs/servers.yaml'] ?? '',
      'bad/model.yaml': modelYaml('churn', { memroy: '1Gi' }),
    });
    const { stdout } = await project.run(['compile', '--format', 'json']);
    expect((JSON.parse(stdout) as { diagnostics: unknown[] }).diagnostics).toHaveLength(1);
  });

  it('prints annotations for GitHub', async () => {
    const project = new TestProject({ ...baseProject, 'specs/models.yaml': modelYaml('churn', { memroy: '1Gi' }) });
    const { stdout } = await project.run(['compile', '--format', 'github']);
    expect(stdout).toMatch(/^::error file=specs\/models.yaml,line=9,/m);
  });

  it('refuses a word it does not know, with exit code 1 and no stack', async () => {
    const project = new TestProject(baseProject);
    for (const args of [['complie'], ['compile', '--chekc'], ['compile', '--format', 'yaml'], ['show', 'flete']]) {
      const { code, stderr } = await project.run(args);
      expect(code).toBe(1);
      expect(stderr).toMatch(/^error: /);
      expect(stderr).not.toMatch(/^ +at /m);
    }
  });
});

describe('stowage show', () => {
  it('prints every stage as JSON', async () => {
    const project = new TestProject({ ...baseProject, ...models });
    for (const stage of ['fleet', 'problem', 'placement', 'plan', 'lock']) {
      const { code, stdout } = await project.run(['show', stage]);
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toBeTypeOf('object');
    }
    expect(existsSync(join(project.root, 'dist'))).toBe(false);
  });

  it('shows what its own problem solves to', async () => {
    const project = new TestProject({ ...baseProject, ...models });
    const { stdout: problem } = await project.run(['show', 'problem']);
    const { stdout: placement } = await project.run(['show', 'placement']);
    const { code, stdout } = await project.run(['solve', '-'], problem);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(placement));
  });
});

const two = {
  ...baseProject,
  ...models,
  'stowage.yaml':
    'environments:\n  - { name: test, inputs: [specs] }\n  - { name: other, inputs: [other, specs/servers.yaml] }\n',
  'other/environment.yaml': (baseProject['specs/environment.yaml'] ?? '').replace('name: test', 'name: other'),
};

describe('several environments', () => {
  it('takes -e several times, and inputs after it', async () => {
    const project = new TestProject(two);
    expect(await project.run(['compile', '-e', 'test', 'specs'])).toMatchObject({ code: 0, stderr: '' });
    expect(existsSync(join(project.root, 'dist/other'))).toBe(false);
    expect(await project.run(['compile', '-e', 'test', '-e', 'other'])).toMatchObject({ code: 0, stderr: '' });
    expect(existsSync(join(project.root, 'dist/other'))).toBe(true);
    const { code, stderr } = await project.run(['compile', '-e', 'tset', '-e', 'absent']);
    expect([code, [...stderr.matchAll(/STW1702/g)].length]).toEqual([1, 2]);
  });

  it('shows one, and asks which', async () => {
    const project = new TestProject(two);
    expect(await project.run(['show', 'plan'])).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'error: `show` prints one environment, and there are 2\n  = help: Say which with `-e`: `test`, `other`.\n',
    });
    const { code, stdout } = await project.run(['show', 'fleet', '-e', 'other']);
    expect([code, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ environment: expect.anything() })]);
  });

  it('shows faults of the lock at their line, and nothing that was not made', async () => {
    const project = new TestProject({ ...two, 'specs/test.lock': '{"lock":1,"solver":"1"}\n{"model":\n' });
    const { code, stderr } = await project.run(['show', 'plan', '-e', 'test']);
    expect([code, stderr]).toEqual([0, expect.stringContaining('--> specs/test.lock:2:1')]);
    project.write({ 'specs/bad.yaml': 'a: [' });
    expect(await project.run(['show', 'plan', '-e', 'test'])).toMatchObject({ code: 1, stdout: '' });
    expect((await project.run(['show', 'plan', '--format', 'json'])).stderr).toMatch(
      /^error: Unknown option `--format`/,
    );
  });
});

describe('the report', () => {
  it('says what fits where, and that nothing was written, after an error', async () => {
    const project = new TestProject({ ...baseProject, ...models });
    const frozen = await project.run(['compile', '--frozen']);
    expect(frozen).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/2 replicas for 2 models[\s\S]*nothing written/),
    });
    project.write({ 'specs/large.yaml': modelYaml('large', { memory: '9Gi' }) });
    const unplaced = await project.run(['compile']);
    expect(unplaced.stdout).toMatch(/^test\n {2}server [\s\S]*nothing written/);
    project.write({ 'specs/large.yaml': 'a: [' });
    expect((await project.run(['compile'])).stdout).toBe('test: not compiled\n\n');
  });

  it('says how much a server may be overcommitted', async () => {
    const servers = `${baseProject['specs/servers.yaml']}  overcommit: 60\n`;
    const project = new TestProject({ ...baseProject, ...models, 'specs/servers.yaml': servers });
    expect((await project.run(['compile'])).stdout).toMatch(/ GiB \(60 % overcommit\) /);
  });
});

describe('a folder that is no project', () => {
  it.each([
    [[], 'There is no `stowage.yaml` in this folder', 'Go to the project'],
    [['-C', 'absent'], 'There is no folder `absent`', 'Mend the path after `-C`.'],
    [['-C', 'absent', 'specs'], 'There is no folder `absent`', 'Mend the path after `-C`.'],
    [['-C', 'inner/stowage.yaml'], '`inner/stowage.yaml` is not a folder', 'Name the folder'],
    [['-C', 'inner/specs'], 'There is no `stowage.yaml` in `inner/specs`', 'There is one above: add `-C inner`.'],
  ])('is named for %j', async (args, message, help) => {
    const project = new TestProject({ 'inner/stowage.yaml': '', 'inner/specs/a.yaml': '' });
    const { code, stderr } = await project.run(['compile', ...args]);
    expect([code, stderr]).toEqual([1, expect.stringContaining(`error[STW1701]: ${message}\n`)]);
    expect(stderr).toContain(help);
  });

  const environment = baseProject['specs/environment.yaml'] ?? '';
  it.each<[string, Record<string, string>, string]>([
    ['an input that is not there', {}, 'STW1020'],
    ['a syntax error', { 'specs/a.yaml': 'a: [' }, 'STW1001'],
    ['a name that cannot be', { 'specs/a.yaml': environment.replace('name: test', 'name: Test') }, 'STW1114'],
    [
      'a name that is too long',
      { 'specs/a.yaml': environment.replace('name: test', `name: ${'t'.repeat(46)}`) },
      'STW11',
    ],
    ['no name', { 'specs/a.yaml': 'apiVersion: stowage.dev/v1alpha1\nkind: Environment\n' }, 'STW11'],
    ['no Environment', { 'specs/a.yaml': modelYaml('m') }, 'STW1701'],
  ])('says what is wrong with its inputs: %s', async (_, files, code) => {
    const project = new TestProject(files);
    const { stderr } = await project.run(['compile', 'specs']);
    expect(stderr).toContain(`error[${code}`);
    if (code !== 'STW1701') expect(stderr).not.toContain('STW1701');
    if (code === 'STW1001') expect(stderr).toContain('--> specs/a.yaml:1:4');
    expect(existsSync(join(project.root, 'dist'))).toBe(false);
  });
});

describe('what is wrong with a command line', () => {
  it.each([
    [['explain', 'nonsense'], 'There is no code `nonsense`', 'The codes are those from `STW1001` to'],
    [['schema', 'modle'], 'There is no schema `modle`', 'Did you mean `model`?'],
    [['show', 'flete'], 'There is no step `flete`', 'The steps are `fleet`, '],
    [['solve', 'absent.json'], '`absent.json` cannot be read (ENOENT)', ''],
    [['solve', 'folder'], '`folder` cannot be read (EISDIR)', ''],
    [['complie'], 'Unknown command `complie`', 'Did you mean `compile`?'],
    [['compile', '--chekc'], 'Unknown option `--chekc`', 'Did you mean `--check`?'],
    [['compile', '--format', 'yaml'], 'Option `--format <format>` argument `yaml` is invalid', ''],
    [['solve'], 'Missing required argument `problem`', ''],
  ])('is said in one way: %j', async (args, message, help) => {
    const project = new TestProject({ 'folder/x': '' });
    const { code, stdout, stderr } = await project.run(args);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.startsWith(`error: ${message}`), stderr).toBe(true);
    expect(stderr).toContain(help && `\n  = help: ${help}`);
    expect(stderr).not.toContain(project.root);
  });
});

describe('stowage explain and schema', () => {
  it('explains a code, in any case, and suggests a near one', async () => {
    const project = new TestProject();
    expect((await project.run(['explain', 'stw1704'])).stdout).toMatch(/^# STW1704: /);
    const { code, stderr } = await project.run(['explain', 'STW1794']);
    expect(code).toBe(1);
    expect(stderr).toContain('Did you mean `STW1704`?');
  });

  it('prints schemas that say what they are', async () => {
    const project = new TestProject();
    const { stdout } = await project.run(['schema', 'model']);
    expect((JSON.parse(stdout) as { title: string }).title).toBe('Model');
    expect((await project.run(['schema'])).stdout).toContain('environment');
    expect((await project.run(['schema', 'modle'])).code).toBe(1);
  });
});

describe('the output', () => {
  it('is one object a file, and no file but manifests under manifests/', async () => {
    const project = new TestProject({ ...baseProject, ...models });
    await project.run(['compile']);
    const files = snapshot(project, 'dist/test/manifests');
    expect(files.size).toBeGreaterThan(10);
    for (const [path, text] of files) {
      const documents = parseAllDocuments(text);
      expect([path, documents.length, documents[0]?.errors]).toEqual([path, 1, []]);
      expect(documents[0]?.toJS()).toMatchObject({ kind: expect.any(String), metadata: { name: expect.any(String) } });
    }
  });

  it('loses a server that is gone, and nothing else', async () => {
    const second = (baseProject['specs/servers.yaml'] ?? '').replace('name: cpu', 'name: extra');
    const project = new TestProject({
      ...baseProject,
      ...models,
      'specs/extra.yaml': `${second}  capabilities: [x]\n`,
      'specs/m.yaml': modelYaml('m', { requires: '[x]' }),
    });
    expect(await project.run(['compile'])).toMatchObject({ code: 0, stderr: '' });
    expect([...snapshot(project, 'dist').keys()].some((path) => path.includes('extra'))).toBe(true);
    rmSync(join(project.root, 'specs/extra.yaml'));
    rmSync(join(project.root, 'specs/m.yaml'));
    await project.run(['compile']);
    expect([...snapshot(project, 'dist').keys()].filter((path) => path.includes('extra'))).toEqual([]);
  });
});
