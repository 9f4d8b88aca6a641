import type { Origin } from './diagnostic.ts';

/** Where an origin is in its source, as people count: lines and columns from 1, columns in UTF-16 units. */
export interface Location {
  readonly line: number;
  readonly column: number;
  /** How many units the place covers on its first line; at least 1. */
  readonly length: number;
  /** The source line, without its end. */
  readonly text: string;
}

/** Finds origins in sources. The reader makes one; renderers take it as an argument. */
export interface SourceMap {
  /** Undefined where the file is not known any more, and where the origin is a file as a whole. */
  locate(origin: Origin): Location | undefined;
}
