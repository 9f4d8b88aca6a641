import type { Diagnostics } from '../diagnostics/index.ts';
import { readSizes as readSizesDocument } from '../dialects/index.ts';
import type { Sizes } from '../ir/index.ts';
import { readDocuments, type SourceFile } from '../read/index.ts';

/** Reads `sizes.yaml`. Undefined where there is none. */
export function readSizes(source: SourceFile | undefined, diagnostics: Diagnostics): Sizes | undefined {
  const [document] = source ? readDocuments(source, diagnostics) : [];
  return document && readSizesDocument(document, diagnostics);
}
