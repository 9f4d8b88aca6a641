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
    before.plan === word.plan &&
    (before.seen === word.seen || word.released.length === 0) &&
    isSameList(before.released, word.released) &&
    isSameList(before.refuge, word.refuge) &&
    isSameList(before.aborted.map(textOf), word.aborted.map(textOf));
  if (isOld) return undefined;
  said.set(stream, word);
  return word;
}

function textOf({ physical, reason }: RouterWord['aborted'][number]): string {
  return `${physical} ${reason}`;
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, at) => one === b[at]);
}
