import { byCodeUnit } from '../../../diagnostics/index.ts';
import { loadName, type Version } from '../../../ir/index.ts';
import { holdsOn } from './release.ts';
import { lackOfRoom } from './room.ts';
import { type AgentView, copyKey, isInside, isRoutable, type LocalCopy } from './view.ts';
import { type Refused, type Want, type Wants, wantsOf } from './wants.ts';

/** What is to be so now. */
export interface Decision {
  /** Every copy that is here or that should be, with its new state; sorted by model, then key. */
  readonly copies: readonly LocalCopy[];
  /** Keys of copies whose artifact is to be fetched from now on: those that have just become `fetching`. */
  readonly fetch: readonly string[];
  /** Key of the copy whose load begins now. Absent: none. */
  readonly load?: string;
  /** Keys of copies that become `dropping` now. */
  readonly drop: readonly string[];
  /** Whether a load waits for what copies take that are dropping. */
  readonly hurry: boolean;
  /** Keys of versions that wait for another pod to try them first. */
  readonly unproven: readonly string[];
}

/** Artifacts that are fetched at the same time. */
const fetchesAtOnce = 2;

/**
 * The agent's rules: from what is so now, what is to be done next. Pure and total; the same view gives the same decision,
 * whatever order its lists are in. After each change of the view it is asked anew, and every decision is carried out
 * before the next is asked for: states are entered, and the status that says so has the view's sequence.
 */
export function decide(view: AgentView): Decision {
  const { wanted, refused } = wantsOf(view);
  const kept = keptCopies(view, wanted);
  const inside = kept.filter(isInside);
  const pending = wanted.filter(({ key }) => !kept.some((copy) => copyKey(copy.version) === key && isHeld(copy)));
  const fetch = fetchesOf(view, pending, kept);
  const waits = waitsOf(view, pending, inside);
  const isBusy = inside.some(({ state }) => state === 'loading');
  const first = isBusy ? undefined : waits.find(({ obstacle }) => obstacle === undefined);
  const drops = new Set(dropsOf(view, { wanted, refused }, waits, inside, isBusy || first !== undefined));
  const copies = [
    ...kept
      .filter(({ state }) => state !== 'fetching')
      .map((copy) => (drops.has(copyKey(copy.version)) ? drop(copy) : copy)),
    ...pending.flatMap((want) => pendingCopy(view, want, { kept, fetch, waits, first })),
    ...refused.flatMap((one) => refusedCopy(one, kept)),
  ];
  return {
    copies: copies.toSorted(
      (a, b) => byCodeUnit(a.model, b.model) || byCodeUnit(copyKey(a.version), copyKey(b.version)),
    ),
    fetch,
    ...(first !== undefined && { load: first.want.key }),
    drop: [...drops].toSorted(byCodeUnit),
    hurry: waits.some(({ obstacle }) => obstacle === 'room' || obstacle === 'way'),
    unproven: waits.flatMap(({ want, obstacle }) => (obstacle === 'proof' ? [want.key] : [])),
  };
}

/** A wanted version that is ready to be loaded, but for what stands in its way. */
export interface Wait {
  readonly want: Want;
  /**
   * `server`: it does not answer; `proof`: another pod tries it first; `way`: another copy of the model must go before; `room`: others must; `turn`: another
   * load comes first. Absent: nothing.
   */
  readonly obstacle?: 'server' | 'proof' | 'way' | 'room' | 'turn';
  readonly reason?: string;
  /** As in `CopyStatus`. */
  readonly forRoom?: true;
}

/** What is here, in the state that it has from now on; copies whose fetch is no longer wanted are left out. */
function keptCopies({ plan, draining, sequence, copies }: AgentView, wanted: readonly Want[]): readonly LocalCopy[] {
  const versions = new Map(wanted.map(({ key, version }) => [key, version]));
  const known = plan !== undefined || draining;
  return copies.flatMap((copy): readonly LocalCopy[] => {
    const { leavingAt, ...rest } = copy;
    const version = versions.get(copyKey(copy.version));
    // What a copy takes may have been told anew.
    const current = { ...rest, version: version ?? copy.version };
    if (copy.state === 'fetching') return version === undefined && known ? [] : [current];
    if (!isInside(copy)) return [];
    if (!known || !isRoutable(copy)) return [{ ...current, ...(leavingAt !== undefined && { leavingAt }) }];
    if (version !== undefined) return [{ ...current, state: 'ready' }];
    return [{ ...current, state: 'leaving', leavingAt: leavingAt ?? sequence }];
  });
}

