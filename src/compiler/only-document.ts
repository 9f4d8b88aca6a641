import type { Diagnostics } from '../diagnostics/index.ts';
import type { Document } from '../read/index.ts';
import { compilerCodes } from './codes.ts';

/** The first document of a file that may hold one only; a second is reported, lest it be overlooked. */
export function theOnly(documents: readonly Document[], diagnostics: Diagnostics): Document | undefined {
  const [first, second] = documents;
  if (first && second) {
    diagnostics.report(compilerCodes.secondDocument, {
      message: `\`${second.file}\` holds more than one document`,
      origin: { file: second.file, document: second.index },
      related: [{ origin: { file: first.file, document: first.index }, message: 'the first one' }],
      help: 'Put all of it into one document: take out the line `---` and join the lists.',
    });
  }
  return first;
}
