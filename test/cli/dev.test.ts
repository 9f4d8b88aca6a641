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
      'error: `artifacts` names no store and folder\n  = help: Write `--store artifacts=./folder`.\n',
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

  it('prints what is wrong with the specs, and starts nothing', async () => {
    const project = new TestProject({ ...baseProject, 'specs/servers.yaml': 'kind: Servr\n' });
    const { code, stdout, stderr } = await project.run(['dev']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('--> specs/servers.yaml:1');
  });
});
