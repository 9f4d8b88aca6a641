import type { PlannedModel } from '../../ir/index.ts';
import { copyKey, isRoutable, type LocalCopy } from './decide/index.ts';

export interface ReadinessFacts {
  /** Absent: no plan yet. */
  readonly plan: readonly PlannedModel[] | undefined;
  readonly ordinal: number;
  readonly live: boolean;
  readonly copies: readonly LocalCopy[];
  /** By key: when it was first tried, in milliseconds. */
  readonly tried: ReadonlyMap<string, number>;
  readonly now: number;
  /** How long one model may take, in milliseconds. */
  readonly patience: number;
}

/**
 * Whether a pod counts as ready: each model that is always loaded on its ordinal is dealt with. It is loaded; or it has
 * failed for good, here or elsewhere; or it has had its time, so that one that never comes holds up no roll-out.
 */
export function isReady({ plan, ordinal, live, copies, tried, now, patience }: ReadinessFacts): boolean {
  if (plan === undefined || !live) return false;
  return plan
    .filter(({ residency, at, spare }) => residency === 'always' && (at.includes(ordinal) || spare.includes(ordinal)))
    .every(({ name, current }) => {
      const key = copyKey(current);
      const copy = copies.find(({ version }) => copyKey(version) === key);
      if (copy !== undefined && (isRoutable(copy) || copy.terminal || copy.aborted)) return true;
      // Another version answers, since this one is not to be had.
      if (copies.some((other) => other.model === name && other.state === 'ready')) return true;
      const since = tried.get(key);
      return since !== undefined && now - since >= patience;
    });
}
