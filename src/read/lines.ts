import type { Location } from '../diagnostics/index.ts';
import { findSecrets, masked, type Secret } from './secrets.ts';
import type { Span } from './spans.ts';

/** The offset of the line end (LF, CR LF or CR) at or after an offset, or the length of the text. */
export function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x0d) return at;
  }
  return text.length;
}

/** The offset of the line after the one that ends at an offset. */
export function afterLineEnd(text: string, end: number): number {
  return text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a ? end + 2 : end + 1;
}

/** The lines of one text, as they may be shown: with secrets masked. */
export class Lines {
  readonly #text: string;
  readonly #starts: readonly number[];
  readonly #secrets: readonly Secret[];
  readonly #shown = new Map<number, { readonly text: string; readonly width: number }>();

  constructor(text: string) {
    this.#text = text;
    this.#secrets = findSecrets(text);
    // A byte order mark is no part of the first line.
    const starts = [text.charCodeAt(0) === 0xfeff ? 1 : 0];
    for (let end = lineEnd(text, 0); end < text.length; end = lineEnd(text, starts.at(-1)!)) {
      starts.push(afterLineEnd(text, end));
    }
    this.#starts = starts;
  }

  locate([from, to]: Span): Location {
    const start = Math.min(Math.max(from, this.#starts[0]!), this.#text.length);
    const line = this.#lineAt(start);
    const { text, width } = this.#show(line);
    const column = Math.min(start - this.#starts[line]!, text.length);
    return { line: line + 1, column: column + 1, length: Math.max(1, Math.min(to - start, width - column)), text };
  }

  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** A line and its width without blanks at its end; kept, since many faults may stand on one long line. */
  #show(line: number): { readonly text: string; readonly width: number } {
    const known = this.#shown.get(line);
    if (known !== undefined) return known;
    const start = this.#starts[line]!;
    const text = masked(this.#text, this.#secrets, start, lineEnd(this.#text, start));
    const shown = { text, width: text.trimEnd().length };
    this.#shown.set(line, shown);
    return shown;
  }
}
