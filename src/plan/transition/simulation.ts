import { byCodeUnit } from '../../diagnostics/index.ts';
import type { Interruption, TransitionStep } from '../../ir/index.ts';
import { interruptionReason } from './reason.ts';
import type { Need, Room } from './room.ts';
import type { Coming, Leaving, Subject } from './subject.ts';
import type { Subjects } from './subjects.ts';

/** Copies to unload early so that one that waits can be loaded. */
interface Sacrifice {
  readonly victims: readonly Leaving[];
  readonly for: Coming;
}

/**
 * Plays the change: loads before unloads, one at a time, each where there is room. Where nothing goes on, it first lets
 * models with several copies do with fewer, then interrupts as few models as it can see to. Greedy: it looks one load
 * ahead and never parks a copy on a third ordinal, so it may name an interruption that a cleverer order avoids.
 */
export class Simulation {
  readonly steps: TransitionStep[] = [];
  /** Highest level of each loaded model's loads. */
  readonly levels = new Map<string, number>();
  readonly #interrupted = new Map<string, string>();
  /** Copies that wait to be loaded, by room. */
  readonly #waiting = new Map<Room, Set<Coming>>();
  readonly #leaving = new Map<Room, Set<Leaving>>();
  /** Rooms in which something may have become possible. */
  readonly #open = new Set<Room>();

  constructor({ removed, kept }: Subjects) {
    for (const subject of removed) for (const copy of subject.leaving) this.#unload(copy);
    for (const subject of kept) {
      for (const copy of subject.leaving) add(this.#leaving, copy.room, copy);
      for (const copy of subject.coming) this.#await(copy);
    }
    for (const subject of kept) this.#settle(subject);
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
    this.#open.add(copy.room);
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
      const one = leastIn(waiting, [...(this.#leaving.get(room) ?? [])]);
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
    const { subject, room, physical } = copy;
    this.steps.push({ kind: 'load', model: subject.name, physical, at: room.name });
    subject.level = Math.max(subject.level, room.load(copy.need, copy.peak));
    this.levels.set(subject.name, subject.level);
    drop(this.#waiting, room, copy);
    subject.coming.delete(copy);
    if (copy.counts) subject.ready++;
    this.#settle(subject);
  }

  /**
   * Unloads what the model no longer needs: all old copies above as many ready ones as it should keep. First those that
   * stand in the way of a new one, so that the others serve meanwhile.
   */
  #settle(subject: Subject): void {
    const blocking = [...subject.coming].flatMap((copy) => (mustReplace(copy) && copy.replaces ? [copy.replaces] : []));
    for (const copy of new Set([...blocking, ...subject.leaving])) {
      if (!copy.counts || subject.ready > subject.floor) this.#unload(copy);
    }
  }

  #unload(copy: Leaving, unblocks?: Coming): void {
    const { subject, room, physical } = copy;
    if (copy.counts && subject.ready === 1 && subject.served && !this.#interrupted.has(subject.name)) {
      this.#interrupted.set(subject.name, interruptionReason(copy, unblocks));
    }
    this.steps.push({ kind: 'unload', model: subject.name, physical, at: room.name });
    room.unload(copy.need, subject.level);
    subject.leaving.delete(copy);
    drop(this.#leaving, room, copy);
    if (copy.counts) subject.ready--;
    if (this.#waiting.has(room)) this.#open.add(room);
  }
}

/** Whether the old version must leave the room first. */
function mustReplace({ replaces, subject }: Coming): boolean {
  return replaces !== undefined && !subject.sideBySide && subject.leaving.has(replaces);
}

/** The least sacrifice of `candidates`, all in one room, for one of the copies that wait there. */
function leastIn(waiting: Iterable<Coming>, candidates: readonly Leaving[]): Sacrifice | undefined {
  if (candidates.length === 0) return undefined;
  const sorted = candidates.toSorted(smallestFirst);
  let least: Sacrifice | undefined;
  for (const copy of waiting) {
    const one = sacrificeFor(copy, sorted);
    if (one !== undefined && (least === undefined || compare(one, least) < 0)) least = one;
  }
  return least;
}

/** The fewest of `candidates`, smallest first, that make room for the copy; undefined where all are not enough. */
function sacrificeFor(copy: Coming, candidates: readonly Leaving[]): Sacrifice | undefined {
  const { room, peak } = copy;
  const replaced = candidates.find((candidate) => candidate === copy.replaces);
  if (replaced === undefined && mustReplace(copy)) return undefined;
  const fits = (victims: readonly Leaving[]) => room.fitsWithout(peak, total(victims));

  if (replaced !== undefined && fits([replaced])) return { victims: [replaced], for: copy };
  const others = candidates.filter((candidate) => candidate !== replaced);
  const first = replaced !== undefined && mustReplace(copy) ? [replaced] : [];
  const single = others.find((other) => fits([...first, other]));
  if (single !== undefined) return { victims: [...first, single], for: copy };
  const victims = replaced === undefined ? [] : [replaced];
  for (const other of others.toReversed()) {
    victims.push(other);
    if (fits(victims)) return { victims, for: copy };
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
  return copies.reduce(
    (sum, { need }) => ({ memory: sum.memory + need.memory, gpuMemory: sum.gpuMemory + need.gpuMemory }),
    { memory: 0, gpuMemory: 0 },
  );
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
