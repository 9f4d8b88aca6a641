import type { AbortedVersion, RoutedModel } from '../../../ir/index.ts';
import { type Copy, compareCopies, placeOf } from './copies.ts';

/** The planned version, if it failed for good on some pod, and what the first of these says. */
export function abortedVersion({ physical }: RoutedModel, copies: readonly Copy[]): AbortedVersion | undefined {
  const failed = copies.filter(({ status }) => status.physical === physical && isTerminal(status));
  const [first] = failed.toSorted(compareCopies);
  if (first === undefined) return undefined;
  const { reason = 'it failed' } = first.status;
  return { physical, reason: `${placeOf(first.pod)}: ${reason}` };
}

function isTerminal({ state, terminal }: Copy['status']): boolean {
  return state === 'failed' && terminal === true;
}
