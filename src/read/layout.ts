import {
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import { afterLineEnd, lineEnd } from './lines.ts';
import { type Span, spanOfAlias, spanOfScalar } from './spans.ts';

/** Where the nodes of a parsed stretch stand: an entry for each event, so that any node is found without a walk. */
export interface Layout {
  /** Offset of a node: of its tag, its quote, its bracket or first character. Of an empty node: of its colon or dash, or where the last node ended. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Index of the event after the node, its children and its end. */
  readonly next: Int32Array;
  /** For each alias, the index of the node that it repeats, where there is one. */
  readonly targets: ReadonlyMap<number, number>;
  /** Index of the event that begins each document. */
  readonly documents: readonly number[];
}

/** Lays out all nodes in one pass. The events tell where scalars are; the ends of collections follow from them. */
export function layOut(text: string, events: readonly Event[]): Layout {
  const starts = new Int32Array(events.length);
  const ends = new Int32Array(events.length);
  const next = new Int32Array(events.length);
  const targets = new Map<number, number>();
  const documents: number[] = [];
  const open: number[] = [];
  let anchors = new Map<string, number>();
  // The end of what was passed last.
  let last = 0;
  for (const [index, event] of events.entries()) {
    next[index] = index + 1;
    if ('tagStart' in event && event.anchorStart !== -1) {
      anchors.set(text.slice(event.anchorStart, event.anchorEnd), index);
    }
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        documents.push(index);
        anchors = new Map();
        open.push(index);
        break;
      case EVENT_ID.SCALAR: {
        if (isEmpty(event)) {
          const sign = signOf(text, last, events[open.at(-1) ?? 0]);
          starts[index] = ends[index] = sign ?? last;
          last = sign === undefined ? last : sign + 1;
          break;
        }
        const span = spanWithHeader(text, event, last);
        starts[index] = span[0];
        ends[index] = last = span[1];
        break;
      }
      case EVENT_ID.ALIAS: {
        const target = anchors.get(text.slice(event.anchorStart, event.anchorEnd));
        if (target !== undefined) targets.set(index, target);
        const span = spanOfAlias(event);
        starts[index] = span[0];
        ends[index] = last = span[1];
        break;
      }
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE:
        starts[index] = event.tagStart === -1 ? event.start : event.tagStart;
        last = event.start + (isBracketed(text, event) ? 1 : 0);
        open.push(index);
        break;
      case EVENT_ID.POP: {
        const opened = open.pop();
        if (opened === undefined) break;
        const begin = events[opened]!;
        if ('start' in begin && isBracketed(text, begin)) last = afterBracket(text, last);
        ends[opened] = Math.max(last, starts[opened]!);
        next[opened] = index + 1;
        break;
      }
    }
  }
  return { starts, ends, next, targets, documents };
}

function isEmpty(event: ScalarEvent): boolean {
  return event.valueStart === -1 && event.tagStart === -1 && event.anchorStart === -1;
}

/** Where the colon or dash stands after which there is nothing. A key alone (`{ a }`) has no colon. */
function signOf(text: string, from: number, parent: Event | undefined): number | undefined {
  const at = find(text, from, text.length, (code) => code > 0x20 && code !== 0x23);
  const sign = parent?.type === EVENT_ID.MAPPING ? ':' : parent?.type === EVENT_ID.SEQUENCE ? '-' : undefined;
  return at !== undefined && text[at] === sign ? at : undefined;
}

/** A scalar with its tag and quotes; a block of text from its `|` or `>`, which stands after `last`. */
function spanWithHeader(text: string, event: ScalarEvent, last: number): Span {
  const [start, end] = spanOfScalar(event);
  if (event.tagStart !== -1) return [event.tagStart, Math.max(end, event.tagEnd)];
  const block = event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
  if (!block || event.valueStart === -1) return [start, end];
  const from = Math.max(last, event.anchorEnd);
  return [find(text, from, start, (code) => code === 0x7c || code === 0x3e) ?? start, end];
}

/** A pair in a sequence, `[a: b]`, has flow style but no brackets of its own. */
function isBracketed(text: string, { style, start }: MappingEvent | SequenceEvent): boolean {
  return style === COLLECTION_STYLE.FLOW && (text[start] === '{' || text[start] === '[');
}

function afterBracket(text: string, from: number): number {
  const at = find(text, from, text.length, (code) => code === 0x7d || code === 0x5d);
  return at === undefined ? from : at + 1;
}

/** The first character of a kind outside comments, in what stands between two nodes. */
export function find(text: string, from: number, to: number, wanted: (code: number) => boolean): number | undefined {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (wanted(code)) return at;
    if (code === 0x23) at = afterLineEnd(text, lineEnd(text, at)) - 1;
  }
  return undefined;
}
