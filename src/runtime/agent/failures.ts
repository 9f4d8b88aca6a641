import type { PlannedModel } from '../../ir/index.ts';
import { copyKey } from './decide/index.ts';
import type { FailureNote, FailureNotes, ModelFailures } from './notes.ts';

/** How often a server may refuse a version, or die of it, before it is not tried again. */
const patience = 2;

/** What has happened to a version that was to be brought in. */
export type FailureKind =
  /** The server refused it. */
  | 'refused'
  /** The server died while it loaded it. */
  | 'death'
  /** Trying again is of no use. */
  | 'terminal'
  /** It may go better the next time. */
  | 'passing';

/** Adds one failure of a version; the second refusal, or the second death, is final. */
export function noteFailure(
  failures: FailureNotes,
  entry: PlannedModel,
  key: string,
  kind: FailureKind,
  reason: string,
): FailureNotes {
  const of = failures[entry.name] ?? { asked: copyKey(entry.current), failed: {} };
  const before = of.failed[key];
  const refusals = (before?.refusals ?? 0) + (kind === 'refused' ? 1 : 0);
  const deaths = (before?.deaths ?? 0) + (kind === 'death' ? 1 : 0);
  const isTerminal = kind === 'terminal' || refusals >= patience || deaths >= patience;
  const note: FailureNote = { reason, refusals, deaths, ...(isTerminal && { terminal: true }) };
  return { ...failures, [entry.name]: { ...of, failed: { ...of.failed, [key]: note } } };
}

/** Forgets that a version ever failed: it is loaded. */
export function clearFailure(failures: FailureNotes, model: string, key: string): FailureNotes {
  const of = failures[model];
  if (of?.failed[key] === undefined) return failures;
  const { [key]: _, ...failed } = of.failed;
  return { ...failures, [model]: { ...of, failed } };
}

/**
 * What is still to be known of failures under a new plan. A version that a plan asks for anew is tried anew; one that is a
 * former version now, and failed, is remembered, so that nothing falls back on it; of others nothing is.
 */
export function failuresUnder(plan: readonly PlannedModel[], failures: FailureNotes): FailureNotes {
  const kept: Record<string, ModelFailures> = {};
  for (const entry of plan) {
    const of = failures[entry.name];
    if (of === undefined) continue;
    const asked = copyKey(entry.current);
    const named = new Set([entry.current, ...entry.former].map(copyKey));
    if (asked !== of.asked) named.delete(asked);
    const failed = Object.fromEntries(Object.entries(of.failed).filter(([key]) => named.has(key)));
    if (Object.keys(failed).length > 0) kept[entry.name] = { asked, failed };
  }
  return kept;
}
