import { byCodeUnit } from '../../diagnostics/index.ts';
import type { Lock, Transition } from '../../ir/index.ts';
import type { DecidedModel } from '../decide.ts';

/** Which models come, go, change and move, each list sorted. A model that moves with a new version counts as moved. */
export function changesOf(
  decided: readonly DecidedModel[],
  lock: Lock | undefined,
): Pick<Transition, 'added' | 'removed' | 'updated' | 'moved'> {
  const kept = new Set<string>();
  const added: string[] = [];
  const updated: string[] = [];
  const moved: string[] = [];
  for (const { model, at, versions, locked } of decided) {
    kept.add(model.name);
    if (locked === undefined) added.push(model.name);
    else if (isMoved(locked.at, at.names)) moved.push(model.name);
    else if (versions.changed) updated.push(model.name);
  }
  const removed = (lock?.models ?? []).flatMap(({ name }) => (kept.has(name) ? [] : [name]));
  return {
    added: added.toSorted(byCodeUnit),
    removed: removed.toSorted(byCodeUnit),
    updated: updated.toSorted(byCodeUnit),
    moved: moved.toSorted(byCodeUnit),
  };
}

/** Whether a copy goes from one ordinal to another; more or fewer copies in the same places are no move. */
function isMoved(before: readonly string[], after: readonly string[]): boolean {
  return before.some((place) => !after.includes(place)) && after.some((place) => !before.includes(place));
}
