import type { Origin } from '../diagnostics/index.ts';

export type { Origin };

/**
 * Where a node of the Fleet was written. Fields are asked for by the pointer that the native kind gives them
 * (`/spec/memory`), whatever dialect wrote the node: see `originAt`.
 */
export interface NodeOrigin {
  readonly file: string;
  readonly document: number;
  /**
   * Fields that were written under another pointer of the same document (a string) or in another place altogether
   * (an Origin: a default of the Environment, a merged parent). Absent: all fields stand where the native kind has them.
   */
  readonly fields?: Readonly<Record<string, string | Origin>>;
}

/** The place of one field of a node; with no pointer, the place of the node as a whole (its `metadata.name`). */
export function originAt(node: NodeOrigin, pointer = '/metadata/name'): Origin {
  const { file, document, fields } = node;
  const moved = fields && nearest(fields, pointer);
  if (moved === undefined) return { file, document, pointer };
  return typeof moved === 'string' ? { file, document, pointer: moved } : moved;
}

/** The entry for the pointer or for its nearest ancestor that has one. */
function nearest(fields: Readonly<Record<string, string | Origin>>, pointer: string): string | Origin | undefined {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = fields[at];
    if (found === undefined) continue;
    const rest = pointer.slice(at.length);
    return typeof found === 'string' ? found + rest : { ...found, pointer: (found.pointer ?? '') + rest };
  }
  return undefined;
}
