import type { Location, Origin, SourceMap } from '../diagnostics/index.ts';
import type { SourceFile } from './document.ts';
import { Lines } from './lines.ts';
import { Places } from './places.ts';
import type { Span } from './spans.ts';

/**
 * Finds origins in the files that were read, those with faults too. Nothing is done before the first question about
 * a file; then it is parsed once more, which costs less than keeping the offsets of every node that is never asked for.
 * What looks like a secret is masked in the lines that are given out.
 */
export class Sources implements SourceMap {
  readonly #files: ReadonlyMap<string, SourceFile>;
  readonly #lines = new Map<string, Lines>();
  readonly #places = new Map<string, Places>();

  constructor(files: Iterable<SourceFile>) {
    this.#files = new Map(Array.from(files, (file) => [file.path, file]));
  }

  /** Undefined for a file that is not known, and where the origin is a file as a whole. */
  locate(origin: Origin): Location | undefined {
    const file = this.#files.get(origin.file);
    if (file === undefined) return undefined;
    const span = this.spanOf(origin);
    if (span === undefined) return undefined;
    const lines = this.#lines.get(file.path) ?? new Lines(file.text);
    this.#lines.set(file.path, lines);
    return lines.locate(span);
  }

  /** The offsets of an origin in the text of its file; undefined as for `locate`. */
  spanOf({ file, document, pointer = '', part, span }: Origin): Span | undefined {
    const source = this.#files.get(file);
    if (source === undefined) return undefined;
    if (span !== undefined) return span;
    if (document === undefined) return undefined;
    const places = this.#places.get(file) ?? new Places(source.text);
    this.#places.set(file, places);
    return places.find(document, pointer, part);
  }
}
