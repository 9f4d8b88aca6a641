import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { holdPort, loopback, takePort } from '../../src/local/processes/loopback-ports.ts';

const module = new URL('../../src/local/processes/loopback-ports.ts', import.meta.url).href;

describe('a port of this machine', () => {
  it('is given away once, and not where it is held', async () => {
    const { port } = await takePort();
    expect(await holdPort(port + 1)).toBe(true);
    const more = await Promise.all([takePort(), takePort(), takePort()]);
    const given = [port, ...more.map((taken) => taken.port)];
    expect(new Set(given).size).toBe(4);
    expect(given).not.toContain(port + 1);
  });

  it('is not held where somebody listens', async () => {
    const { port } = await takePort();
    const next = port + 10;
    const server = createServer().listen(next, loopback);
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    expect(await holdPort(next)).toBe(false);
  });

  it('is held by one process, also before anybody listens on it, until that is gone', async () => {
    const { port } = await takePort();
    const next = port + 20;
    const source = `import { holdPort } from ${JSON.stringify(module)};
process.stdout.write(String(await holdPort(${next})));
process.stdin.resume();`;
    const other = spawn(process.execPath, ['--input-type=module', '-e', source], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    onTestFinished(() => void other.kill('SIGKILL'));
    expect(String((await once(other.stdout, 'data'))[0])).toBe('true');
    expect(await holdPort(next)).toBe(false);
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(await holdPort(next)).toBe(true);
  });
});
