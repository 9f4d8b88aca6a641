import type { Diagnostics } from '../diagnostics/index.ts';
import { readSizes as readSizesDocument } from '../dialects/index.ts';
import type { Sizes } from '../ir/index.ts';
import { readDocuments, type SourceFile, sizesLimits } from '../read/index.ts';
import { theOnly } from './only-document.ts';

/** Reads `sizes.yaml`. Undefined where there is none. */
export function readSizes(source: SourceFile | undefined, diagnostics: Diagnostics): Sizes | undefined {
  if (source === undefined) return undefined;
  const document = theOnly(readDocuments(source, diagnostics, sizesLimits), diagnostics);
  // A file without a document either has a fault of its own, which is reported, or is empty.
  return document
    ? readSizesDocument(document, diagnostics)
    : { origin: { file: source.path, document: 0 }, models: {}, ...(diagnostics.hasErrors && { faulty: true }) };
}
