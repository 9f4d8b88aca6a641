import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LoadedPod, serverLoad } from '../../../src/runtime/router/server-load.ts';

const pod = (changes: Partial<LoadedPod> = {}): LoadedPod => ({
  server: 'cpu',
  pod: 'cpu-0',
  connected: true,
  load: { inFlight: 1.5, requestsPerSecond: 10 },
  ...changes,
});

test('a server has to do what its pods have to do', () => {
  const pods = [pod(), pod({ pod: 'cpu-1' }), pod({ server: 'gpu', load: undefined })];
  expect(serverLoad('cpu', pods, true)).toEqual({ pods: 2, inFlight: 3, requestsPerSecond: 20 });
});

test('less than the whole is no answer', () => {
  expect(serverLoad('cpu', [pod()], false)).toMatch('just started');
  expect(serverLoad('gpu', [pod()], true)).toMatch('no pod of server gpu');
  expect(serverLoad('cpu', [pod(), pod({ pod: 'cpu-1', connected: false })], true)).toMatch('cpu-1');
  expect(serverLoad('cpu', [pod(), pod({ pod: 'cpu-1', load: undefined })], true)).toMatch('cpu-1');
});

test('it never says less than what any pod has to do', () => {
  const amount = fc.integer({ min: 0, max: 10_000 }).map((cents) => cents / 100);
  const pods = fc.array(
    fc.record({
      server: fc.constantFrom('cpu', 'gpu'),
      pod: fc.string(),
      connected: fc.boolean(),
      load: fc.option(fc.record({ inFlight: amount, requestsPerSecond: amount }), { nil: undefined }),
    }),
  );
  fc.assert(
    fc.property(pods, fc.boolean(), (some, settled) => {
      const load = serverLoad('cpu', some, settled);
      if (typeof load === 'string') return;
      const own = some.filter(({ server }) => server === 'cpu');
      expect(own.every((one) => one.connected && one.load !== undefined)).toBe(true);
      for (const one of own) expect(load.inFlight).toBeGreaterThanOrEqual(one.load?.inFlight ?? 0);
    }),
  );
});
