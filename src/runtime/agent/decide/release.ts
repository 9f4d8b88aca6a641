import type { KnownRouter, LocalCopy } from './view.ts';

/**
 * Whether some router may still send requests to a leaving copy: one that has said nothing, that has not released it, or
 * whose word is older than the status in which it was leaving. As long as nobody knows which routers there are, any may.
 *
 * @param sequence of the next status: no word answers that
 */
export function holdsOn(
  { version, leavingAt }: LocalCopy,
  routers: readonly KnownRouter[] | undefined,
  sequence: number,
): boolean {
  if (routers === undefined || leavingAt === undefined || leavingAt >= sequence) return true;
  return routers.some(
    ({ word }) => word === undefined || word.seen < leavingAt || !word.released.includes(version.physical),
  );
}
