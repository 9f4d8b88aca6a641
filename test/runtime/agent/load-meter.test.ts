import { expect, test } from 'vitest';
import { LoadMeter, type Traffic } from '../../../src/runtime/agent/load-meter.ts';

function metered(samples: readonly (readonly [at: number, traffic: Traffic | undefined])[]) {
  const meter = new LoadMeter();
  for (const [at, traffic] of samples) meter.add(traffic, at * 1000);
  return meter.load;
}

const sample = (at: number, inFlight: number, requests: number) => [at, { inFlight, requests }] as const;

test('what a pod has to do is a mean over the last seconds', () => {
  expect(metered([sample(0, 0, 100), sample(2, 6, 110), sample(4, 3, 140)])).toEqual({
    inFlight: 3,
    requestsPerSecond: 10,
  });
});

test('one look is not enough, and neither are two that are close together', () => {
  expect(metered([])).toBeUndefined();
  expect(metered([sample(0, 1, 1)])).toBeUndefined();
  expect(metered([sample(0, 1, 1), sample(1, 1, 1)])).toBeUndefined();
});

test('what was long ago does not count', () => {
  const steady = Array.from({ length: 60 }, (_, second) => sample(second, second < 30 ? 100 : 2, 10 * second));
  expect(metered(steady)).toEqual({ inFlight: 2, requestsPerSecond: 10 });
});

test('an Envoy that does not say, or that counts anew, is one of which nothing is known', () => {
  expect(metered([sample(0, 1, 5), sample(5, 1, 6), [6, undefined]])).toBeUndefined();
  expect(metered([sample(0, 1, 500), sample(5, 1, 600), sample(6, 1, 3)])).toBeUndefined();
  expect(metered([sample(0, 9, 500), sample(5, 1, 0), sample(10, 1, 20)])).toEqual({
    inFlight: 1,
    requestsPerSecond: 4,
  });
});
