import { afterLineEnd, lineEnd } from './lines.ts';

/** A stretch of a YAML stream that holds at most one document with its directives. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  /** Where its directives stand, without their line ends. */
  readonly directives: readonly (readonly [start: number, end: number])[];
}

/**
 * Cuts a stream at its document markers. A line that begins with `---` or `...` and then a blank ends whatever came
 * before it, even a broken quoted scalar, so a fault in one document can be kept from the others.
 */
export function chunksOf(text: string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let start = 0;
  let begun = false;
  let directives: (readonly [number, number])[] = [];
  const cut = (end: number): void => {
    chunks.push({ start, end, directives });
    start = end;
    begun = false;
    directives = [];
  };
  for (let line = text.charCodeAt(0) === 0xfeff ? 1 : 0; line < text.length; ) {
    const end = lineEnd(text, line);
    const next = afterLineEnd(text, end);
    if (isMarker(text, line, '---')) {
      if (begun) cut(line);
      begun = true;
    } else if (isMarker(text, line, '...')) {
      cut(next);
    } else if (!begun && text[line] === '%') {
      directives.push([line, end]);
    } else if (!begun) {
      begun = hasContent(text, line, end);
    }
    line = next;
  }
  if (start < text.length) cut(text.length);
  return chunks;
}

/** Whether a line could be a directive: a cheap question about the whole text, which may answer yes too often. */
export function mayHaveDirectives(text: string): boolean {
  return text.startsWith('%') || text.startsWith('\ufeff%') || text.includes('\n%') || text.includes('\r%');
}

function isMarker(text: string, line: number, marker: string): boolean {
  if (!text.startsWith(marker, line)) return false;
  const after = text[line + 3];
  return after === undefined || after === ' ' || after === '\t' || after === '\n' || after === '\r';
}

/** Anything but blanks and a comment. */
function hasContent(text: string, line: number, end: number): boolean {
  for (let at = line; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x09) return code !== 0x23;
  }
  return false;
}
