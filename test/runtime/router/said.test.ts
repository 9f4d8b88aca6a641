import { expect, test } from 'vitest';
import type { RouterWord } from '../../../src/ir/index.ts';
import { type Said, wordFor } from '../../../src/runtime/router/said.ts';
import type { AgentStream } from '../../../src/runtime/stream/index.ts';

const stream = {} as AgentStream;
const word: RouterWord = { version: 1, router: 'r', seen: 1, plan: 'p', released: [], aborted: [], refuge: [] };

test.each<[string, Partial<RouterWord>, boolean]>([
  ['the same', {}, false],
  ['the same of a later status', { seen: 2 }, false],
  ['another plan', { plan: 'q' }, true],
  ['something released', { released: ['m-1'] }, true],
  ['something aborted', { aborted: [{ physical: 'm-1', reason: 'bad' }] }, true],
  ['a refuge', { refuge: ['m'] }, true],
  ['a version that is ready elsewhere', { proven: ['m-2'] }, true],
])('%s is said once more: %s', (_what, change, isSaid) => {
  const said: Said = new WeakMap();
  expect(wordFor(said, stream, word)).toEqual(word);
  expect(wordFor(said, stream, { ...word, ...change })).toEqual(isSaid ? { ...word, ...change } : undefined);
});

test('what is released is said once more for a later status, which it answers', () => {
  const said: Said = new WeakMap();
  const release = { ...word, released: ['m-1'] };
  wordFor(said, stream, release);
  expect(wordFor(said, stream, release)).toBeUndefined();
  expect(wordFor(said, stream, { ...release, seen: 2 })).toEqual({ ...release, seen: 2 });
});
