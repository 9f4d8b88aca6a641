import { expect, test } from 'vitest';
import { LoadMeter } from '../../../src/runtime/agent/load-meter.ts';
import { pause, restAfter, restOfAsking, usualPace } from '../../../src/runtime/agent/pace.ts';

test('rests grow, are spread over all that they may be, and have an end', () => {
  const { rest } = usualPace;
  expect([1, 2, 3, 6, 7, 1000].map((failures) => restAfter(failures, rest, 1))).toEqual([
    2_000, 4_000, 8_000, 60_000, 60_000, 60_000,
  ]);
  expect(restAfter(5, rest, 0)).toBe(1_000);
  expect(restAfter(1, rest, 0.5)).toBe(1_500);
});

test('an Envoy that is slow to answer is asked less often, and often enough to know what there is to do', () => {
  expect(restOfAsking(1, usualPace.sample)).toBe(1_000);
  expect(restOfAsking(100, usualPace.sample)).toBe(2_000);
  const took = 2_000;
  const meter = new LoadMeter();
  for (let at = 0; at < 60_000; at += took + restOfAsking(took, usualPace.sample)) {
    meter.add({ inFlight: 3, requests: at / 100 }, at);
  }
  expect(meter.load).toEqual({ inFlight: 3, requestsPerSecond: 10 });
});

test('a pause ends early when it is told to', async () => {
  const begun = performance.now();
  const ended = new AbortController();
  setTimeout(() => ended.abort(), 10);
  await pause(10_000, ended.signal);
  await pause(10_000, ended.signal);
  expect(performance.now() - begun).toBeLessThan(5_000);
});
