import { posix, resolve, sep } from 'node:path';
import type { Diagnostics, Origin } from '../diagnostics/index.ts';
import { readCodes } from './codes.ts';

/** What a person wrote as a path below the root, with forward slashes; '' is the root itself. Undefined: it is outside. */
export function pathBelow(root: string, path: string): string | undefined {
  if (path.includes('\0')) return undefined;
  const from = resolve(root);
  const to = resolve(from, path);
  if (to === from) return '';
  const prefix = from.endsWith(sep) ? from : from + sep;
  return to.startsWith(prefix) ? to.slice(prefix.length).split(sep).join(posix.sep) : undefined;
}

/** Says that something (`subject`, with a capital) is outside of the root. */
export function reportOutside(subject: string, origin: Origin | undefined, diagnostics: Diagnostics): void {
  diagnostics.report(readCodes.outsideRoot, {
    message: `${subject} is outside the project`,
    origin,
    help: 'Files are read from the folder of `stowage.yaml` and below: move them there.',
  });
}
