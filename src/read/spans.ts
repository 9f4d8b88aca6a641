import { type AliasEvent, type MappingEvent, SCALAR_STYLE, type ScalarEvent, type SequenceEvent } from 'js-yaml';

/** Offsets [start, end) in a text. */
export type Span = readonly [start: number, end: number];

/** A scalar with its quotes; an empty one is as wide as its tag or anchor. A block of text begins with its first line. */
export function spanOfScalar(event: ScalarEvent): Span {
  const { valueStart, valueEnd, style, tagStart, tagEnd, anchorStart, anchorEnd } = event;
  if (valueStart === -1)
    return tagStart !== -1 ? [tagStart, tagEnd] : [Math.max(0, anchorStart - 1), Math.max(1, anchorEnd)];
  const quote = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
  return [valueStart - quote, valueEnd + quote];
}

/** Where a collection begins: its bracket, its first key or its first dash. */
export function spanOfCollection(event: MappingEvent | SequenceEvent): Span {
  return [event.start, event.start + 1];
}

/** An alias with its asterisk. */
export function spanOfAlias(event: AliasEvent): Span {
  return [event.anchorStart - 1, event.anchorEnd];
}
