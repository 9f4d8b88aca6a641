import { constants, lstatSync, readdirSync, readlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Entry } from './tar.ts';

/**
 * What lies in a folder, as entries below `at`.
 *
 * @param keep which of it, by the path in the folder; what is below a folder that is not kept is asked for too
 */
export function entriesOf(folder: string, at = '', keep: (path: string) => boolean = () => true): readonly Entry[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((found): readonly Entry[] => {
    const from = join(found.parentPath, found.name);
    const inside = relative(folder, from);
    if (!keep(inside)) return [];
    const path = join(at, inside);
    if (found.isDirectory()) return [{ path }];
    if (found.isSymbolicLink()) return [{ path, link: readlinkSync(from) }];
    return found.isFile() ? [{ path, file: { from }, program: isProgram(from) }] : [];
  });
}

function isProgram(file: string): boolean {
  return (lstatSync(file).mode & constants.S_IXUSR) !== 0;
}
