import type { Present } from './present.ts';

/** Whether a path is relative, with forward slashes, and has no step that is empty, `.` or `..`. */
export function isPlain(path: string): boolean {
  return !/[\0\\]/.test(path) && path.split('/').every((step) => step !== '..' && step !== '.' && step !== '');
}

/**
 * What keeps a file from being written or removed at a plain path, in words: a step that is no folder, or that is a
 * symbolic link, which could lead out of the project. Undefined: nothing.
 */
export function obstacle(present: Present, path: string): string | undefined {
  for (let end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
    const isLast = end < 0;
    const at = isLast ? path : path.slice(0, end);
    const found = present.at(at);
    if (found === undefined) return undefined;
    if (found === 'link') return `\`${at}\` is a symbolic link, which could lead out of the project`;
    if (found === 'hidden') return `\`${at}\` cannot be looked at`;
    if (found !== (isLast ? 'file' : 'folder')) return `\`${at}\` is not a ${isLast ? 'file' : 'folder'}`;
    if (isLast) return undefined;
  }
}
