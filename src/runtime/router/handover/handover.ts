import { type AbortedVersion, ordinalText, type RoutedModel } from '../../../ir/index.ts';
import { abortedVersion } from './abort.ts';
import { type Copy, compareCopies, isFirm, isRoutable, isWanted, placeOf } from './copies.ts';
import type { Facts } from './facts.ts';
import { type Way, type WayQuestion, wayOf } from './making-way.ts';
import { type ModelRoute, modelRoute } from './model-route.ts';
import { isRefugeNeeded } from './refuge.ts';
import { servingVersion } from './serving.ts';
import { standsStill, wayOutOf } from './standstill.ts';

/** What is so for one model now. */
export interface Handover {
  readonly route: ModelRoute;
  /** Physical name that requests go to. Absent: no copy can be reached. */
  readonly serving?: string;
  /** Copies that stay: of the version that serves, ready where the plan wants them. */
  readonly staying: number;
  /** Whether old copies serve along, or an old version does, although a new one is there: the deadline's time runs. */
  readonly isUnderWay: boolean;
  /** Whether it stands still while others wait for the room of its old copies: another deadline's time runs. */
  readonly isInTheWay: boolean;
  /** Whether its last copy may go: the plan says so, or nothing else is possible. */
  readonly mayInterrupt: boolean;
  /** Copies that were let go and that are needed again. */
  readonly needed: readonly Copy[];
  /** Whether the pod of its refuge is to take it in. */
  readonly refugeNeeded: boolean;
  /** Absent: its planned version has not failed for good anywhere. */
  readonly aborted?: AbortedVersion;
}

/**
 * The router's rules for one model: which version serves, and which copies of it. The order of `copies` does not matter.
 *
 * @param copies every copy of the model, whatever its state
 */
export function handover(entry: RoutedModel, copies: readonly Copy[], facts: Facts): Handover {
  const isOverdue = facts.overdue.has(entry.name);
  const aborted = abortedVersion(entry, copies);
  const refugeNeeded = isRefugeNeeded(entry, facts);
  const routable = copies.filter(isRoutable).sort(compareCopies);
  const serves = (overdue: boolean) => servingVersion(entry, routable, aborted !== undefined, overdue);
  const serving = serves(isOverdue);
  const common = { refugeNeeded, ...(aborted !== undefined && { aborted }) };
  if (serving === undefined) {
    const route = modelRoute(entry, [], [], reasonOf(entry, copies));
    const mayInterrupt = entry.mayInterrupt === true;
    return { ...common, route, staying: 0, isUnderWay: false, isInTheWay: false, mayInterrupt, needed: [] };
  }
  const all = routable.filter(({ status }) => status.physical === serving);
  const stays = ({ pod, status }: Copy): boolean =>
    status.state === 'ready' && !pod.draining && isWanted({ pod, status }, entry, refugeNeeded);
  // An old version that nobody gave up goes as a whole, once the new one takes over.
  const isSettled = serving === entry.physical || aborted !== undefined;
  const staying = all.filter((copy) => copy.pod.connected && stays(copy));
  const going = all.filter((copy) => !staying.includes(copy) && !stays(copy));
  const enough = Math.min(entry.at.length, expectedCopies(entry, serving, copies, facts));
  const isComplete = isSettled && staying.length > 0 && staying.length >= enough;
  const canDoWithout = isComplete || (isSettled && staying.length > 0 && isOverdue);
  const candidates = canDoWithout ? all.filter((copy) => !going.includes(copy)) : all;
  const leads = candidates.filter(({ pod }) => pod.connected);
  const isAborted = aborted !== undefined;
  const question: WayQuestion = { entry, copies, leads, going: isSettled ? going : all, isAborted, facts };
  const ordinary: Way = canDoWithout ? { needed: [] } : wayOf(question);
  const isInTheWay = !canDoWithout && isNone(ordinary) && standsStill(question);
  const { copy: way, needed } = isInTheWay && facts.stalled.has(entry.name) ? wayOutOf(question) : ordinary;
  const routed = leads.filter((copy) => copy !== way);
  const reserve = candidates.filter(({ pod }) => !pod.connected);
  const isAlone = way !== undefined && !routed.some(isFirm);
  return {
    ...common,
    route: modelRoute(entry, routed, reserve, reasonOf(entry, copies)),
    ...(routed.length + reserve.length > 0 && { serving }),
    staying: staying.length,
    isUnderWay: isUnderWay(
      entry,
      routable,
      isOverdue ? serves(false) : serving,
      !isComplete && going.length > 0,
      staying,
    ),
    isInTheWay,
    mayInterrupt: entry.mayInterrupt === true || isAlone,
    needed,
    ...(aborted !== undefined && { aborted }),
  };
}

function isNone({ copy, needed }: Way): boolean {
  return copy === undefined && needed.length === 0;
}

function isUnderWay(
  { physical }: RoutedModel,
  routable: readonly Copy[],
  inTime: string | undefined,
  isIncomplete: boolean,
  staying: readonly Copy[],
): boolean {
  if (inTime === physical) return isIncomplete && staying.length > 0;
  return routable.some(({ status }) => status.physical === physical);
}

/** How many of the places where the plan requires a copy can have one of this version: not those that end or have failed. */
function expectedCopies({ server, at }: RoutedModel, version: string, copies: readonly Copy[], facts: Facts): number {
  const hasFailed = (place: string): boolean =>
    copies.some(({ pod, status }) => status.physical === version && status.terminal === true && placeOf(pod) === place);
  return at.filter((ordinal) => {
    const place = ordinalText(server, ordinal);
    return !facts.ending.has(place) && !hasFailed(place);
  }).length;
}

/** Coarse on purpose: every other text is another routing table. */
function reasonOf({ physical }: RoutedModel, copies: readonly Copy[]): string {
  const states = new Set(copies.filter(({ status }) => status.physical === physical).map(({ status }) => status.state));
  if (states.has('loading') || states.has('fetching')) return 'it is being loaded';
  if (states.has('waiting')) return 'it is to be loaded';
  if (states.has('failed')) return 'it could not be loaded';
  return 'no server that has it is there';
}
