import { expect, test } from 'vitest';
import { pause, restAfter, usualPace } from '../../../src/runtime/agent/pace.ts';

test('rests grow, are spread over all that they may be, and have an end', () => {
  const { rest } = usualPace;
  expect([1, 2, 3, 6, 7, 1000].map((failures) => restAfter(failures, rest, 1))).toEqual([
    2_000, 4_000, 8_000, 60_000, 60_000, 60_000,
  ]);
  expect(restAfter(5, rest, 0)).toBe(1_000);
  expect(restAfter(1, rest, 0.5)).toBe(1_500);
});

test('a pause ends early when it is told to', async () => {
  const begun = performance.now();
  const ended = new AbortController();
  setTimeout(() => ended.abort(), 10);
  await pause(10_000, ended.signal);
  await pause(10_000, ended.signal);
  expect(performance.now() - begun).toBeLessThan(5_000);
});
