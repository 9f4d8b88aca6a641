import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { baseProject, modelYaml, TestProject } from '../support/project.ts';

/** Three fit a replica, with room for a new version of one. */
const names = ['ant', 'bee', 'cat', 'dog', 'elk', 'fox'];

function models(kept: readonly string[]): string {
  return kept.map((name) => modelYaml(name, { memory: '900Mi' })).join('---\n');
}

const elastic = {
  ...baseProject,
  'specs/servers.yaml': `apiVersion: stowage.dev/v1alpha1
kind: Server
metadata:
  name: cpu
spec:
  runtime: mlserver
  autoscale: { min: 1, max: 9 }
  memory: 4Gi
`,
};

it('says what moves buy, and moves only as many models as it may', async () => {
  const project = new TestProject({ ...elastic, 'specs/models.yaml': models(names) });
  expect((await project.run(['compile'])).code).toBe(0);
  const lock = (): string => readFileSync(join(project.root, 'specs/test.lock'), 'utf8');
  const home = (name: string): string | undefined => new RegExp(`"${name}","at":\\["([^"]+)"`).exec(lock())?.[1];
  const other = names.find((name) => home(name) !== home('ant'));
  project.write({ 'specs/models.yaml': models(['ant', other!]) });
  expect((await project.run(['compile'])).code).toBe(0);
  const before = lock();
  const looked = await project.run(['rebalance', '--check']);
  expect(looked.code).toBe(0);
  expect(looked.stdout).toContain('without moves: cost 2\n  1 model moved: cost 1, 1 less\n  from scratch: cost 1');
  expect(lock()).toBe(before);
  const none = await project.run(['rebalance', '--moves', '0']);
  expect(none.code).toBe(0);
  expect(lock()).toBe(before);
  const moved = await project.run(['rebalance', '--moves', '1']);
  expect(moved.code).toBe(0);
  expect(moved.stdout).toContain('1 replica for 2 models; fewer is not possible\n  1 model moved');
  expect((await project.run(['compile', '--check', '--frozen'])).code).toBe(0);
});

it('takes only a whole number of moves', async () => {
  const project = new TestProject({ ...elastic, 'specs/models.yaml': models(names) });
  const { code, stderr } = await project.run(['rebalance', '--moves', 'all']);
  expect(code).toBe(1);
  expect(stderr).toContain('whole number');
});
