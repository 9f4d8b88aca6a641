import type { Need, Room } from './room.ts';
import type { Coming, Leaving, Subject } from './subject.ts';
import type { Subjects } from './subjects.ts';

/** Pairs of movers that the states of all searches of one change may be made of. */
const PAIRS = 1_000_000;
/** Old copies of one model that a state tells apart. */
const MOST_OLD = 15;

/** How to go about the models that stand in each other's way. All others find room before, between or after. */
export interface Order {
  /** The first new copy of each, in the order of their loads. */
  readonly first: readonly Coming[];
  /** The old copy of each that stays until then. */
  readonly kept: ReadonlyMap<Subject, Leaving>;
  /** Models that are interrupted. */
  readonly interrupted: ReadonlySet<Subject>;
}

/** A model that has to load a new copy before its last old one may go. */
interface Mover {
  readonly subject: Subject;
  readonly old: readonly Leaving[];
  readonly fresh: readonly Coming[];
}

/**
 * What has become of a mover: 0 is interrupted; up to 2^15 the set of its old copies that are there; above that which new
 * copy it loaded first. A state is one such letter for each mover.
 */
const MOVED = 0x8000;

/**
 * Looks for an order of loads that interrupts as few models as any does, among the movers that share ordinals with one
 * of `suspects`. It rests on this: once a model has one copy where it is to be, all its old ones may go and its other
 * new ones may come last; and so may all new copies of a model that is interrupted, since the new placement has room for
 * each load. So an order is one of first loads, and what must be chosen beside it is which old copy stays until then.
 * Undefined: nothing to choose, or too much of it.
 */
export function fewestInterruptions(subjects: Subjects, suspects: ReadonlySet<string>): Order | undefined {
  const all = moversOf(subjects);
  const free = freeAtBest(subjects, all);
  const orders: Order[] = [];
  let left = PAIRS;
  for (const movers of groupsOf(all)) {
    if (!movers.some(({ subject }) => suspects.has(subject.name))) continue;
    const search = new Search(movers, free, left);
    left = search.left;
    if (search.order !== undefined) orders.push(search.order);
  }
  if (orders.length === 0) return undefined;
  return {
    first: orders.flatMap(({ first }) => first),
    kept: new Map(orders.flatMap(({ kept }) => [...kept])),
    interrupted: new Set(orders.flatMap(({ interrupted }) => [...interrupted])),
  };
}

function moversOf({ kept }: Subjects): readonly Mover[] {
  return kept.flatMap((subject): Mover[] => {
    const old = [...subject.leaving].filter(({ counts }) => counts);
    // A copy that stays may stand in for all others.
    if (old.length === 0 || subject.ready > old.length || old.length > MOST_OLD) return [];
    return [{ subject, old, fresh: [...subject.coming] }];
  });
}

/** What each room has free when all has gone that may go at once. */
function freeAtBest({ removed, kept }: Subjects, movers: readonly Mover[]): ReadonlyMap<Room, Need> {
  const held = new Set(movers.flatMap(({ old }) => old));
  const free = new Map<Room, Need>();
  const note = (room: Room): Need => {
    const known = free.get(room) ?? {
      memory: room.capacity.memory - room.used.memory,
      gpuMemory: room.capacity.gpuMemory - room.used.gpuMemory,
    };
    free.set(room, known);
    return known;
  };
  for (const subject of [...removed, ...kept]) {
    for (const copy of subject.coming) note(copy.room);
    for (const copy of subject.leaving) {
      const now = note(copy.room);
      if (!held.has(copy)) free.set(copy.room, plus(now, copy.need, 1));
    }
  }
  return free;
}