/** Here to stay, or on its way in: one that is dropping must come anew. */
function isHeld(copy: LocalCopy): boolean {
  return copy.state === 'loading' || isRoutable(copy);
}

function isFetching(kept: readonly LocalCopy[], key: string): boolean {
  return kept.some((copy) => copy.state === 'fetching' && copyKey(copy.version) === key);
}

/** Artifacts may be fetched while others are loaded, in the order in which they are needed. */
function fetchesOf(
  { fetched, failures }: AgentView,
  pending: readonly Want[],
  kept: readonly LocalCopy[],
): readonly string[] {
  const underWay = kept.filter(({ state }) => state === 'fetching').length;
  return pending
    .map(({ key }) => key)
    .filter((key) => !fetched.includes(key) && !failures[key]?.resting && !isFetching(kept, key))
    .slice(0, Math.max(0, fetchesAtOnce - underWay));
}

/** Of what is fetched and due, what each has to wait for, in the order of loads. */
function waitsOf(view: AgentView, pending: readonly Want[], inside: readonly LocalCopy[]): readonly Wait[] {
  const due = pending.filter(({ key }) => !view.failures[key]?.resting);
  return due
    .filter(({ key }) => view.fetched.includes(key))
    .map((want) => {
      if (!view.live) return { want, obstacle: 'server', reason: 'the inference server does not answer' };
      if (lacksProof(want, view)) {
        return { want, obstacle: 'proof', reason: `waits until replica ${firstOf(want)} has loaded it` };
      }
      const others = inside.filter((copy) => mustGoBefore(want, copy));
      const [other] = others;
      if (other !== undefined) {
        return { want, obstacle: 'way', reason: `waits until ${other.version.physical} is unloaded` };
      }
      const lack = lackOfRoom(copyOf(want), inside, view.capacity) ?? lackOfMemory(want.version, view);
      if (lack !== undefined) {
        return { want, obstacle: 'room', reason: lack, ...(fitsInTheEnd(want, inside, view) && { forRoom: true }) };
      }
      const before = due.find((earlier) => takesPlaceOf(want, earlier, inside, view));
      if (before !== undefined) {
        const reason = `the room is for ${before.version.physical}, which comes first`;
        const isHeldUp = lackOfRoom(copyOf(before), inside, view.capacity) !== undefined;
        return { want, obstacle: 'turn', reason, ...(isHeldUp && { forRoom: true }) };
      }
      return { want };
    });
}

/**
 * Whether another pod is to try a version first: a new one of a model that answers here, as long as it has been ready
 * nowhere. What ends a server then ends one, and not all that hold the model at once.
 */
function lacksProof(want: Want, { ordinal, copies, routers, impatient }: AgentView): boolean {
  const { entry, version, key } = want;
  if (key !== copyKey(entry.current) || ordinal === firstOf(want)) return false;
  // Without a router nobody is asked, and nobody tells.
  if (routers?.length === 0 || impatient?.includes(key)) return false;
  if (routers?.some(({ word }) => word?.proven?.includes(version.physical))) return false;
  return copies.some((copy) => copy.model === entry.name && isRoutable(copy) && copyKey(copy.version) !== key);
}

function firstOf({ entry }: Want): number {
  return Math.min(...entry.at);
}

/** Whether a copy that is inside cannot stand beside a version that is to be loaded. */
function mustGoBefore({ entry, version }: Want, copy: LocalCopy): boolean {
  if (loadName(copy.version) === loadName(version)) return true;
  return copy.model === entry.name && entry.update !== 'surge';
}

/**
 * Whether a version would take the room of one with a lower step: one that could be loaded once all have gone that are
 * to go, and could not be with this one inside.
 */
function takesPlaceOf(want: Want, earlier: Want, inside: readonly LocalCopy[], view: AgentView): boolean {
  const { capacity, failures } = view;
  // One that fails takes no other along, nor does one that is not to be loaded here yet.
  if (
    failures[earlier.key] !== undefined ||
    lacksProof(earlier, view) ||
    (earlier.entry.step ?? 0) >= (want.entry.step ?? 0)
  )
    return false;
  if (!fitsInTheEnd(earlier, inside, view)) return false;
  return lackOfRoom(copyOf(earlier), [...inside, copyOf(want)], capacity) !== undefined;
}

/** Whether there is room for a version once all have gone that are to go. */
function fitsInTheEnd(want: Want, inside: readonly LocalCopy[], { capacity }: AgentView): boolean {
  const staying = inside.filter((copy) => isHeld(copy) && copy.state !== 'leaving');
  return lackOfRoom(copyOf(want), staying, capacity) === undefined;
}

