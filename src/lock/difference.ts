import type { Lock } from '../ir/index.ts';
import { modelLine, serverLine } from './write.ts';

/** What differs between two locks, by name. Lists are sorted. */
export interface LockDifference {
  readonly servers: NamedDifference;
  readonly models: NamedDifference;
}

export interface NamedDifference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/** What would change in a lock; undefined where nothing would, the solver's version aside. */
export function lockDifference(before: Lock | undefined, after: Lock): LockDifference | undefined {
  const difference = {
    servers: compare(before?.servers ?? [], after.servers, serverLine),
    models: compare(before?.models ?? [], after.models, modelLine),
  };
  const same = Object.values(difference).every((of) => Object.values(of).every((names) => names.length === 0));
  return same ? undefined : difference;
}

function compare<Entry extends { readonly name: string }>(
  before: readonly Entry[],
  after: readonly Entry[],
  write: (entry: Entry) => string,
): NamedDifference {
  const old = new Map(before.map((entry) => [entry.name, entry]));
  const kept = new Set(after.map((entry) => entry.name));
  const names = (entries: readonly Entry[]) => entries.map((entry) => entry.name).toSorted();
  return {
    added: names(after.filter((entry) => !old.has(entry.name))),
    removed: names(before.filter((entry) => !kept.has(entry.name))),
    changed: names(
      after.filter((entry) => {
        const was = old.get(entry.name);
        return was !== undefined && was !== entry && write(was) !== write(entry);
      }),
    ),
  };
}