/** Movers that share no ordinal with those of another group; small groups first. */
function groupsOf(movers: readonly Mover[]): readonly (readonly Mover[])[] {
  const byRoom = new Map<Room, Mover[]>();
  for (const mover of movers) {
    for (const room of roomsOf(mover)) {
      const there = byRoom.get(room);
      if (there === undefined) byRoom.set(room, [mover]);
      else there.push(mover);
    }
  }
  const seen = new Set<Mover>();
  const groups: Mover[][] = [];
  for (const mover of movers) {
    if (seen.has(mover)) continue;
    const group = [mover];
    seen.add(mover);
    for (const one of group) {
      for (const room of roomsOf(one)) {
        for (const other of byRoom.get(room) ?? []) {
          if (seen.has(other)) continue;
          seen.add(other);
          group.push(other);
        }
        byRoom.delete(room);
      }
    }
    groups.push(group);
  }
  return groups.toSorted((a, b) => a.length - b.length);
}

function roomsOf({ old, fresh }: Mover): ReadonlySet<Room> {
  return new Set([...old, ...fresh].map(({ room }) => room));
}

/** States after one more load, after a model has done with one copy fewer, and after one was interrupted. */
interface Next {
  readonly loads: readonly string[];
  readonly fewer: readonly string[];
  readonly interruptions: readonly string[];
}

/** All states that can be reached without an interruption, then those with one, and so on. */
class Search {
  /** Undefined: not found. */
  readonly order: Order | undefined;
  left: number;
  readonly #movers: readonly Mover[];
  readonly #free: ReadonlyMap<Room, Need>;
  /** The state before each that was seen. */
  readonly #before = new Map<string, string>();

  constructor(movers: readonly Mover[], free: ReadonlyMap<Room, Need>, left: number) {
    this.#movers = movers;
    this.#free = free;
    this.left = left;
    const end = this.#run();
    this.order = end === undefined ? undefined : this.#read(end);
  }

  #run(): string | undefined {
    let level = [this.#start()];
    for (const start of level) this.#before.set(start, '');
    while (level.length > 0) {
      const next: string[] = [];
      // Where no model need do with fewer copies, none does: routers let copies go reluctantly.
      let fewer: string[] = [];
      for (let stack = level; stack.length > 0; stack = fewer, fewer = []) {
        for (let state = stack.pop(); state !== undefined; state = stack.pop()) {
          this.left -= this.#movers.length ** 2;
          if (this.left < 0) return undefined;
          const after = this.#next(state);
          if (after === undefined) return state;
          for (const one of after.loads) this.#note(one, state, stack);
          for (const one of after.fewer) this.#note(one, state, fewer);
          for (const one of after.interruptions) this.#note(one, state, next);
        }
      }
      level = next;
    }
    return undefined;
  }

  #note(state: string, before: string, list: string[]): void {
    if (this.#before.has(state)) return;
    this.#before.set(state, before);
    list.push(state);
  }

