import { type CopyStatus, loadName, ordinalText, type RoutedModel } from '../../../ir/index.ts';
import { type Copy, isFirm, isRoutable, placeOf } from './copies.ts';
import type { Facts } from './facts.ts';

/** What is asked when nothing can come before something goes. */
export interface WayQuestion {
  readonly entry: RoutedModel;
  /** Every copy of the model. */
  readonly copies: readonly Copy[];
  /** Copies that requests would go to, sorted. */
  readonly leads: readonly Copy[];
  /** Of these, the ones that go. */
  readonly going: readonly Copy[];
  readonly isAborted: boolean;
  readonly facts: Facts;
}

/** What makes way. */
export interface Way {
  /** The copy that requests are kept from. Absent: none. */
  readonly copy?: Copy;
  /** Copies that this router let go, and that are needed so that another one, which comes first, can go. */
  readonly needed: readonly Copy[];
}

/**
 * Which copy requests are kept from, so that it can be dropped, because old and new cannot stand side by side: that of
 * the lowest ordinal, and no second one before that ordinal serves again. Where routers began with different ones, they
 * come to agree on the lowest: what one of them let go instead is needed again.
 */
export function wayOf(question: WayQuestion): Way {
  const needed: Copy[] = [];
  for (const copy of question.going) {
    if (!copy.pod.connected) continue;
    if (mayGoAlone(copy, question)) return { copy, needed };
    if (!mayGoBesideOthers(copy, question)) continue;
    const others = question.leads.filter((one) => one !== copy);
    if (others.some(isFirm)) return { copy, needed };
    needed.push(...others);
  }
  return { needed };
}

function mayGoBesideOthers(copy: Copy, question: WayQuestion): boolean {
  return (standsInTheWay(copy, question) && !isAnotherOnItsWay(copy, question)) || isEnding(copy, question);
}

function mayGoAlone(copy: Copy, question: WayQuestion): boolean {
  const { entry, facts } = question;
  if (!standsInTheWay(copy, question)) {
    return isRoomNeeded(question) || (facts.stranded.has(placeOf(copy.pod)) && isOnlyPlace(copy, entry, facts));
  }
  return isOnlyPlace(copy, entry, facts) || (entry.mayInterrupt === true && !isAnotherOnItsWay(copy, question));
}

/** Whether the planned version waits on the same pod for this copy to be unloaded. */
function standsInTheWay({ pod, status }: Copy, { entry, isAborted }: WayQuestion): boolean {
  if (isAborted) return false;
  const next = pod.copies.find((one) => isPlanned(one, entry) && one.state === 'waiting');
  return next !== undefined && (entry.update !== 'surge' || loadName(next) === loadName(status));
}

/**
 * Whether the model may be interrupted, and its planned version waits wherever it is to come, so that perhaps nothing
 * moves before this copy has gone.
 */
function isRoomNeeded(question: WayQuestion): boolean {
  if (!question.entry.mayInterrupt || question.isAborted) return false;
  const coming = awaited(question);
  return coming.length > 0 && coming.every(({ status: { state } }) => state === 'waiting');
}

/** Copies of the planned version that are to come, or that have come. */
export function awaited({ entry, copies }: WayQuestion): readonly Copy[] {
  return copies.filter(({ pod, status }) => pod.connected && isPlanned(status, entry) && !isLeaving(status));
}

/** Whether its pod ends, and so does every pod that is to hold the model: they go one after the other. */
function isEnding(copy: Copy, question: WayQuestion): boolean {
  const { entry, facts } = question;
  if (!copy.pod.draining || isAnotherOnItsWay(copy, question)) return false;
  return entry.at.every((ordinal) => facts.ending.has(ordinalText(entry.server, ordinal)));
}

/** Whether another pod that is to hold the model does not answer for it now, but is about to. */
function isAnotherOnItsWay({ pod: own }: Copy, { entry, copies }: WayQuestion): boolean {
  const isServing = (place: string): boolean => copies.some((one) => placeOf(one.pod) === place && isRoutable(one));
  return copies.some(
    ({ pod, status: { state } }) =>
      pod.connected &&
      pod.server === entry.server &&
      entry.at.includes(pod.ordinal) &&
      placeOf(pod) !== placeOf(own) &&
      (state === 'waiting' || state === 'fetching' || state === 'loading' || state === 'dropping') &&
      !isServing(placeOf(pod)),
  );
}

/** Whether there is no other place where a copy could come up: what an autoscaler has not started is none. */
function isOnlyPlace({ pod }: Copy, { server, at, spare, refuge }: RoutedModel, { connected, ending }: Facts): boolean {
  const own = placeOf(pod);
  const places = (ordinals: readonly number[]): readonly string[] =>
    ordinals.map((ordinal) => ordinalText(server, ordinal)).filter((place) => place !== own);
  const more = refuge === undefined || !pod.draining ? spare : [...spare, refuge];
  // Of two pods that end, neither takes anything in: they would wait for each other.
  const isOne = (place: string): boolean => connected.has(place) && !(pod.draining && ending.has(place));
  return places(at).length === 0 && !places(more).some(isOne);
}

function isPlanned({ model, physical, loadedAs }: CopyStatus, entry: RoutedModel): boolean {
  return model === entry.name && physical === entry.physical && loadedAs === entry.loadedAs;
}

function isLeaving({ state }: CopyStatus): boolean {
  return state === 'leaving' || state === 'dropping';
}
