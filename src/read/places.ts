import { EVENT_ID } from 'js-yaml';
import { keyText } from './keys.ts';
import { type Layout, layOut } from './layout.ts';
import type { Span } from './spans.ts';
import { type Piece, parseStream } from './stream.ts';

/** A document of the stream, whether or not it could be read. */
interface Place {
  readonly piece: Piece;
  /** Absent: the document has a fault that kept it from being parsed. */
  readonly root?: { readonly layout: Layout; readonly index: number };
}

/** A node and, where it is an entry of a mapping, its key, by the indexes of their events. */
interface Node {
  readonly value: number;
  readonly key?: number;
}

/** Finds the nodes of one file by document and pointer. The file is parsed again when the first one is asked for. */
export class Places {
  readonly #documents: readonly Place[];
  /** The children of collections that were asked for, by layout and event. */
  readonly #children = new Map<Layout, Map<number, ReadonlyMap<string, Node>>>();

  constructor(text: string) {
    this.#documents = parseStream(text).flatMap((piece): Place[] => {
      if (piece.faults.length > 0) return [{ piece }];
      const layout = layOut(piece.text, piece.events);
      return layout.documents.map((index) => ({ piece, root: { layout, index: index + 1 } }));
    });
  }

  /**
   * Offsets of a node, by an RFC 6901 pointer; of its key, where that is asked for and there is one. Of what is absent
   * or empty: of the key of its nearest ancestor that is there. Undefined where there is no such document.
   */
  find(document: number, pointer: string, part: 'key' | undefined): Span | undefined {
    const place = this.#documents[document];
    if (place === undefined) return undefined;
    const { piece, root } = place;
    const shift = ([start, end]: Span): Span => [piece.start + start, piece.start + end];
    if (root === undefined) return shift(firstContent(piece.text));
    const { layout } = root;
    let node: Node = { value: root.index };
    let found = true;
    for (const token of pointer.split('/').slice(1)) {
      const child = this.#childrenOf(piece, layout, node.value).get(unescaped(token));
      found = child !== undefined;
      if (child === undefined) break;
      node = child;
    }
    const { starts, ends } = layout;
    const empty = ends[node.value]! <= starts[node.value]!;
    const shown = node.key !== undefined && (part === 'key' || !found || empty) ? node.key : node.value;
    return shift([starts[shown]!, Math.max(ends[shown]!, starts[shown]! + 1)]);
  }

  #childrenOf(piece: Piece, layout: Layout, node: number): ReadonlyMap<string, Node> {
    const known = this.#children.get(layout) ?? new Map<number, ReadonlyMap<string, Node>>();
    this.#children.set(layout, known);
    const target = layout.targets.get(node) ?? node;
    const children = known.get(target) ?? listChildren(piece, layout, target);
    known.set(target, children);
    return children;
  }
}

function listChildren({ text, events }: Piece, { next }: Layout, node: number): ReadonlyMap<string, Node> {
  const children = new Map<string, Node>();
  const type = events[node]?.type;
  const end = next[node]! - 1;
  if (type === EVENT_ID.SEQUENCE) {
    for (let at = node + 1; at < end; at = next[at]!) children.set(String(children.size), { value: at });
  } else if (type === EVENT_ID.MAPPING) {
    for (let key = node + 1; key < end; key = next[next[key]!]!) {
      const event = events[key]!;
      const name = event.type === EVENT_ID.SCALAR ? keyText(text, event) : undefined;
      if (name !== undefined && !children.has(name)) children.set(name, { key, value: next[key]! });
    }
  }
  return children;
}

/** The first thing of a text that is neither blank nor a document marker. */
function firstContent(text: string): Span {
  const marker = text.startsWith('---') ? 3 : 0;
  for (let at = marker; at < text.length; at++) {
    if (text.charCodeAt(at) > 0x20) return [at, at + 1];
  }
  return [0, Math.max(1, marker)];
}

function unescaped(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}
