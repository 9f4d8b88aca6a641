import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { drainEnvoy } from '../../../src/runtime/router/drain.ts';

const times = { deadline: 1_500, quiet: 100, least: 200 };

describe('the end of a gateway', () => {
  it('waits until no request is in flight', async () => {
    const begun = performance.now();
    const { admin, asked } = await anEnvoy(() =>
      performance.now() - begun < 600 ? 'http.x.active: 2\n' : 'http.x.active: 0\n',
    );
    await drainEnvoy({ admin, ...times });
    expect(performance.now() - begun).toBeGreaterThan(650);
    expect(performance.now() - begun).toBeLessThan(times.deadline);
    expect(asked.slice(0, 2)).toEqual(['POST /healthcheck/fail', 'POST /drain_listeners?graceful']);
  });

  it('takes an Envoy that does not say for one that has requests, and one that is gone for one that has none', async () => {
    const begun = performance.now();
    const { admin } = await anEnvoy(() => undefined);
    await drainEnvoy({ admin, ...times });
    expect(performance.now() - begun).toBeGreaterThanOrEqual(times.deadline);

    const again = performance.now();
    await drainEnvoy({ admin: join(tmpdir(), 'no-such.sock'), ...times });
    expect(performance.now() - again).toBeLessThan(times.deadline);
  });
});

/** @param stats what its statistics are; undefined: it does not say */
async function anEnvoy(stats: () => string | undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'stowage-test-'));
  const asked: string[] = [];
  const server = createServer(({ method, url = '' }, response) => {
    asked.push(`${method} ${url}`);
    const text = url.startsWith('/stats') ? stats() : 'OK\n';
    response.writeHead(text === undefined ? 503 : 200).end(text);
  });
  onTestFinished(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const admin = join(folder, 'admin.sock');
  await new Promise<void>((resolve) => server.listen(admin, resolve));
  return { admin, asked };
}
