import {
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import type { Json, JsonObject } from '../ir/index.ts';
import { type AliasBudget, measure, type Size } from './aliases.ts';
import { codePointName, findForbidden } from './characters.ts';
import { decodeDoubleQuoted } from './double-quoted.ts';
import { type Fault, faults } from './faults.ts';
import { firstKeys } from './keys.ts';
import { find } from './layout.ts';
import { maxDepth } from './limits.ts';
import { type NumberFault, resolvePlain } from './scalars.ts';
import { type Span, spanOfAlias, spanOfCollection, spanOfScalar } from './spans.ts';
import { coreTag, resolveTagged } from './tags.ts';

/** Told of each fault, with the index of its document among those of the events. */
export type OnFault = (fault: Fault, document: number) => void;

/**
 * Makes plain values from the events of a stream, by the core schema of YAML 1.2: one entry a document, undefined for
 * one that is empty or has a fault. Beyond `most` documents one entry more is returned, and the rest is left.
 * Nothing recurses, each event is looked at once, and what an alias stands for is shared, not copied.
 */
export function construct(
  text: string,
  events: readonly Event[],
  most: number,
  budget: AliasBudget,
  onFault: OnFault,
): readonly (JsonObject | undefined)[] {
  const documents: (JsonObject | undefined)[] = [];
  for (let at = 0; at < events.length; ) {
    if (documents.length > most) break;
    const builder = new Builder(text, events, budget, (fault) => onFault(fault, documents.length));
    at = builder.build(at);
    documents.push(builder.value);
  }
  return documents;
}

type Scalar = string | number | boolean | null;

/** A collection that is being read. */
interface Frame {
  readonly entries: Record<string, Json>;
  /** Undefined: a mapping. */
  readonly items: Json[] | undefined;
  readonly anchor: Anchor | undefined;
  /** A mapping whose next node is a key. */
  awaitsKey: boolean;
  /** Absent while a value is read: its key was refused, and the value goes with it. */
  key: string | undefined;
  /** Index of the event that opened it. */
  readonly index: number;
  /** The first event of each key, gathered once a key is there twice. */
  firsts: Map<string, ScalarEvent> | undefined;
}

/** The entries of every sequence. */
const noEntries: Record<string, never> = Object.freeze({});

interface Anchor {
  readonly value: Json;
  /** False while the collection is still being read, so that an alias would make it hold itself. */
  done: boolean;
  size?: Size;
}

/** Builds one document. */
class Builder {
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #budget: AliasBudget;
  readonly #onFault: (fault: Fault) => void;
  readonly #open: Frame[] = [];
  #frame: Frame | undefined;
  #root: Json | undefined;
  #anchors: Map<string, Anchor> | undefined;
  /** Offset up to which the text has been passed: where an empty key is looked for. */
  #passed = 0;
  #faulty = false;
  #tooDeep = false;

  constructor(text: string, events: readonly Event[], budget: AliasBudget, onFault: (fault: Fault) => void) {
    this.#text = text;
    this.#events = events;
    this.#budget = budget;
    this.#onFault = onFault;
  }

  /** Undefined: the document is empty or has a fault. */
  get value(): JsonObject | undefined {
    return this.#faulty || !isMapping(this.#root) ? undefined : this.#root;
  }

  /** Builds the document that begins at an index, and returns the index after it. */
  build(start: number): number {
    const events = this.#events;
    for (let index = start + 1; index < events.length; index++) {
      const event = events[index]!;
      switch (event.type) {
        case EVENT_ID.SCALAR:
          this.#scalar(event);
          break;
        case EVENT_ID.MAPPING:
        case EVENT_ID.SEQUENCE:
          this.#openCollection(event, index);
          break;
        case EVENT_ID.ALIAS:
          this.#place(this.#alias(event.anchorStart, event.anchorEnd));
          break;
        case EVENT_ID.POP: {
          const closed = this.#open.pop();
          if (closed === undefined) {
            this.#checkRoot(events[start + 1]!);
            return index + 1;
          }
          if (closed.anchor !== undefined) closed.anchor.done = true;
          this.#frame = this.#open.at(-1);
          this.#place(closed.items ?? closed.entries);
          break;
        }
        default:
      }
    }
    return events.length;
  }

  #refuse(fault: Fault): void {
    this.#faulty = true;
    this.#onFault(fault);
  }

  #place(value: Json): void {
    const frame = this.#frame;
    if (frame === undefined) {
      this.#root = value;
    } else if (frame.items !== undefined) {
      frame.items.push(value);
    } else if (frame.awaitsKey) {
      // A collection or an alias where a key should be: it has been refused, and its value goes with it.
      frame.awaitsKey = false;
      frame.key = undefined;
    } else {
      if (frame.key !== undefined) frame.entries[frame.key] = value;
      frame.awaitsKey = true;
    }
  }

  #scalar(event: ScalarEvent): void {
    const frame = this.#frame;
    let value: Scalar;
    if (frame?.awaitsKey) {
      frame.awaitsKey = false;
      frame.key = this.#key(event, frame);
      value = frame.key ?? null;
    } else {
      value = this.#resolve(event) ?? null;
      this.#place(value);
    }
    if (event.anchorStart !== -1) this.#anchor(event, value, true);
    if (event.valueEnd !== -1) this.#passed = event.valueEnd;
  }

  /** Undefined: refused. */
  #key(event: ScalarEvent, frame: Frame): string | undefined {
    const key = this.#resolve(event);
    if (key === undefined) return undefined;
    const refuse = (fault: Fault): undefined => this.#refuse(fault) as undefined;
    if (typeof key !== 'string') {
      const span =
        event.valueStart === -1 && event.tagStart === -1 && event.anchorStart === -1
          ? this.#emptyKey()
          : spanOfScalar(event);
      const plain = event.valueStart !== -1 && event.tagStart === -1;
      return refuse(faults.keyType(span, key, plain ? this.#text.slice(...span) : undefined));
    }
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') {
      return refuse(faults.reservedKey(spanOfScalar(event), key));
    }
    if (key === '<<' && event.style === SCALAR_STYLE.PLAIN && event.tagStart === -1) {
      return refuse(faults.mergeKey(spanOfScalar(event)));
    }
    if (frame.entries[key] !== undefined && Object.hasOwn(frame.entries, key)) {
      frame.firsts ??= firstKeys(this.#text, this.#events, frame.index);
      const first = frame.firsts.get(key) ?? event;
      return refuse(faults.duplicateKey(spanOfScalar(event), key, spanOfScalar(first)));
    }
    frame.firsts?.set(key, event);
    return key;
  }

  /** The colon after a key that is not there. */
  #emptyKey(): Span {
    const colon = find(this.#text, this.#passed, this.#text.length, (code) => code === 0x3a) ?? this.#passed;
    this.#passed = colon + 1;
    return [colon, colon + 1];
  }

  /** Undefined: refused. */
  #resolve(event: ScalarEvent): Scalar | undefined {
    const { valueStart, style, fast, tagStart } = event;
    if (tagStart === -1 && fast) {
      const text = this.#text.slice(valueStart, event.valueEnd);
      return style === SCALAR_STYLE.PLAIN ? this.#held(event, resolvePlain(text)) : text;
    }
    if (style === SCALAR_STYLE.DOUBLE_QUOTED && !fast) {
      const text = decodeDoubleQuoted(this.#text.slice(valueStart, event.valueEnd));
      const bad = findForbidden(text);
      if (bad !== -1) return this.#refuse(faults.character(spanOfScalar(event), codePointName(text, bad))) as undefined;
      return tagStart === -1 ? text : this.#tagged(event, text);
    }
    const text = getScalarValue(this.#text, event);
    if (tagStart !== -1) return this.#tagged(event, text);
    return style === SCALAR_STYLE.PLAIN ? this.#held(event, resolvePlain(text)) : text;
  }

  #tagged(event: ScalarEvent, text: string): Scalar | undefined {
    const written = this.#text.slice(event.tagStart, event.tagEnd);
    const tag = coreTag(written);
    if (tag === 'str') return text;
    const span = [event.tagStart, event.tagEnd] as const;
    if (tag === undefined) return this.#refuse(faults.tag(span, written)) as undefined;
    const value = event.style === SCALAR_STYLE.PLAIN ? resolveTagged(tag, text) : undefined;
    if (value === undefined) return this.#refuse(faults.tagContent(span, written)) as undefined;
    return this.#held(event, value);
  }

  #held(event: ScalarEvent, value: Scalar | NumberFault): Scalar | undefined {
    if (typeof value !== 'object' || value === null) return value;
    return this.#refuse(faults.number(spanOfScalar(event), value.reason)) as undefined;
  }

  #openCollection(event: MappingEvent | SequenceEvent, index: number): void {
    const mapping = event.type === EVENT_ID.MAPPING;
    this.#passed = event.start;
    const items: Json[] | undefined = mapping ? undefined : [];
    const entries: Record<string, Json> = mapping ? {} : noEntries;
    if (this.#frame?.awaitsKey) this.#refuse(faults.keyType(spanOfCollection(event), items ?? entries));
    this.#checkDepth(this.#open.length + 1, spanOfCollection(event));
    if (event.tagStart !== -1) {
      const written = this.#text.slice(event.tagStart, event.tagEnd);
      const tag = written === '!' ? (mapping ? 'map' : 'seq') : coreTag(written);
      const span = [event.tagStart, event.tagEnd] as const;
      if (tag === undefined) this.#refuse(faults.tag(span, written));
      else if (tag !== (mapping ? 'map' : 'seq')) this.#refuse(faults.tagContent(span, written));
    }
    const anchor = event.anchorStart === -1 ? undefined : this.#anchor(event, items ?? entries, false);
    this.#frame = { entries, items, anchor, awaitsKey: mapping, key: undefined, index, firsts: undefined };
    this.#open.push(this.#frame);
  }

  #anchor(event: ScalarEvent | MappingEvent | SequenceEvent, value: Json, done: boolean): Anchor {
    const anchor: Anchor = { value, done };
    this.#anchors ??= new Map();
    this.#anchors.set(this.#text.slice(event.anchorStart, event.anchorEnd), anchor);
    return anchor;
  }

  /** What an alias stands for; null where it is refused. */
  #alias(start: number, end: number): Json {
    this.#passed = end;
    const span = [start - 1, end] as const;
    const refuse = (fault: Fault): null => {
      this.#refuse(fault);
      return null;
    };
    if (this.#frame?.awaitsKey) return refuse(faults.aliasKey(span));
    const name = this.#text.slice(start, end);
    const anchor = this.#anchors?.get(name);
    if (anchor === undefined) return refuse(faults.aliasUnknown(span, name, this.#anchors?.keys() ?? []));
    if (!anchor.done) return refuse(faults.aliasWithin(span, name));
    anchor.size ??= measure(anchor.value, this.#budget);
    if (!this.#budget.spend(anchor.size.weight)) {
      if (this.#budget.report()) return refuse(faults.aliasExpansion(span));
      this.#faulty = true;
      return null;
    }
    this.#checkDepth(this.#open.length + anchor.size.height, span);
    // What is too deep is not placed, so that no value is ever deeper than the limit.
    return this.#tooDeep ? null : anchor.value;
  }

  /** Refuses what is deeper than the limit, once a document. */
  #checkDepth(depth: number, span: Span): void {
    if (depth <= maxDepth || this.#tooDeep) return;
    this.#tooDeep = true;
    this.#refuse(faults.depth(span));
  }

  #checkRoot(event: Event): void {
    if (this.#faulty || this.#root === undefined || isMapping(this.#root)) return;
    if (event.type === EVENT_ID.SCALAR) {
      const { valueStart, tagStart, anchorStart } = event;
      const empty = valueStart === -1 && tagStart === -1 && anchorStart === -1;
      if (!empty) this.#refuse(faults.rootType(spanOfScalar(event), this.#root));
    } else if (event.type === EVENT_ID.SEQUENCE) {
      this.#refuse(faults.rootType(spanOfCollection(event), this.#root));
    } else if (event.type === EVENT_ID.ALIAS) {
      this.#refuse(faults.rootType(spanOfAlias(event), this.#root));
    }
  }
}

function isMapping(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
