import { describe, expect, it } from 'vitest';
import { baseProject, TestProject } from '../support/project.ts';

const two = `environments:
  - { name: one, inputs: [specs], lock: one.lock, output: one }
  - { name: two, inputs: [specs], lock: two.lock, output: two }
`;

describe('stowage dev', () => {
  it.each<[string, readonly string[], Readonly<Record<string, string>>, string]>([
    [
      'several environments',
      ['dev'],
      { 'stowage.yaml': two },
      'error: `dev` runs one environment\n  = help: Say which with `-e`: `one`, `two`.\n',
    ],
    [
      'a store without a folder',
      ['dev', '--store', 'artifacts'],
      {},
      'error: `artifacts` names no store and folder\n  = help: Write `--store NAME=FOLDER` with a folder that holds what the store holds.\n',
    ],
    [
      'a folder that is not there',
      ['dev', '--store', 'artifacts=/no/such/folder'],
      {},
      'error: There is no folder `/no/such/folder` for store `artifacts`\n  = help: Write `--store NAME=FOLDER` with a folder that holds what the store holds.\n',
    ],
    [
      'one port for both',
      ['dev', '--http', '8080', '--grpc', '8080'],
      {},
      'error: `--http` and `--grpc` are both 8080\n  = help: Each needs a port of its own.\n',
    ],
    [
      'a port that is none',
      ['dev', '--http', '80x'],
      {},
      'error: `80x` is no port\n  = help: A port is from 1 to 65535.\n',
    ],
    [
      'a port out of range',
      ['dev', '--grpc', '70000'],
      {},
      'error: `70000` is no port\n  = help: A port is from 1 to 65535.\n',
    ],
  ])('says what is wrong with %s', async (_, args, files, expected) => {
    const { code, stderr } = await new TestProject({ ...baseProject, ...files }).run(args);
    expect([code, stderr]).toEqual([1, expected]);
  });

  it('names a store that the environment does not have, before anything that is missing', async () => {
    const project = new TestProject(baseProject);
    const { code, stderr } = await project.run(['dev', '--store', 'artefacts=/tmp']);
    expect([code, stderr]).toEqual([1, 'error: Environment `test` has no store `artefacts`: it has `artifacts`\n']);
  });

  it('prints what is wrong with the specs, and starts nothing', async () => {
    const project = new TestProject({ ...baseProject, 'specs/servers.yaml': 'kind: Servr\n' });
    const { code, stdout, stderr } = await project.run(['dev']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('--> specs/servers.yaml:1');
  });
});
