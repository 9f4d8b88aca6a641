import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { baseProject, modelYaml, TestProject } from '../support/project.ts';

const files = { ...baseProject, 'specs/models.yaml': modelYaml('churn') };

function listing(fields: string, name = 'test'): string {
  return `environments:\n  - name: ${name}\n${fields.replaceAll(/^/gm, '    ')}\n`;
}

async function compile(project: TestProject): Promise<{ code: number; codes: readonly string[]; text: string }> {
  const { code, stderr } = await project.run(['compile']);
  return { code, codes: [...stderr.matchAll(/^\w+\[(STW\d+)\]/gm)].map(([, found = '']) => found), text: stderr };
}

describe('where an environment may write', () => {
  it.each([
    ['lock: stowage.yaml', 'STW1706'],
    ['lock: specs/models.yaml', 'STW1706'],
    ['lock: .gitattributes', 'STW1706'],
    ['lock: .git/x.lock', 'STW1706'],
    ['lock: specs/.x.lock', 'STW1706'],
    ['lock: node_modules/x.lock', 'STW1706'],
    ['lock: a/../x.lock', 'STW1706'],
    ['lock: /x.lock', 'STW1706'],
    ['output: .git/hooks', 'STW1706'],
    ['output: .github', 'STW1706'],
    ['output: Node_Modules/x', 'STW1706'],
    ['output: specs', 'STW1709'],
    ['output: specs/out', 'STW1709'],
    ['output: stowage.yaml', 'STW1709'],
    ['output: extra\nsizes: extra/sizes.yaml', 'STW1709'],
  ])('not %j', async (fields, code) => {
    const project = new TestProject({ ...files, 'stowage.yaml': listing(`inputs: [specs]\n${fields}`) });
    expect(await compile(project)).toMatchObject({ code: 1, codes: [code] });
    expect(existsSync(join(project.root, 'dist'))).toBe(false);
    expect((await compile(project)).text).toMatch(/--> stowage.yaml:\d+:\d+/);
  });

  it.each([
    'inputs: [.]',
    'inputs: ["**/*.yaml"]',
    'inputs: [./specs/, ./dist/test/mine]',
    'inputs: [specs, specs/x.lock]\nlock: specs/x.lock',
  ])('not where it reads: %j', async (fields) => {
    const project = new TestProject({ ...files, 'stowage.yaml': listing(fields) });
    expect(await compile(project)).toMatchObject({ code: 1, codes: ['STW1709'] });
  });

  it('not where another environment reads', async () => {
    const other = listing('inputs: [dist/test/x]', 'other').replace('environments:\n', '');
    const project = new TestProject({ ...files, 'stowage.yaml': listing('inputs: [specs]') + other });
    expect((await compile(project)).codes).toEqual(['STW1709']);
  });

  it('not where inputs of the command line are read', async () => {
    const project = new TestProject(files);
    for (const root of [project, new TestProject({ 'all.yaml': Object.values(files).slice(1).join('---\n') })]) {
      const { code, stderr } = await root.run(['compile', '.']);
      expect([code, stderr]).toEqual([1, expect.stringContaining('STW1709')]);
    }
  });

  it('a lock beside the specs, and any folder of its own', async () => {
    const project = new TestProject({
      ...files,
      'stowage.yaml': listing('inputs: ["specs/*.yaml"]\nlock: specs/deep/x.lock\noutput: rendered'),
    });
    expect(await compile(project)).toMatchObject({ code: 0, codes: [] });
    expect(await compile(project)).toMatchObject({ code: 0, codes: [] });
  });
});

