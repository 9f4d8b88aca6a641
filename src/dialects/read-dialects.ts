import type { Diagnostics } from '../diagnostics/index.ts';
import type { FaultyPart, FleetParts } from '../ir/index.ts';
import type { Document } from '../read/index.ts';
import { dispatch } from './dispatch.ts';
import { type NativeDocument, readNative } from './native/index.ts';
import { builtInRuntimes } from './runtimes/index.ts';

/**
 * What all documents say together. Each is told apart by its apiVersion and kind, then each dialect reads all of its
 * own. Faults are reported; the parts hold what is sound. Built-in runtimes come without an origin; a user's one of
 * the same name stands beside it, and wins when the parts are linked.
 */
export function readDialects(documents: readonly Document[], diagnostics: Diagnostics): FleetParts {
  const native: NativeDocument[] = [];
  // What could not be read at all may have been anything.
  const faulty: FaultyPart[] = diagnostics.hasErrors ? [{}] : [];
  for (const document of documents) {
    const found = dispatch(document, diagnostics);
    if (found === 'later') continue;
    if (found) native.push(found);
    else faulty.push({});
  }
  const parts = readNative(native, diagnostics);
  return { ...parts, runtimes: [...builtInRuntimes, ...parts.runtimes], faulty: [...faulty, ...parts.faulty] };
}
