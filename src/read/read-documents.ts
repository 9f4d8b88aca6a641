import type { Diagnostics, Origin } from '../diagnostics/index.ts';
import { AliasBudget } from './aliases.ts';
import { readCodes } from './codes.ts';
import { construct } from './construct.ts';
import type { Document, SourceFile } from './document.ts';
import type { Fault } from './faults.ts';
import { fileSizeWords, isLarger, type Limits, limitsOf } from './limits.ts';
import { parseStream } from './stream.ts';

/**
 * Reads one file to its documents, in their order. Faults are reported; a document with one is left out, and the
 * others are read all the same. Never throws, whatever the text holds.
 *
 * YAML 1.2, core schema. The tags `!!str`, `!!int`, `!!float`, `!!bool`, `!!null`, `!!seq` and `!!map` are honoured,
 * all others refused. Empty documents are skipped, but counted in the indexes.
 */
export function readDocuments(
  source: SourceFile,
  diagnostics: Diagnostics,
  limits: Limits = limitsOf(source.path),
): readonly Document[] {
  const { path, text } = source;
  if (isLarger(text, limits.bytes)) {
    diagnostics.report(readCodes.fileSize, { ...fileSizeWords(limits.bytes), origin: { file: path } });
    return [];
  }
  const documents: Document[] = [];
  const budget = new AliasBudget();
  let count = 0;
  for (const piece of parseStream(text)) {
    if (count >= limits.documents && piece.faults.length + piece.events.length > 0) {
      count++;
      break;
    }
    const report = (fault: Fault, document: number): void => {
      const origin = (start: number, end: number): Origin => {
        return { file: path, document: count + document, span: [piece.start + start, piece.start + end] };
      };
      const { code, message, help, related, fix } = fault;
      diagnostics.report(code, {
        message,
        help,
        origin: origin(fault.start, fault.end),
        fix: fix && { ...fix, origin: origin(fault.start, fault.end) },
        related: related && [{ origin: origin(related.start, related.end), message: related.message }],
      });
    };
    for (const fault of piece.faults) report(fault, 0);
    const values = construct(piece.text, piece.events, limits.documents - count, budget, report);
    for (const [index, value] of values.entries()) {
      if (value !== undefined && count + index < limits.documents)
        documents.push({ file: path, index: count + index, value });
    }
    count += piece.faults.length > 0 ? 1 : values.length;
  }
  if (count > limits.documents) {
    diagnostics.report(readCodes.documentCount, {
      message: `A source may not hold more than ${limits.documents} documents`,
      origin: { file: path, document: limits.documents },
      help: 'Split it into several files.',
    });
  }
  return documents;
}
