import { byCodeUnit } from '../../diagnostics/index.ts';
import type { Interruption, TransitionStep } from '../../ir/index.ts';
import type { Order } from './order.ts';
import { interruptionReason } from './reason.ts';
import type { Need, Room } from './room.ts';
import type { Coming, Leaving, Subject } from './subject.ts';
import type { Subjects } from './subjects.ts';

/** How many waiting copies of one room are compared at most, once one is found that can be helped. */
const enough = 64;

/** Copies to unload early so that one that waits can be loaded. */
interface Sacrifice {
  readonly victims: readonly Leaving[];
  readonly for: Coming;
}

/**
 * Plays the change: loads before unloads, one at a time, each where there is room. Where nothing goes on, it first lets
 * models with several copies do with fewer, then interrupts as few models as it can see to. That is greedy: it looks one
 * load ahead. With an order it plays that first.
 */
export class Simulation {
  readonly steps: TransitionStep[] = [];
  /** Highest level of each loaded model's loads. */
  readonly levels = new Map<string, number>();
  readonly #interrupted = new Map<string, string>();
  /** Copies that wait to be loaded, by room. */
  readonly #waiting = new Map<Room, Set<Coming>>();
  readonly #leaving = new Map<Room, Set<Leaving>>();
  /** The least sacrifice in each room, as long as nothing has changed there. */
  readonly #least = new Map<Room, Sacrifice | undefined>();
  /** Rooms in which something may have become possible. */
  readonly #open = new Set<Room>();
  /** Old copies that must not go before their model's first load. */
  readonly #kept = new Map<Subject, Leaving>();

