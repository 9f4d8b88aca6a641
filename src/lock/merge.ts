/** A line that says something, and where it starts in the text. */
export interface PlacedLine {
  readonly text: string;
  readonly start: number;
}

export interface MeaningfulLines {
  readonly lines: readonly PlacedLine[];
  /** Spans of Git's conflict markers. */
  readonly markers: readonly (readonly [start: number, end: number])[];
}

const marker = /^(<{7}|\|{7}|={7}|>{7})( |$)/;

/**
 * The lines of a lock that may have been merged: blank ones and conflict markers are left out, both sides of a conflict
 * are kept, and the common ancestor that the `diff3` style shows between them is not a side.
 */
export function meaningfulLines(text: string): MeaningfulLines {
  const lines: PlacedLine[] = [];
  const markers: [number, number][] = [];
  /** Lines since `|||||||`, until it is known that `=======` ends them. */
  let ancestor: PlacedLine[] | undefined;
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (const raw of text.slice(start).split('\n')) {
    const line = { text: raw.trimEnd(), start };
    start += raw.length + 1;
    const found = marker.exec(line.text)?.[1];
    if (found !== undefined) {
      markers.push([line.start, line.start + line.text.length]);
      if (!found.startsWith('=')) for (const lost of ancestor ?? []) lines.push(lost);
      ancestor = found.startsWith('|') ? [] : undefined;
    } else if (line.text !== '') {
      (ancestor ?? lines).push(line);
    }
  }
  for (const line of ancestor ?? []) lines.push(line);
  return { lines, markers };
}