function copyOf({ entry, version }: Want): Pick<LocalCopy, 'model' | 'version'> {
  return { model: entry.name, version };
}

/** What the server really takes may be more than was planned. */
function lackOfMemory({ peak }: Version, { used, memoryLimit }: AgentView): string | undefined {
  if (used === undefined || used + peak <= memoryLimit) return undefined;
  return `the server takes ${used} of ${memoryLimit} MiB, and ${peak} more are needed`;
}

/** Keys of leaving copies that every router has released, and whose going helps. */
function dropsOf(
  view: AgentView,
  { wanted, refused }: Wants,
  waits: readonly Wait[],
  inside: readonly LocalCopy[],
  isBusy: boolean,
): readonly string[] {
  if (view.plan === undefined && !view.draining) return [];
  const drops: string[] = [];
  // Loads are one at a time, so copies make way for them one at a time; one that does not go holds up no other.
  let makesWay = isBusy || inside.some((copy) => makingWay(copy, waits));
  const ordered = inside.filter(({ state }) => state === 'leaving').toSorted(byTurn(waits));
  for (const copy of ordered) {
    if (holdsOn(copy, view.routers, view.sequence)) continue;
    const own = wanted.filter(({ entry }) => entry.name === copy.model);
    const key = copyKey(copy.version);
    // It failed elsewhere, and there is no other version that could come: better this one than none.
    const isLast = !view.draining && refused.some(({ model, aborted }) => aborted && model === copy.model);
    if (
      (own.length === 0 && !isLast) ||
      own.some((want) => inside.some((one) => isRoutable(one) && copyKey(one.version) === want.key))
    ) {
      drops.push(key);
    } else if (waits.some(({ want, obstacle }) => obstacle === 'way' && mustGoBefore(want, copy))) {
      if (!makesWay) drops.push(key);
      makesWay = true;
    } else if (waits.some(({ obstacle }) => obstacle === 'room')) {
      drops.push(key);
    }
  }
  return drops;
}

function makingWay(copy: LocalCopy, waits: readonly Wait[]): boolean {
  if (copy.state !== 'dropping' || copy.refusals !== undefined) return false;
  return waits.some(({ want, obstacle }) => obstacle === 'way' && mustGoBefore(want, copy));
}

/** Copies in the order of the loads that they stand in the way of. */
function byTurn(waits: readonly Wait[]): (a: LocalCopy, b: LocalCopy) => number {
  const turn = (copy: LocalCopy) => {
    const index = waits.findIndex(({ want }) => mustGoBefore(want, copy));
    return index < 0 ? waits.length : index;
  };
  return (a, b) => turn(a) - turn(b) || byCodeUnit(copyKey(a.version), copyKey(b.version));
}

function drop({ leavingAt: _, ...copy }: LocalCopy): LocalCopy {
  return { ...copy, state: 'dropping' };
}

/** The state of a wanted version that is not here. One that is to come again while it is dropping has one entry: that. */
function pendingCopy(
  { failures, fetched }: AgentView,
  { entry, version, key }: Want,
  done: {
    readonly kept: readonly LocalCopy[];
    readonly fetch: readonly string[];
    readonly waits: readonly Wait[];
    readonly first: Wait | undefined;
  },
): readonly LocalCopy[] {
  const copy = { model: entry.name, version };
  if (done.kept.some((one) => one.state === 'dropping' && copyKey(one.version) === key)) return [];
  if (done.first?.want.key === key) return [{ ...copy, state: 'loading' }];
  if (done.fetch.includes(key) || isFetching(done.kept, key)) return [{ ...copy, state: 'fetching' }];
  const failure = failures[key];
  if (failure?.resting) return [{ ...copy, state: 'failed', reason: failure.reason }];
  if (!fetched.includes(key)) return [{ ...copy, state: 'waiting', reason: 'other artifacts are fetched first' }];
  const wait = done.waits.find(({ want }) => want.key === key);
  const reason = wait?.reason ?? 'another model is being loaded';
  return [{ ...copy, state: 'waiting', reason, ...(wait?.forRoom && { forRoom: true }) }];
}

/** One that is here all the same says so by its own state. */
function refusedCopy(refused: Refused, kept: readonly LocalCopy[]): readonly LocalCopy[] {
  return kept.some((copy) => copyKey(copy.version) === copyKey(refused.version)) ? [] : [refused];
}
