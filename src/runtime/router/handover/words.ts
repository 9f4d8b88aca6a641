import { type AbortedVersion, ordinalText, type RoutedModel, type RouterWord } from '../../../ir/index.ts';
import { type Copy, isFirm, type SeenPod } from './copies.ts';
import type { Decisions, RouteTable } from './decisions.ts';
import { leadsTo } from './model-route.ts';

/** What a word says, but for who says it and what it answers. */
export type WordContent = Pick<RouterWord, 'released' | 'aborted' | 'refuge' | 'proven'>;

export interface Words {
  /** What is to be said to each connected pod. */
  readonly words: ReadonlyMap<SeenPod, WordContent>;
  /**
   * Pods whose streams are to be ended: what they were told to let go is needed again, and only a new stream shows
   * whether they did.
   */
  readonly renew: readonly SeenPod[];
}

/**
 * What every pod is told.
 *
 * @param current the tables that this router's Envoy may be going by: the one that it has accepted last, and one that it
 *   has been given since; absent: it has accepted none of this run, so that nothing is released
 */
export function wordsOf(
  plan: readonly RoutedModel[],
  pods: readonly SeenPod[],
  { models, routes, copies }: Decisions,
  current: readonly RouteTable[] | undefined,
): Words {
  const aborted = new Map<string, AbortedVersion[]>();
  const refuge = new Map<string, string[]>();
  for (const { kind, name, server, refuge: ordinal } of plan) {
    const decided = kind === 'model' ? models.get(name) : undefined;
    if (decided?.aborted !== undefined) push(aborted, server, decided.aborted);
    if (decided?.refugeNeeded && ordinal !== undefined) push(refuge, ordinalText(server, ordinal), name);
  }
  const renew = new Set([...models.values()].flatMap(({ needed }) => needed.map(({ pod }) => pod)));
  const tables = current === undefined ? [] : [...new Set([...current, routes])];
  const words = new Map<SeenPod, WordContent>();
  for (const pod of pods) {
    if (!pod.connected) continue;
    const kept = new Set<string>();
    const released = new Set<string>();
    const proven: string[] = [];
    for (const status of pod.copies) {
      if (status.state === 'waiting' && isReadyAnywhere(status, copies)) proven.push(status.physical);
      if (status.state !== 'leaving') continue;
      const copy = { pod, status };
      const mayGo =
        tables.length > 0 &&
        !tables.some((table) => leadsTo(table.get(status.model), copy)) &&
        (models.get(status.model)?.mayInterrupt !== false || hasAnother(copy, copies, tables, renew));
      (mayGo ? released : kept).add(status.physical);
    }
    words.set(pod, {
      // Of two that differ in the name they are loaded by, none goes before both may.
      released: [...released].filter((physical) => !kept.has(physical)).sort(),
      aborted: (aborted.get(pod.server) ?? []).toSorted((a, b) => (a.physical < b.physical ? -1 : 1)),
      refuge: (refuge.get(ordinalText(pod.server, pod.ordinal)) ?? []).toSorted(),
      ...(proven.length > 0 && { proven: proven.toSorted() }),
    });
  }
  return { words, renew: [...renew] };
}

/** Whether a version answers on some pod. */
function isReadyAnywhere({ model, physical }: Copy['status'], copies: ReadonlyMap<string, readonly Copy[]>): boolean {
  return (copies.get(model) ?? []).some(
    ({ pod, status }) => pod.connected && status.physical === physical && status.state === 'ready',
  );
}

/** Whether every table leads to another copy of the model that cannot go by itself. */
function hasAnother(
  copy: Copy,
  copies: ReadonlyMap<string, readonly Copy[]>,
  tables: readonly RouteTable[],
  renew: Set<SeenPod>,
): boolean {
  const { model } = copy.status;
  const others = (copies.get(model) ?? []).filter(
    (other) =>
      (other.pod !== copy.pod || other.status !== copy.status) &&
      other.pod.connected &&
      (other.status.state === 'ready' || other.status.state === 'leaving') &&
      tables.every((table) => leadsTo(table.get(model), other)),
  );
  if (others.some(isFirm)) return true;
  for (const { pod } of others) renew.add(pod);
  return false;
}

function push<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