  /** Those that nothing can help are interrupted. */
  #start(): string {
    return this.#movers
      .map(({ old, fresh }) =>
        fresh.some((copy) => old.some((one) => !excludes(copy, one))) ? 2 ** old.length - 1 : 0,
      )
      .map((letter) => String.fromCharCode(letter))
      .join('');
  }

  /** What may follow. Undefined: this is the end. */
  #next(state: string): Next | undefined {
    const letters = Array.from(this.#movers, (_, i) => state.charCodeAt(i));
    const waiting = this.#movers.filter((_, i) => letters[i]! > 0 && letters[i]! < MOVED);
    if (waiting.length === 0) return undefined;
    const free = this.#roomsAt(letters);
    const wanted = new Set<Room>();
    const loads: string[] = [];
    for (const [i, mover] of this.#movers.entries()) {
      const letter = letters[i]!;
      if (letter === 0 || letter >= MOVED) continue;
      for (const [j, copy] of mover.fresh.entries()) {
        const held = mover.old.filter((_, k) => letter & (1 << k));
        const replaces = held.find((one) => excludes(copy, one));
        const room = replaces ? plus(free.get(copy.room)!, replaces.need, 1) : free.get(copy.room)!;
        if ((replaces && held.length === 1) || !fits(copy.peak, room)) {
          wanted.add(copy.room);
          continue;
        }
        const after = replaced(state, i, MOVED + j);
        if (harmless(mover, held, copy, waiting, free.get(copy.room)!))
          return { loads: [after], fewer: [], interruptions: [] };
        loads.push(after);
      }
    }
    const fewer: string[] = [];
    const interruptions: string[] = [];
    for (const [i, { old }] of this.#movers.entries()) {
      const letter = letters[i]!;
      if (letter === 0 || letter >= MOVED) continue;
      const here = old.flatMap(({ room }, k) => (letter & (1 << k) && wanted.has(room) ? [k] : []));
      for (const k of here) if ((letter & ~(1 << k)) !== 0) fewer.push(replaced(state, i, letter & ~(1 << k)));
      if (here.length > 0) interruptions.push(replaced(state, i, 0));
    }
    return { loads, fewer, interruptions };
  }

  #roomsAt(letters: readonly number[]): ReadonlyMap<Room, Need> {
    const free = new Map(this.#free);
    const take = ({ room, need }: Coming | Leaving): void => {
      free.set(room, plus(free.get(room)!, need, -1));
    };
    for (const [i, { old, fresh }] of this.#movers.entries()) {
      const letter = letters[i]!;
      if (letter >= MOVED) take(fresh[letter - MOVED]!);
      // What is held at the start is counted as used in `free`.
      for (const [k, copy] of old.entries()) {
        const gone = letter >= MOVED || (letter & (1 << k)) === 0;
        if (gone) free.set(copy.room, plus(free.get(copy.room)!, copy.need, 1));
      }
    }
    return free;
  }

  #read(end: string): Order {
    const path: string[] = [];
    for (let state = end; state !== ''; state = this.#before.get(state)!) path.unshift(state);
    const first: Coming[] = [];
    const kept = new Map<Subject, Leaving>();
    for (const [at, state] of path.entries()) {
      const before = path[at - 1] ?? state;
      for (const [i, { subject, old, fresh }] of this.#movers.entries()) {
        const [was, is] = [before.charCodeAt(i), state.charCodeAt(i)];
        if (is < MOVED || was >= MOVED) continue;
        const copy = fresh[is - MOVED]!;
        first.push(copy);
        kept.set(subject, old.find((one, k) => was & (1 << k) && !excludes(copy, one))!);
      }
    }
    const interrupted = this.#movers.filter((_, i) => end.charCodeAt(i) === 0).map(({ subject }) => subject);
    return { first, kept, interrupted: new Set(interrupted) };
  }
}

/** Whether the old copy must go before the new one comes. */
function excludes({ replaces, subject }: Coming, old: Leaving): boolean {
  return replaces === old && !subject.sideBySide;
}

/** Whether nothing can be lost by this load: it frees what it takes, or leaves room for all others that may come there. */
function harmless(
  mover: Mover,
  held: readonly Leaving[],
  copy: Coming,
  waiting: readonly Mover[],
  free: Need,
): boolean {
  const [last, ...others] = held;
  if (last?.room === copy.room && others.length === 0 && isWithin(copy.need, last.need)) return true;
  let rest = plus(free, copy.need, -1);
  let onTop: Need = { memory: 0, gpuMemory: 0 };
  for (const other of waiting) {
    if (other === mover) continue;
    for (const { room, need, peak } of other.fresh) {
      if (room !== copy.room) continue;
      rest = plus(rest, need, -1);
      onTop = {
        memory: Math.max(onTop.memory, peak.memory - need.memory),
        gpuMemory: Math.max(onTop.gpuMemory, peak.gpuMemory - need.gpuMemory),
      };
    }
  }
  return isWithin(onTop, rest);
}

function isWithin(a: Need, b: Need): boolean {
  return a.memory <= b.memory && a.gpuMemory <= b.gpuMemory;
}

function fits(peak: Need, free: Need): boolean {
  return peak.memory <= free.memory && (peak.gpuMemory === 0 || peak.gpuMemory <= free.gpuMemory);
}

function replaced(state: string, at: number, letter: number): string {
  return state.slice(0, at) + String.fromCharCode(letter) + state.slice(at + 1);
}

function plus(a: Need, b: Need, times: 1 | -1): Need {
  return { memory: a.memory + times * b.memory, gpuMemory: a.gpuMemory + times * b.gpuMemory };
}
