import {
  type Lock,
  type LockedModel,
  loadName,
  type Problem,
  type ProblemModel,
  type Version,
} from '../../ir/index.ts';
import { byName } from '../by-name.ts';
import type { DecidedModel } from '../decide.ts';
import type { Need, Room, Rooms } from './room.ts';
import type { Coming, Leaving, Subject } from './subject.ts';

/** The models that have something to load or unload; what all others take is put into the rooms. */
export interface Subjects {
  readonly removed: readonly Subject[];
  readonly kept: readonly Subject[];
}

/**
 * Compares lock and decisions. `onDemand` models stay out of it: they are evicted and loaded whenever it suits.
 */
export function subjectsOf(
  problem: Problem,
  bases: ReadonlyMap<string, number>,
  decided: readonly DecidedModel[],
  lock: Lock | undefined,
  rooms: Rooms,
): Subjects {
  const asked = byName(problem.models);
  const oldBases = new Map(lock?.servers.map((server) => [server.name, server.base]));
  const names = new Set<string>();
  const kept: Subject[] = [];
  for (const one of decided) {
    const { name } = one.model;
    names.add(name);
    const model = asked.get(name);
    if (model === undefined || model.residency === 'onDemand') continue;
    const subject =
      one.locked === undefined
        ? addedSubject(one, model, bases, rooms)
        : keptSubject(one, one.locked, model, bases, oldBases, rooms);
    if (subject !== undefined) kept.push(subject);
  }
  const gone = (lock?.models ?? []).filter((model) => !names.has(model.name));
  return { removed: gone.map((model) => removedSubject(model, rooms)), kept };
}

function removedSubject(model: LockedModel, rooms: Rooms): Subject {
  const subject = newSubject({ name: model.name, sideBySide: true, update: 'surge', served: false, floor: 0 });
  for (const { room } of places(model, rooms)) {
    const need = needOf(model.current, room.workers);
    room.hold(need);
    subject.leaving.add({ kind: 'leaving', subject, version: model.current, room, need, counts: false });
  }
  return subject;
}

/** Nothing of it is there, so that nothing waits for its copies. */
function addedSubject(
  one: DecidedModel,
  model: ProblemModel,
  bases: ReadonlyMap<string, number>,
  rooms: Rooms,
): Subject {
  const { server, versions, update } = one;
  const subject = newSubject({ name: model.name, sideBySide: false, update, served: false, floor: 0 });
  const base = bases.get(server.name) ?? 0;
  for (const place of places({ at: one.at.names, spare: one.spare.names }, rooms)) {
    subject.further.push(comingTo(place.room, { subject, model, versions, counts: isCertain(place, base) }));
  }
  return subject;
}

/** Undefined: nothing of it is loaded or unloaded. */
function keptSubject(
  one: DecidedModel,
  locked: LockedModel,
  model: ProblemModel,
  bases: ReadonlyMap<string, number>,
  oldBases: ReadonlyMap<string, number>,
  rooms: Rooms,
): Subject | undefined {
  const { server, versions, update } = one;
  if (!versions.changed && isSameList(locked.at, one.at.names) && isSameList(locked.spare, one.spare.names)) {
    for (const { room } of places(locked, rooms)) room.hold(needOf(model, room.workers));
    return undefined;
  }
  const targets = targetsOf(one, bases.get(server.name) ?? 0, rooms);
  const staying = new Set<Room>();
  const leaving: Omit<Leaving, 'subject'>[] = [];
  let ready = 0;
  let secure = 0;
  for (const { room, required } of places(locked, rooms)) {
    const counts = isCertain({ room, required }, oldBases.get(room.server) ?? 0);
    const target = versions.changed ? undefined : targets.get(room);
    const need = needOf(versions.changed ? locked.current : model, room.workers);
    room.hold(need);
    if (target === undefined) {
      if (counts) ready++;
      leaving.push({ kind: 'leaving', version: locked.current, room, need, counts });
    } else {
      staying.add(room);
      if (!counts || !target.counts) continue;
      ready++;
      secure++;
    }
  }
  const coming = [...targets].filter(([room]) => !staying.has(room));
  if (leaving.length + coming.length === 0) return undefined;

  const required = secure + coming.filter(([, target]) => target.required).length;
  const renamed = loadName(locked.current) !== loadName(versions.current);
  const subject = newSubject({
    name: model.name,
    sideBySide: renamed && update !== 'recreate',
    update,
    served: ready > 0,
    floor: Math.min(ready, required),
  });
  subject.ready = ready;
  for (const copy of leaving) subject.leaving.add({ ...copy, subject });
  const left = new Map([...subject.leaving].map((copy) => [copy.room, copy]));
  for (const [room, target] of coming) {
    const copy = comingTo(room, { subject, model, versions, counts: target.counts }, left.get(room));
    if (target.required && subject.served) subject.coming.add(copy);
    else subject.further.push(copy);
  }
  return subject;
}

function comingTo(
  room: Room,
  { subject, model, versions, counts }: Pick<Coming, 'subject' | 'counts'> & Asked,
  replaces?: Leaving,
): Coming {
  return {
    kind: 'coming',
    subject,
    version: versions.current,
    room,
    need: needOf(model, room.workers),
    peak: needOf({ memory: model.peak, gpuMemory: model.gpuPeak }, room.workers),
    counts,
    replaces,
  };
}

/** What a copy is a copy of. */
interface Asked {
  readonly model: ProblemModel;
  readonly versions: DecidedModel['versions'];
}

/** Whether an ordinal certainly runs: required copies rest on it, or it is below the base. */
function isCertain({ room, required }: Place, base: number): boolean {
  return required || room.ordinal < base;
}

interface Target {
  readonly required: boolean;
  /** Whether the ordinal certainly runs. */
  readonly counts: boolean;
}

function targetsOf({ at, spare }: DecidedModel, base: number, rooms: Rooms): ReadonlyMap<Room, Target> {
  const targets = new Map<Room, Target>();
  for (const place of places({ at: at.names, spare: spare.names }, rooms)) {
    targets.set(place.room, { required: place.required, counts: isCertain(place, base) });
  }
  return targets;
}

function newSubject(facts: Pick<Subject, 'name' | 'sideBySide' | 'update' | 'served' | 'floor'>): Subject {
  return { ...facts, leaving: new Set(), coming: new Set(), further: [], ready: 0, level: 0 };
}

interface Place {
  readonly room: Room;
  readonly required: boolean;
}

function places({ at, spare }: Pick<LockedModel, 'at' | 'spare'>, rooms: Rooms): readonly Place[] {
  const found: Place[] = [];
  const read = (names: readonly string[], required: boolean) => {
    for (const name of names) {
      const room = rooms.at(name);
      if (room !== undefined) found.push({ room, required });
    }
  };
  read(at, true);
  read(spare, false);
  return found;
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}

function needOf({ memory, gpuMemory = 0 }: Pick<Version, 'memory' | 'gpuMemory'>, workers: number): Need {
  return { memory: memory * workers, gpuMemory: gpuMemory * workers };
}
