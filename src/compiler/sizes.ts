import type { Diagnostics } from '../diagnostics/index.ts';
import { readSizes as readSizesDocument } from '../dialects/index.ts';
import type { Sizes } from '../ir/index.ts';
import { readDocuments, type SourceFile, sizesLimits } from '../read/index.ts';
import { theOnly } from './only-document.ts';

/** Reads `sizes.yaml`. Undefined where there is none. */
export function readSizes(source: SourceFile | undefined, diagnostics: Diagnostics): Sizes | undefined {
  if (source === undefined) return undefined;
  const document = theOnly(readDocuments(source, diagnostics, sizesLimits), diagnostics);
  return document && readSizesDocument(document, diagnostics);
}
