import { type Environment, handoverDeadline, type Runtime } from '../../ir/index.ts';

/**
 * Seconds that the models of a commit may well take until they answer, where the Environment does not say: usually ten
 * minutes, and no less than one load and its handover.
 */
export function patience({ observability }: Environment, runtimes: readonly Runtime[]): number {
  return observability.degradedAfter ?? Math.max(600, ...runtimes.map((runtime) => handoverDeadline(runtime) + 90));
}
