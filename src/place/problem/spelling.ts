import { suggest } from '../../diagnostics/index.ts';

/** ` Did you mean …?` with a leading blank, or nothing where no known word is near. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const found = suggest(word, [...known]);
  return found === undefined ? '' : ` Did you mean \`${found}\`?`;
}
