import type { RoutedModel } from '../../../ir/index.ts';
import { type Copy, isFirm } from './copies.ts';

/**
 * Which version requests go to: the planned one, if it has at least as many copies as the best other one has, or as the
 * plan requires, whichever is less; or if it has one and the deadline has passed. Else the newest former one, else any.
 *
 * @param routable all routable copies of the model
 * @param isAborted whether the planned version failed for good somewhere: it serves only where no other can
 * @returns its physical name; undefined: none has a copy
 */
export function servingVersion(
  { physical, former, at }: RoutedModel,
  routable: readonly Copy[],
  isAborted: boolean,
  isOverdue: boolean,
): string | undefined {
  const counts = countVersions(routable);
  const current = counts.get(physical) ?? 0;
  if (current > 0 && counts.size === 1) return physical;
  if (current > 0 && !isAborted) {
    if (isOverdue) return physical;
    let best = 0;
    for (const [version, count] of counts) if (version !== physical) best = Math.max(best, count);
    if (current >= Math.min(best, Math.max(1, at.length))) return physical;
  }
  const newest = former.find((version) => version !== physical && counts.has(version));
  return newest ?? anyOther(counts, physical) ?? (current > 0 ? physical : undefined);
}

/**
 * How many copies each version has. While one has a copy that cannot go by itself, those that have none do not count: what
 * was let go may be gone, and what cannot be heard too.
 */
function countVersions(routable: readonly Copy[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const firm = new Set<string>();
  for (const copy of routable) {
    const { physical } = copy.status;
    counts.set(physical, (counts.get(physical) ?? 0) + 1);
    if (isFirm(copy)) firm.add(physical);
  }
  if (firm.size > 0) for (const version of counts.keys()) if (!firm.has(version)) counts.delete(version);
  return counts;
}

/** Of versions that the plan does not name, the one with most copies. */
function anyOther(counts: ReadonlyMap<string, number>, current: string): string | undefined {
  let found: string | undefined;
  for (const [version, count] of counts) {
    if (version === current) continue;
    const most = found === undefined ? 0 : (counts.get(found) ?? 0);
    if (found === undefined || count > most || (count === most && version < found)) found = version;
  }
  return found;
}
