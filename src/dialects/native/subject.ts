import type { Diagnostics } from '../../diagnostics/index.ts';
import type { Json, NodeOrigin } from '../../ir/index.ts';
import type { Document } from '../../read/index.ts';
import { Amounts } from '../amounts.ts';
import { quoted } from '../describe.ts';

export type NativeKind = 'Environment' | 'Runtime' | 'Server' | 'Model';

/** What each function that reads one kind is given besides the spec. */
export interface Subject {
  readonly document: Document;
  readonly kind: NativeKind;
  readonly name: string;
  readonly amounts: Amounts;
  readonly diagnostics: Diagnostics;
}

/** `Model \`fraud\``, or the kind alone where the name is not a text. */
export function subjectName(kind: string, name: Json | undefined): string {
  return typeof name === 'string' ? `${kind} ${quoted(name)}` : `a ${kind}`;
}

export function subjectOf(document: Document, kind: NativeKind, name: string, diagnostics: Diagnostics): Subject {
  const amounts = new Amounts(document, () => subjectName(kind, name), diagnostics);
  return { document, kind, name, diagnostics, amounts };
}

export function nodeOrigin({ document }: Subject, fields?: Readonly<Record<string, string>>): NodeOrigin {
  const at = { file: document.file, document: document.index };
  return fields !== undefined && Object.keys(fields).length > 0 ? { ...at, fields } : at;
}

/** A sorted copy of a list, and where its items were written if not in that order. */
export function sortedItems<T>(
  items: readonly T[],
  pointer: string,
  compare: (a: T, b: T) => number,
): { readonly items: readonly T[]; readonly fields: Readonly<Record<string, string>> } {
  const order = items.map((_, index) => index).toSorted((a, b) => compare(items[a]!, items[b]!) || a - b);
  const moved = order.flatMap((from, to) => (from === to ? [] : [[`${pointer}/${to}`, `${pointer}/${from}`]]));
  return { items: order.map((index) => items[index]!), fields: Object.fromEntries(moved) };
}
