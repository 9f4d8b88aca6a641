import type { Diagnostics, Particulars } from '../diagnostics/index.ts';
import { readCodes } from './codes.ts';
import type { Content } from './files.ts';
import { fileSizeWords, limitsOf } from './limits.ts';

/** The text of a file, without its byte order mark; undefined, and reported, where there is none to be had. */
export function decode(path: string, content: Content, diagnostics: Diagnostics): string | undefined {
  if (content === 'tooLarge') {
    diagnostics.report(readCodes.fileSize, { ...fileSizeWords(limitsOf(path).bytes), origin: { file: path } });
    return undefined;
  }
  if ('reason' in content) {
    diagnostics.report(readCodes.unreadable, unreadable(path, content.reason));
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    diagnostics.report(readCodes.encoding, {
      message: isUtf16(content)
        ? 'The file is UTF-16'
        : `The file is not UTF-8: line ${lineOfFault(content)} does not decode`,
      origin: { file: path },
      help: 'Save it as UTF-8.',
    });
    return undefined;
  }
}

/** The words for a file or folder that the system does not let us read. */
export function unreadable(path: string, reason: string): Particulars {
  return {
    message: `\`${path}\` cannot be opened (${reason})`,
    origin: { file: path },
    help: 'Check that it is a regular file or folder and that you may read it.',
  };
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** The line, from 1, on which the first byte stands that is not UTF-8. A line feed is never part of a longer sequence. */
function lineOfFault(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    try {
      decoder.decode(bytes.subarray(start, end === -1 ? bytes.length : end));
    } catch {
      break;
    }
    if (end === -1) break;
    start = end + 1;
  }
  return line;
}
