import type { JsonObject } from '../ir/index.ts';

/** One file as text, before it is parsed. */
export interface SourceFile {
  /** Path relative to the project's root, with forward slashes; `<stdin>` for standard input. */
  readonly path: string;
  readonly text: string;
}

/** The path that standard input goes by. */
export const stdinPath = '<stdin>';

/**
 * One YAML document that holds a mapping. Places are not kept here: `Sources` finds them from the text when a
 * diagnostic is printed, so a document is plain data that can be cloned and cached.
 */
export interface Document {
  /** The path of its SourceFile. */
  readonly file: string;
  /** Index of the document in the file, from 0; empty documents count, though none is returned for them. */
  readonly index: number;
  /** Plain objects, arrays and scalars. What an alias stands for is the same object in each place. */
  readonly value: JsonObject;
}
