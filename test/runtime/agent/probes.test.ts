import { afterEach, expect, test } from 'vitest';
import { Probes } from '../../../src/runtime/agent/probes.ts';

const running: Probes[] = [];
afterEach(() => {
  for (const probes of running.splice(0)) probes.close();
});

async function start(change: Partial<ConstructorParameters<typeof Probes>[0]> = {}) {
  const probes = new Probes({ started: false, ready: false, status: undefined, drain: async () => {}, ...change });
  running.push(probes);
  const { port } = await probes.listen({ host: '127.0.0.1', port: 0 });
  return (path: string, signal?: AbortSignal) => fetch(`http://127.0.0.1:${port}${path}`, signal ? { signal } : {});
}

test('each probe has its answer', async () => {
  const ask = await start();
  const codes = async (of: typeof ask) =>
    Promise.all(['/live', '/started', '/ready', '/status', '/other'].map(async (path) => (await of(path)).status));
  expect(await codes(ask)).toEqual([200, 503, 503, 503, 404]);
  const status = { pod: 'cpu-0' } as ConstructorParameters<typeof Probes>[0]['status'];
  const later = await start({ started: true, ready: true, status });
  expect(await codes(later)).toEqual([200, 200, 200, 200, 404]);
  expect(await (await later('/status')).json()).toEqual({ pod: 'cpu-0' });
});

test('a drain answers when it is over; whoever asks may go away', async () => {
  let end: () => void = () => {};
  const given: boolean[] = [];
  const drain = (signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => {
        given.push(true);
        resolve();
      });
      end = resolve;
    });
  const ask = await start({ drain });
  const gone = new AbortController();
  const first = ask('/drain', gone.signal);
  await new Promise((resolve) => setTimeout(resolve, 30));
  gone.abort();
  await expect(first).rejects.toThrow();
  await expect.poll(() => given).toEqual([true]);
  const second = ask('/drain');
  await new Promise((resolve) => setTimeout(resolve, 30));
  end();
  expect((await second).status).toBe(200);
});

test('a port that is taken is a fault, not a crash', async () => {
  const ask = await start();
  const port = Number(new URL((await ask('/live')).url).port);
  const other = new Probes({ started: false, ready: false, status: undefined, drain: async () => {} });
  await expect(other.listen({ host: '127.0.0.1', port })).rejects.toThrow('EADDRINUSE');
});
