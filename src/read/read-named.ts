import type { Diagnostics, Origin, Particulars } from '../diagnostics/index.ts';
import { readCodes } from './codes.ts';
import { decode } from './decode.ts';
import type { SourceFile } from './document.ts';
import { type Files, FolderFiles } from './files.ts';
import { fileSizeWords } from './limits.ts';
import { linkOnTheWay, reportLink } from './links.ts';
import { pathBelow, reportOutside } from './path-below.ts';

/** One file that is no input but is named by its path: sizes, a lock. */
export interface NamedFile {
  readonly path: string;
  /** Bytes that it may hold. */
  readonly most: number;
  /** Where it is named. Absent: in no file that is read. */
  readonly origin?: Origin | undefined;
  /** What to say where it is not there. Absent: it need not be. */
  readonly missing?: Pick<Particulars, 'message' | 'help'>;
  /** Whether bytes that are not UTF-8 are replaced instead of refused. */
  readonly lenient?: boolean;
}

/**
 * Reads one file below the root. No link is followed, and only a regular file is opened. Undefined where it is not
 * there or, reported, where it cannot be read.
 */
export function readNamed(
  root: string,
  { path, most, origin, missing, lenient = false }: NamedFile,
  diagnostics: Diagnostics,
  files: Files = new FolderFiles(root),
): SourceFile | undefined {
  const below = pathBelow(root, path);
  if (below === undefined || below === '') {
    reportOutside(`\`${path}\``, origin, diagnostics);
    return undefined;
  }
  const kind = files.kindOf(below);
  const link = linkOnTheWay(files, below) ?? (kind === 'link' ? below : undefined);
  if (link !== undefined) {
    reportLink(link, origin, diagnostics);
    return undefined;
  }
  if (kind === undefined) {
    if (missing) diagnostics.report(readCodes.nothingFound, { ...missing, origin });
    return undefined;
  }
  const [content = { reason: 'it is not there' }] = files.read([below], most);
  if (content === 'tooLarge') {
    const { message } = fileSizeWords(most);
    diagnostics.report(readCodes.fileSize, {
      message,
      origin: { file: below },
      help: 'Take out what does not belong there.',
    });
    return undefined;
  }
  if (lenient && !('reason' in content)) return { path: below, text: new TextDecoder().decode(content) };
  const text = decode(below, content, diagnostics);
  return text === undefined ? undefined : { path: below, text };
}
