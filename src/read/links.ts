import type { Diagnostics, Origin } from '../diagnostics/index.ts';
import { readCodes } from './codes.ts';
import type { Files } from './files.ts';

/** The first folder on the way to a path that is a link. */
export function linkOnTheWay(files: Files, path: string): string | undefined {
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
    const kind = files.kindOf(path.slice(0, at));
    if (kind === 'link') return path.slice(0, at);
    if (kind === undefined) return undefined;
  }
  return undefined;
}

/** Refuses a link; the origin is where a person named it. Absent: the place is the link itself. */
export function reportLink(path: string, origin: Origin | undefined, diagnostics: Diagnostics): void {
  diagnostics.report(readCodes.symbolicLink, {
    message: `\`${path}\` is a symbolic link`,
    origin: origin ?? { file: path },
    help: 'Put the file itself there, or name the place that the link points to.',
  });
}
