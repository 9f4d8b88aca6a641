import type { PlannedModel } from '../../ir/index.ts';
import { copyKey, type Failure, type LocalCopy } from './decide/index.ts';
import { clearFailure, type FailureKind, failuresUnder, noteFailure } from './failures.ts';
import type { FailureNotes } from './notes.ts';
import { pause, restAfter } from './pace.ts';
import type { AgentParts } from './parts.ts';

/** Most of a reason that is told. An artifact can put into it what it likes, and a status with it is one line. */
const longestReason = 1000;

/** What has failed on this pod, on disk where it counts, and when it is tried again. */
export class FailureBook {
  readonly #parts: Pick<AgentParts, 'notes' | 'log' | 'pace' | 'random'>;
  readonly #signal: AbortSignal;
  readonly #due: () => void;
  #failures: FailureNotes;
  /** By key: how often in a row it has failed, and whether the next try is still to come. */
  readonly #rests = new Map<string, { readonly failures: number; resting: boolean }>();

  /** @param due is called when something may be tried again */
  constructor(parts: AgentParts, signal: AbortSignal, due: () => void) {
    this.#parts = parts;
    this.#signal = signal;
    this.#due = due;
    this.#failures = parts.notes.failures();
  }

  /** By key: as decisions take it. */
  now(): Readonly<Record<string, Failure>> {
    const now: Record<string, Failure> = {};
    for (const { failed } of Object.values(this.#failures)) {
      for (const [key, { reason, terminal }] of Object.entries(failed)) {
        const resting = this.#rests.get(key)?.resting;
        now[key] = { reason, ...(terminal && { terminal }), ...(resting && { resting }) };
      }
    }
    return now;
  }

  /** Forgets what a new plan makes good. */
  adopt(plan: readonly PlannedModel[]): void {
    const failures = failuresUnder(plan, this.#failures);
    if (JSON.stringify(failures) !== JSON.stringify(this.#failures)) this.#keep(failures, true);
    const failed = new Set(Object.values(failures).flatMap((of) => Object.keys(of.failed)));
    for (const key of this.#rests.keys()) if (!failed.has(key)) this.#rests.delete(key);
  }

  /** @param entry that the plan has for its model. Undefined: none, so that it is not tried again anyway */
  add(entry: PlannedModel | undefined, { model, version }: LocalCopy, kind: FailureKind, said: string): void {
    const { log, pace, random } = this.#parts;
    const key = copyKey(version);
    const line = said.slice(0, longestReason).replaceAll(/[\s\p{Cc}]+/gu, ' ');
    const reason = said.length > longestReason ? `${line}…` : line;
    log('failed', { model, physical: version.physical, kind, reason });
    if (entry === undefined) return;
    this.#keep(noteFailure(this.#failures, entry, key, kind, reason), kind !== 'passing');
    if (this.#failures[model]?.failed[key]?.terminal) return;
    const rest = { failures: (this.#rests.get(key)?.failures ?? 0) + 1, resting: true };
    this.#rests.set(key, rest);
    void pause(restAfter(rest.failures, pace.rest, random()), this.#signal).then(() => {
      rest.resting = false;
      this.#due();
    });
  }

  clear(model: string, key: string): void {
    this.#rests.delete(key);
    const failures = clearFailure(this.#failures, model, key);
    if (failures !== this.#failures) this.#keep(failures, true);
  }

  #keep(failures: FailureNotes, counts: boolean): void {
    this.#failures = failures;
    if (!counts) return;
    try {
      this.#parts.notes.saveFailures(failures);
    } catch (error) {
      this.#parts.log('failures not saved', { reason: String(error) });
    }
  }
}