  constructor({ removed, kept }: Subjects, order?: Order) {
    for (const [subject, copy] of order?.kept ?? []) this.#kept.set(subject, copy);
    for (const subject of removed) for (const copy of subject.leaving) this.#unload(copy);
    for (const subject of kept) {
      for (const copy of subject.leaving) add(this.#leaving, copy.room, copy);
      for (const copy of subject.coming) this.#await(copy);
    }
    for (const subject of kept) this.#settle(subject);
    if (order !== undefined) this.#play(order);
    this.#run();
    // What is not served yet comes last: it must not take room that a served model needs on its way.
    for (const subject of kept) for (const copy of subject.further) this.#await(copy);
    this.#run();
  }

  get interrupted(): readonly Interruption[] {
    return [...this.#interrupted]
      .map(([model, reason]) => ({ model, reason }))
      .toSorted((a, b) => byCodeUnit(a.model, b.model));
  }

  #await(copy: Coming): void {
    add(this.#waiting, copy.room, copy);
    this.#least.delete(copy.room);
    this.#open.add(copy.room);
  }

  /** Loads what an order says, each copy once enough of those has gone that may go. */
  #play({ first, interrupted }: Order): void {
    for (const copy of first) {
      const { room, replaces, peak } = copy;
      const leaving = [...(this.#leaving.get(room) ?? [])].toSorted(smallestFirst);
      const spare = leaving.filter((other) => !interrupted.has(other.subject));
      const victims = [...spare, ...leaving.filter((other) => interrupted.has(other.subject))];
      if (mustReplace(copy) && replaces !== undefined) victims.unshift(replaces);
      for (const victim of victims) {
        if (!mustReplace(copy) && room.fits(peak)) break;
        if (victim.subject.leaving.has(victim) && this.#mayGo(victim, interrupted)) this.#unload(victim, copy);
      }
      // An order that does not work out is left to greed.
      if (mustReplace(copy) || !room.fits(peak)) return;
      this.#load(copy);
    }
  }

  #mayGo(copy: Leaving, interrupted: ReadonlySet<Subject>): boolean {
    const { subject, counts } = copy;
    return !counts || interrupted.has(subject) || (subject.ready > 1 && this.#kept.get(subject) !== copy);
  }

  #run(): void {
    for (;;) {
      this.#loadAll();
      if (this.#waiting.size === 0) return;
      if (this.#makeDo() || this.#replaceInevitable()) continue;
      this.#sacrifice(this.#leastSacrifice());
    }
  }

  /** Loads whatever fits, until nothing does. */
  #loadAll(): void {
    for (const room of this.#open) {
      this.#open.delete(room);
      for (const copy of this.#waiting.get(room) ?? []) {
        if (!mustReplace(copy) && room.fits(copy.peak)) this.#load(copy);
      }
    }
  }

  /** Unloads, in each room where copies wait, what some model can do without for a while. Whether there was any. */
  #makeDo(): boolean {
    let any = false;
    for (const [room, waiting] of [...this.#waiting]) {
      if (this.#open.has(room)) continue;
      const spare = [...(this.#leaving.get(room) ?? [])].filter(({ subject, counts }) => !counts || subject.ready > 1);
      for (const victim of leastIn(waiting, spare)?.victims ?? []) {
        // An earlier victim may have been of the same model.
        if (victim.counts && victim.subject.ready <= 1) continue;
        this.#unload(victim);
        any = true;
      }
    }
    return any;
  }

  /** Reloads the models that are interrupted in whatever order things are done. Whether there was any. */
  #replaceInevitable(): boolean {
    let any = false;
    for (const [room, waiting] of [...this.#waiting]) {
      for (const copy of waiting) {
        const { replaces, subject, peak } = copy;
        if (replaces === undefined || !mustReplace(copy) || subject.coming.size > 1) continue;
        if (!room.fitsWithout(peak, replaces.need)) continue;
        this.#sacrifice({ victims: [replaces], for: copy });
        any = true;
      }
    }
    return any;
  }

  /** What frees room for some copy at the fewest interruptions. A copy that fits nowhere is loaded all the same. */
  #leastSacrifice(): Sacrifice {
    let least: Sacrifice | undefined;
    for (const [room, waiting] of this.#waiting) {
      if (!this.#least.has(room)) this.#least.set(room, leastIn(waiting, [...(this.#leaving.get(room) ?? [])]));
      const one = this.#least.get(room);
      if (one !== undefined && (least === undefined || compare(one, least) < 0)) least = one;
    }
    if (least !== undefined) return least;
    for (const copies of this.#waiting.values()) {
      for (const copy of copies) {
        return { victims: copy.replaces !== undefined && mustReplace(copy) ? [copy.replaces] : [], for: copy };
      }
    }
    throw new Error('no copy waits');
  }

  #sacrifice({ victims, for: copy }: Sacrifice): void {
    for (const victim of victims) this.#unload(victim, copy);
    this.#load(copy);
  }

  #load(copy: Coming): void {
    const { subject, room } = copy;
    this.steps.push(stepOf('load', copy));
    subject.level = Math.max(subject.level, room.load(copy.need, copy.peak));
    this.levels.set(subject.name, subject.level);
    drop(this.#waiting, room, copy);
    this.#least.delete(room);
    subject.coming.delete(copy);
    this.#kept.delete(subject);
    if (copy.counts) subject.ready++;
    this.#settle(subject);
  }

  /**
   * Unloads what the model no longer needs: all old copies above as many ready ones as it should keep. First those that
   * stand in the way of a new one, so that the others serve meanwhile.
   */
  #settle(subject: Subject): void {
    if (subject.leaving.size === 0) return;
    const blocking = [...subject.coming].flatMap((copy) => (mustReplace(copy) && copy.replaces ? [copy.replaces] : []));
    for (const copy of new Set([...blocking, ...subject.leaving])) {
      if (this.#kept.get(subject) === copy) continue;
      if (!copy.counts || subject.ready > subject.floor) this.#unload(copy);
    }
  }

  #unload(copy: Leaving, unblocks?: Coming): void {
    const { subject, room } = copy;
    if (copy.counts && subject.ready === 1 && subject.served && !this.#interrupted.has(subject.name)) {
      this.#interrupted.set(subject.name, interruptionReason(copy, unblocks));
    }
    this.steps.push(stepOf('unload', copy));
    room.unload(copy.need, subject.level);
    subject.leaving.delete(copy);
    drop(this.#leaving, room, copy);
    this.#least.delete(room);
    if (copy.counts) subject.ready--;
    if (this.#waiting.has(room)) this.#open.add(room);
  }
}

function stepOf(kind: TransitionStep['kind'], { subject, room, version }: Coming | Leaving): TransitionStep {
  const { physical, loadedAs } = version;
  return { kind, model: subject.name, physical, ...(loadedAs !== undefined && { loadedAs }), at: room.name };
}

/** Whether the old version must leave the room first. */
function mustReplace({ replaces, subject }: Coming): boolean {
  return replaces !== undefined && !subject.sideBySide && subject.leaving.has(replaces);
}

/** The least sacrifice of `candidates`, all in one room, for one of the copies that wait there, in order of their names. */
function leastIn(waiting: Iterable<Coming>, candidates: readonly Leaving[]): Sacrifice | undefined {
  if (candidates.length === 0) return undefined;
  const sorted = candidates.toSorted(smallestFirst);
  const eligible = new Set(candidates);
  let least: Sacrifice | undefined;
  let looked = 0;
  for (const copy of waiting) {
    const replaced = copy.replaces !== undefined && eligible.has(copy.replaces) ? copy.replaces : undefined;
    const one = sacrificeFor(copy, replaced, sorted);
    if (one !== undefined && (least === undefined || compare(one, least) < 0)) least = one;
    // None is smaller than one; and on a crowded ordinal the whole search would cost too much.
    if (least?.victims.length === 1 || (least !== undefined && ++looked >= enough)) return least;
  }
  return least;
}

/**
 * The fewest of `candidates`, smallest first, that make room for the copy; undefined where all are not enough.
 * `replaced` is the one of them that the copy takes the place of.
 */
function sacrificeFor(
  copy: Coming,
  replaced: Leaving | undefined,
  candidates: readonly Leaving[],
): Sacrifice | undefined {
  const { room, peak } = copy;
  if (replaced === undefined && mustReplace(copy)) return undefined;
  const first = replaced === undefined ? [] : [replaced];
  if (replaced !== undefined && room.fitsWithout(peak, replaced.need)) return { victims: first, for: copy };

  const base = replaced !== undefined && mustReplace(copy) ? first : [];
  const given = total(base);
  for (const other of candidates) {
    if (other !== replaced && room.fitsWithout(peak, plus(given, other.need))) {
      return { victims: [...base, other], for: copy };
    }
  }
  const victims = [...first];
  let freed = total(first);
  for (const other of candidates.toReversed()) {
    if (other === replaced) continue;
    victims.push(other);
    freed = plus(freed, other.need);
    if (room.fitsWithout(peak, freed)) return { victims, for: copy };
  }
  return undefined;
}

function smallestFirst(a: Leaving, b: Leaving): number {
  return (
    a.need.memory - b.need.memory || a.need.gpuMemory - b.need.gpuMemory || byCodeUnit(a.subject.name, b.subject.name)
  );
}

/** Fewest copies first, then by name. */
function compare(a: Sacrifice, b: Sacrifice): number {
  return (
    a.victims.length - b.victims.length ||
    byCodeUnit(a.for.subject.name, b.for.subject.name) ||
    byCodeUnit(a.for.room.name, b.for.room.name)
  );
}

function total(copies: readonly Leaving[]): Need {
  return copies.reduce((sum, { need }) => plus(sum, need), { memory: 0, gpuMemory: 0 });
}

function plus(a: Need, b: Need): Need {
  return { memory: a.memory + b.memory, gpuMemory: a.gpuMemory + b.gpuMemory };
}

function add<Copy>(rooms: Map<Room, Set<Copy>>, room: Room, copy: Copy): void {
  const copies = rooms.get(room);
  if (copies === undefined) rooms.set(room, new Set([copy]));
  else copies.add(copy);
}

function drop<Copy>(rooms: Map<Room, Set<Copy>>, room: Room, copy: Copy): void {
  const copies = rooms.get(room);
  copies?.delete(copy);
  if (copies?.size === 0) rooms.delete(room);
}
