import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suggest } from '../../src/diagnostics/index.ts';

test.each<[string, readonly string[], string | undefined]>([
  ['memroy', ['memory', 'format'], 'memory'],
  ['replica', ['replicas', 'requires'], 'replicas'],
  ['Memory', ['memory'], 'memory'],
  ['cpu', ['gpu', 'cpus', 'tpu'], 'cpus'],
  ['mlsrver', ['mlserver', 'triton'], 'mlserver'],
  ['ab', ['ba'], 'ba'],
  ['fraud', ['income', 'credit'], undefined],
  ['x', ['longer'], undefined],
  ['memory', ['memory'], undefined],
  ['', ['a'], undefined],
  ['a'.repeat(65), ['a'.repeat(64)], undefined],
])('for %j of %j suggests %j', (word, candidates, expected) => {
  expect(suggest(word, candidates)).toBe(expected);
});

test('does not depend on the order of the candidates', () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 }), words, (word, candidates) => {
      expect(suggest(word, candidates.toReversed())).toBe(suggest(word, candidates));
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('finds a word with two neighbours swapped, and one letter more, less or other', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'abcdefghij'), minLength: 6, maxLength: 20 }),
      fc.nat(4),
      (word, at) => {
        const edits = [
          word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2),
          `${word.slice(0, at)}z${word.slice(at)}`,
          word.slice(0, at) + word.slice(at + 1),
          `${word.slice(0, at)}z${word.slice(at + 1)}`,
        ];
        for (const edit of edits) if (edit !== word) expect(suggest(edit, ['unlike-any-of-them', word])).toBe(word);
      },
    ),
    { seed: 1, numRuns: 200 },
  );
});
