import { isDeepStrictEqual } from 'node:util';
import type { RouterWord } from '../../ir/index.ts';
import type { AgentStream } from '../stream/index.ts';

/** The last word on each stream. */
export type Said = WeakMap<AgentStream, RouterWord>;

/**
 * Whether a word is to be said: where it differs from the last one on this stream. That it answers a later status
 * matters only where it releases something.
 *
 * @returns the word, which is then taken as said; undefined: nothing is to be said
 */
export function wordFor(said: Said, stream: AgentStream, word: RouterWord): RouterWord | undefined {
  const before = said.get(stream);
  const isOld =
    before !== undefined &&
    (before.seen === word.seen || word.released.length === 0) &&
    isDeepStrictEqual({ ...before, seen: word.seen }, word);
  if (isOld) return undefined;
  said.set(stream, word);
  return word;
}
