import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stream } from './arbitrary.ts';
import { expectSame } from './differential.ts';

test('reads what the yaml library writes as that library reads it, and knows where each value stands', () => {
  let compared = 0;
  fc.assert(
    fc.property(stream, (text) => {
      if (expectSame(text)) compared++;
    }),
    { seed: 1, numRuns: 100 },
  );
  expect(compared).toBeGreaterThan(80);
});
