import { byCodeUnit } from '../../../diagnostics/index.ts';
import type { PlannedModel, Version } from '../../../ir/index.ts';
import { chosenOnDemand } from './room.ts';
import { type AgentView, copyKey, isRoutable, type LocalCopy } from './view.ts';

/** A version that is to be loaded here. */
export interface Want {
  readonly entry: PlannedModel;
  readonly version: Version;
  readonly key: string;
}

/** A version that the plan names for this ordinal and that is not to be loaded now, and why. */
export interface Refused {
  readonly model: string;
  readonly version: Version;
  readonly state: 'waiting' | 'failed';
  readonly reason: string;
  readonly terminal?: true;
  readonly aborted?: true;
  /** As in `CopyStatus`. */
  readonly onDemand?: true;
}

export interface Wants {
  /** In the order in which they are to be loaded. */
  readonly wanted: readonly Want[];
  readonly refused: readonly Refused[];
}

/**
 * What this pod wants: of each model of its ordinal the current version, unless that is aborted or has failed here for
 * good; then the newest former one that has not, but only while no other version is loaded here. A version whose
 * artifact cannot be had now is wanted, and so is the next one, so that a store that is away takes no model away.
 */
export function wantsOf(view: AgentView): Wants {
  const { plan, draining, ordinal } = view;
  if (plan === undefined) return { wanted: [], refused: [] };
  const asked = new Set(view.routers?.flatMap(({ word }) => word?.refuge ?? []));
  const here = plan.filter(
    ({ at, spare, refuge, name }) =>
      at.includes(ordinal) || spare.includes(ordinal) || (refuge === ordinal && asked.has(name)),
  );
  const chosen = chosenOnDemand(here, view.capacity);
  const aborted = abortedHere(view);
  const wanted: Want[] = [];
  const refused: Refused[] = [];
  for (const entry of here) {
    if (entry.residency === 'onDemand' && !chosen.has(entry.name)) {
      const { name: model, current: version } = entry;
      refused.push({ model, version, state: 'waiting', reason: noRoomOnDemand, onDemand: true });
      continue;
    }
    const of = versionsOf(entry, view, aborted);
    wanted.push(...of.wanted);
    refused.push(...of.refused);
  }
  // What failed for good is still to be known: as long as it is, no other pod is to try it.
  if (draining) return { wanted: [], refused: refused.filter(({ terminal }) => terminal) };
  return { wanted: inOrder(wanted, view.copies), refused };
}

const noRoomOnDemand = 'there is no room for it beside the others';

function versionsOf(entry: PlannedModel, view: AgentView, aborted: ReadonlyMap<string, string>): Wants {
  const candidates = [entry.current, ...entry.former];
  const standing = view.copies.filter((copy) => copy.model === entry.name && isRoutable(copy));
  const wanted: Want[] = [];
  const refused: Refused[] = [];
  const keep = ({ version }: LocalCopy): void => {
    const key = copyKey(version);
    // What it takes may have been told anew.
    wanted.push({ entry, version: candidates.find((one) => copyKey(one) === key) ?? version, key });
  };
  const isBlocked = (version: Version) =>
    aborted.has(version.physical) || view.failures[copyKey(version)]?.terminal === true;
  for (const [index, version] of candidates.entries()) {
    const key = copyKey(version);
    const abort = aborted.get(version.physical);
    const failure = view.failures[key];
    if (failure?.terminal) {
      refused.push({ model: entry.name, version, state: 'failed', reason: failure.reason, terminal: true });
      continue;
    }
    if (abort !== undefined) {
      // Of those before the current one nobody expects anything.
      if (index === 0) {
        refused.push({ model: entry.name, version, state: 'waiting', reason: `aborted: ${abort}`, aborted: true });
      }
      continue;
    }
    const kept = index === 0 ? undefined : newestStanding(candidates, standing, isBlocked);
    if (kept !== undefined) {
      keep(kept);
      break;
    }
    wanted.push({ entry, version, key });
    const isHere =
      view.fetched.includes(key) || view.copies.some((copy) => copyKey(copy.version) === key && isRoutable(copy));
    if (failure === undefined || isHere) break;
  }
  // Every version that the plan names has failed: what still stands from before is kept.
  if (wanted.length === 0) {
    const kept = newestStanding(candidates, standing, isBlocked);
    if (kept !== undefined) keep(kept);
  }
  return { wanted, refused };
}

/** Of the copies that requests are let in to, the newest that is not known to be bad. */
function newestStanding(
  candidates: readonly Version[],
  standing: readonly LocalCopy[],
  isBlocked: (version: Version) => boolean,
): LocalCopy | undefined {
  const keys = candidates.map(copyKey);
  const age = (copy: LocalCopy) => {
    const index = keys.indexOf(copyKey(copy.version));
    return index < 0 ? keys.length : index;
  };
  return standing
    .filter(({ version }) => !isBlocked(version))
    .toSorted((a, b) => age(a) - age(b) || byCodeUnit(copyKey(a.version), copyKey(b.version)))[0];
}

/** By physical name, with why. */
function abortedHere({ routers = [] }: AgentView): ReadonlyMap<string, string> {
  const all = routers.flatMap(({ word }) => word?.aborted ?? []);
  return new Map(
    all
      .toSorted((a, b) => byCodeUnit(a.physical, b.physical) || byCodeUnit(b.reason, a.reason))
      .map(({ physical, reason }) => [physical, reason]),
  );
}

/** Those that are always loaded first; then a lower step, models of which nothing answers here, and names. */
function inOrder(wanted: readonly Want[], copies: readonly LocalCopy[]): readonly Want[] {
  const answering = new Set(copies.filter(isRoutable).map(({ model }) => model));
  const rank = ({ entry }: Want): readonly number[] => [
    entry.residency === 'always' ? 0 : 1,
    entry.step ?? 0,
    answering.has(entry.name) ? 1 : 0,
  ];
  // Sorting is stable: versions of one model stay in their order.
  return wanted.toSorted((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    const differing = x.findIndex((one, index) => one !== y[index]);
    return differing < 0 ? byCodeUnit(a.entry.name, b.entry.name) : (x[differing] ?? 0) - (y[differing] ?? 0);
  });
}
