import { expect, it } from 'vitest';
import { keepPort, takePort } from '../../src/local/processes/loopback-ports.ts';

it('gives no port away twice, nor one that is kept', async () => {
  const { port } = await takePort();
  keepPort(port + 1);
  const more = await Promise.all([takePort(), takePort(), takePort()]);
  const given = [port, ...more.map((taken) => taken.port)];
  expect(new Set(given).size).toBe(4);
  expect(given).not.toContain(port + 1);
});
