import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectCalm, expectCalmBytes, nearBytes, nearYaml } from './near-yaml.ts';

test('no text makes the reader or the renderers throw, or print a secret', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(nearYaml, (text) => {
      for (const { code } of expectCalm(text)) seen.add(code);
    }),
    { seed: 1, numRuns: 1_500 },
  );
  // The mutations reach most of what can be wrong in a text.
  expect(seen.size).toBeGreaterThanOrEqual(12);
});

test('no bytes make the reader throw', () => {
  fc.assert(fc.property(nearBytes, expectCalmBytes), { seed: 1, numRuns: 500 });
});
