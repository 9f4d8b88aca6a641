import { cellsOf } from './cells.ts';
import type { Location } from './source-map.ts';
import { visibleCharacter } from './visible.ts';

/** A source line as it is printed, and what goes under it. */
export interface Snippet {
  readonly line: string;
  /** Blanks up to the first underlined cell. */
  readonly indent: string;
  /** How many cells to underline; at least 1. */
  readonly underlined: number;
}

/**
 * Cuts a line so that it fits into a number of cells, with the place that it is about in view. However long the line
 * is, only the part around that place is looked at.
 */
export function snippetOf({ text, column, length }: Location, width: number): Snippet {
  const place = column - 1;
  const fits = text.length <= width && cells(text) <= width;
  const from = fits
    ? 0
    : wholeCharacter(text, Math.max(0, Math.min(place - Math.floor(width / 3), text.length - width)));
  let line = from > 0 ? '…' : '';
  let used = line.length;
  let indent = used;
  let underlined = 0;
  for (let at = from; at < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(at)!);
    const shown = visibleCharacter(character);
    const size = cells(shown);
    // The marks on one character may be many; they are dropped where they would go on without end.
    if (used + size > width || line.length > 4 * width) {
      line += '…';
      break;
    }
    if (at < place) indent = used + size;
    else if (at < place + length) underlined += size;
    line += shown;
    used += size;
    at += character.length;
  }
  if (place >= text.length) indent = used;
  return { line, indent: ' '.repeat(indent), underlined: Math.max(1, underlined) };
}

function cells(text: string): number {
  let sum = 0;
  for (const character of text) sum += character === '\t' ? 4 : cellsOf(character);
  return sum;
}

/** An offset that does not stand between the halves of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return at > 0 && code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
