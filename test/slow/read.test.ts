import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stream } from '../read/arbitrary.ts';
import { expectSame } from '../read/differential.ts';
import { expectCalm, expectCalmBytes, nearBytes, nearYaml } from '../read/near-yaml.ts';

const runs = 30_000;

test('no text makes the reader or the renderers throw, or print a secret', () => {
  fc.assert(
    fc.property(nearYaml, (text) => void expectCalm(text)),
    { seed: 2, numRuns: runs },
  );
});

test('no bytes make the reader throw', () => {
  fc.assert(fc.property(nearBytes, expectCalmBytes), { seed: 2, numRuns: runs });
});

test('reads what the yaml library writes as that library reads it', () => {
  let compared = 0;
  fc.assert(
    fc.property(stream, (text) => {
      if (expectSame(text)) compared++;
    }),
    { seed: 2, numRuns: runs / 3 },
  );
  expect(compared).toBeGreaterThan(runs / 4);
});
