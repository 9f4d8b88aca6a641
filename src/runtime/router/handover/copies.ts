import { type CopyStatus, type KnownPod, loadName, ordinalText, type RoutedModel } from '../../../ir/index.ts';

/** A pod as the rules see it: what it said last, and what it was told. */
export interface SeenPod extends KnownPod {
  /**
   * Physical names of copies that a word on its present stream has released, and that have been leaving in every status
   * since: it may drop them at any moment, also after that word is taken back.
   */
  readonly released: ReadonlySet<string>;
}

/** One version of one model on one pod. */
export interface Copy {
  readonly pod: SeenPod;
  readonly status: CopyStatus;
}

/** All copies by their model's name, whatever their state. */
export function copiesByModel(pods: readonly SeenPod[]): ReadonlyMap<string, readonly Copy[]> {
  const byModel = new Map<string, Copy[]>();
  for (const pod of pods) {
    for (const status of pod.copies) {
      const copy = { pod, status };
      const list = byModel.get(status.model);
      if (list === undefined) byModel.set(status.model, [copy]);
      else list.push(copy);
    }
  }
  return byModel;
}

/** Whether the pod lets requests for it in. */
export function isRoutable({ status: { state } }: Pick<Copy, 'status'>): boolean {
  return state === 'ready' || state === 'leaving';
}

/** Whether it cannot go without this router's word: others may be let go for its sake. */
export function isFirm({ pod, status: { state, physical } }: Copy): boolean {
  return pod.connected && (state === 'ready' || (state === 'leaving' && !pod.released.has(physical)));
}

/** Whether the plan wants a copy of the model on this copy's pod. */
export function isWanted({ pod: { server, ordinal } }: Copy, entry: RoutedModel, refugeNeeded: boolean): boolean {
  if (server !== entry.server) return false;
  return entry.at.includes(ordinal) || entry.spare.includes(ordinal) || (refugeNeeded && entry.refuge === ordinal);
}

/** By server and ordinal, then physical name, then the name it is loaded by: the order in which pods report is no order. */
export function compareCopies(a: Copy, b: Copy): number {
  return (
    compare(a.pod.server, b.pod.server) ||
    a.pod.ordinal - b.pod.ordinal ||
    compare(a.status.physical, b.status.physical) ||
    compare(loadName(a.status), loadName(b.status))
  );
}

export function placeOf({ server, ordinal }: Pick<KnownPod, 'server' | 'ordinal'>): string {
  return ordinalText(server, ordinal);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
