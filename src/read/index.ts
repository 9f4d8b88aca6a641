import type { JsonObject } from '../ir/index.ts';

/** One YAML document that holds a mapping. */
export interface Document {
  readonly file: string;
  /** Index of the document in the file, from 0. */
  readonly index: number;
  readonly value: JsonObject;
}