describe('the lock file', () => {
  it('is refused as a link, and nothing of what that points to is shown', async () => {
    const outside = new TestProject({ creds: 'aws_secret_access_key=SUPERSECRET\n' });
    const project = new TestProject(files);
    symlinkSync(join(outside.root, 'creds'), join(project.root, 'specs/test.lock'));
    const { codes, text } = await compile(project);
    expect(codes).toEqual(['STW1022']);
    expect(text).not.toContain('SUPERSECRET');
  });

  it('is refused as a pipe, without waiting, and as a folder', async () => {
    const project = new TestProject(files);
    execFileSync('mkfifo', [join(project.root, 'specs/test.lock')]);
    expect((await compile(project)).codes).toEqual(['STW1023']);
    const folder = new TestProject({ ...files, 'specs/test.lock/x': '' });
    expect((await compile(folder)).codes).toEqual(['STW1023']);
  });

  it('is refused where it is too large', async () => {
    const project = new TestProject({ ...files, 'specs/test.lock': '{"lock":1}\n' });
    truncateSync(join(project.root, 'specs/test.lock'), 256 * 1024 * 1024 + 1);
    expect((await compile(project)).codes).toEqual(['STW1011']);
  });

  it('is not overwritten where it is something else', async () => {
    const text = '# yarn lockfile v1\n=======\n';
    const project = new TestProject({ ...files, 'specs/test.lock': text });
    expect((await compile(project)).codes).toEqual(['STW1705']);
    expect(readFileSync(join(project.root, 'specs/test.lock'), 'utf8')).toBe(text);
  });

  it('is repaired where some of it is not UTF-8', async () => {
    const project = new TestProject(files);
    await compile(project);
    const path = join(project.root, 'specs/test.lock');
    const good = readFileSync(path);
    writeFileSync(path, Buffer.concat([good, Buffer.from([0xff, 0x0a])]));
    expect(await compile(project)).toMatchObject({ code: 0, codes: ['STW1403'] });
    expect(readFileSync(path)).toEqual(good);
  });
});

describe('what stowage.yaml names', () => {
  it('is shown at its line where it cannot be read', async () => {
    const project = new TestProject({
      ...files,
      'stowage.yaml': listing('inputs:\n  - specs\n  - spec\n  - ../x\n  - linked\nsizes: specs/sizes.yaml'),
    });
    symlinkSync('specs', join(project.root, 'linked'));
    const { codes, text } = await compile(project);
    expect(codes).toEqual(['STW1020', 'STW1021', 'STW1022', 'STW1020']);
    expect([...text.matchAll(/--> (.*)/g)].map(([, place]) => place)).toEqual([
      'stowage.yaml:5:9',
      'stowage.yaml:6:9',
      'stowage.yaml:7:9',
      'stowage.yaml:8:12',
    ]);
    expect(text).toContain('Did you mean `specs`?');
    expect(text).toContain('There is no sizes file `specs/sizes.yaml`');
  });

  it('may be a sizes file larger than a spec, inside a folder of inputs', async () => {
    const sizes = `models:\n  churn: { memory: 300Mi }\n${'#'.repeat(1024 * 1024)}\n`;
    const project = new TestProject({
      ...baseProject,
      'specs/models.yaml': modelYaml('churn').replace(/ {2}memory: .*\n/, ''),
      'stowage.yaml': listing('inputs: [specs]\nsizes: ./specs/sizes.yaml'),
      'specs/sizes.yaml': sizes,
    });
    expect(await compile(project)).toMatchObject({ code: 0, codes: [] });
  });

  it('must stand in one document, and so must sizes', async () => {
    const two = new TestProject({ ...files, 'stowage.yaml': `${listing('inputs: [specs]')}---\nenvironments: []\n` });
    expect((await compile(two)).codes).toEqual(['STW1708']);
    const sizes = new TestProject({
      ...files,
      'stowage.yaml': listing('inputs: [specs]\nsizes: sizes.yaml'),
      'sizes.yaml': 'models: {}\n---\nmodels: {}\n',
    });
    const { codes, text } = await compile(sizes);
    expect(codes).toEqual(['STW1708']);
    expect(text).toContain('--> sizes.yaml:3:1');
  });
});
