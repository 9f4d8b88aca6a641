import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cacheFolder } from '../../src/compiler/index.ts';
import type { FleetStatus } from '../../src/ir/index.ts';
import { claimDev, devFolder, tellDev } from '../../src/local/index.ts';
import { TestProject } from '../support/project.ts';
import { aFleetStatus, aModelStatus } from '../support/statuses.ts';

describe('stowage status', () => {
  it('prints a table and ends with 0 where all is as planned', async () => {
    const router = await aRouter(aFleetStatus());
    const { code, stdout, stderr } = await new TestProject().run(['status', '--router', router]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^test, as stowage-gateway-0 knows it\n/);
    expect(stdout).toMatch(/\nAll is as planned\.\n$/);
  });

  it('ends with 2 where something is not as planned', async () => {
    const router = await aRouter(aFleetStatus({ models: [aModelStatus({ state: 'partial', missing: ['cpu/1'] })] }));
    const { code, stdout } = await new TestProject().run(['status', '--router', router]);
    expect(code).toBe(2);
    expect(stdout).toContain('Not as planned:\n  model iris: it answers from 1 of 2 copies');
  });

  it('prints what the router says as JSON', async () => {
    const status = aFleetStatus();
    const router = await aRouter(status);
    const { code, stdout } = await new TestProject().run(['status', '--router', router, '--format', 'json']);
    expect([code, JSON.parse(stdout)]).toEqual([0, status]);
  });

  it.each([
    ['nobody', undefined],
    ['something else', { hello: 'world' }],
  ])('ends with 1 where %s answers', async (_, answer) => {
    const router = answer ? await aRouter(answer as never) : 'http://127.0.0.1:1';
    const { code, stdout, stderr } = await new TestProject().run(['status', '--router', router]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`error: No router answers at ${router}\n`);
    expect(stderr).toContain('stowage dev');
  });

  it('does not take another environment for the one that is asked for', async () => {
    const router = await aRouter(aFleetStatus());
    const right = await new TestProject().run(['status', '--router', router, '-e', 'test']);
    expect(right.code).toBe(0);
    const wrong = await new TestProject().run(['status', '--router', router, '-e', 'production']);
    expect([wrong.code, wrong.stdout]).toEqual([1, '']);
    expect(wrong.stderr).toContain(`error: The router at ${router} is of environment \`test\`\n`);
  });

  it('says that the environment is starting while its dev has no router yet', async () => {
    const project = new TestProject();
    const cache = cacheFolder(project.root, { XDG_CACHE_HOME: project.cache });
    if (cache === undefined) throw new Error('there is no cache folder');
    const folder = devFolder(cache, 'test');
    claimDev(folder);
    const starting = await project.run(['status']);
    expect([starting.code, starting.stderr]).toEqual([
      1,
      'error: `test` is starting here\n  = help: Ask again in a moment.\n',
    ]);
    tellDev(folder, await aRouter(aFleetStatus()));
    expect((await project.run(['status'])).code).toBe(0);
  });

  it('says that a router is named by a URL', async () => {
    const { code, stderr } = await new TestProject().run(['status', '--router', 'gateway']);
    expect([code, stderr]).toEqual([
      1,
      'error: `gateway` is no URL\n  = help: Write it as `http://127.0.0.1:18421`.\n',
    ]);
  });
});

async function aRouter(status: FleetStatus): Promise<string> {
  const server = createServer((request, response) => {
    if (request.url !== '/status') response.statusCode = 404;
    response.end(JSON.stringify(status));
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
