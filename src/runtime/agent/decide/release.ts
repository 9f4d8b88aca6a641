import type { KnownRouter, LocalCopy } from './view.ts';

/**
 * Whether some router may still send requests to a leaving copy: one that has said nothing, that has not released it, or
 * whose word is older than the status in which it was leaving. As long as nobody knows which routers there are, any may.
 */
export function holdsOn({ version, leavingAt }: LocalCopy, routers: readonly KnownRouter[] | undefined): boolean {
  if (routers === undefined || leavingAt === undefined) return true;
  return routers.some(
    ({ word }) => word === undefined || word.seen < leavingAt || !word.released.includes(version.physical),
  );
}
