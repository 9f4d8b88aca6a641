import { isDeepStrictEqual } from 'node:util';
import { type Lock, loadName, type Plan, type Problem } from '../../src/ir/index.ts';

/** What a replay of a transition's steps found wrong, in words; nothing is right. */
export interface Replay {
  readonly faults: readonly string[];
  /** Served models that were without a ready copy at some step. */
  readonly interrupted: readonly string[];
  readonly peaks: ReadonlyMap<string, number>;
}

interface Loaded {
  readonly memory: number;
  readonly logical: string;
}

/**
 * Replays the steps of a plan's transition from the lock, by the rules of the design and sharing no code with the
 * simulation: what is loaded is a map from ordinal and name on the server to memory.
 */
export function replay(lock: Lock, plan: Plan, problem: Problem): Replay {
  const faults: string[] = [];
  const interrupted = new Set<string>();
  const peaks = new Map<string, number>();
  const loaded = new Map<string, Map<string, Loaded>>();
  const at = (place: string) => loaded.get(place) ?? loaded.set(place, new Map()).get(place)!;
  const used = (place: string) =>
    at(place)
      .values()
      .reduce((sum, { memory }) => sum + memory, 0);
  const server = (place: string) => problem.servers.find(({ name }) => name === place.split('/')[0]);
  const asked = new Map(problem.models.map((model) => [model.name, model]));
  const wanted = new Map(
    plan.servers.flatMap(({ server: name, models }) =>
      models.map(
        (model) => [model.name, { model, places: [...model.at, ...model.spare].map((k) => `${name}/${k}`) }] as const,
      ),
    ),
  );
  const always = (name: string) => asked.get(name)?.residency !== 'onDemand';

  for (const model of lock.models.filter(({ name }) => always(name))) {
    for (const place of [...model.at, ...model.spare]) {
      const now = wanted.get(model.name)?.model.current;
      const same =
        now !== undefined &&
        loadName(now) === loadName(model.current) &&
        isDeepStrictEqual(now.artifact, model.current.artifact);
      const memory = (same ? asked.get(model.name)?.memory : undefined) ?? model.current.memory;
      at(place).set(loadName(model.current), { memory: memory * (server(place)?.workers ?? 1), logical: model.name });
    }
  }
  const served = lock.models.filter(({ name, at: places }) => always(name) && wanted.has(name) && places.length > 0);
  const copies = (name: string) =>
    [...loaded.values()].filter((room) => room.values().some(({ logical }) => logical === name)).length;

  for (const step of plan.transition.steps) {
    const { kind, model: name, at: place } = step;
    const known = loadName(step);
    const room = at(place);
    if (kind === 'unload') {
      if (!room.delete(known)) faults.push(`${known} is not loaded on ${place}`);
    } else {
      const { memory = 0, peak = 0 } = asked.get(name) ?? {};
      const workers = server(place)?.workers ?? 1;
      const most = used(place) + peak * workers;
      peaks.set(place, Math.max(peaks.get(place) ?? 0, most));
      if (most > (server(place)?.capacity.memory ?? 0)) faults.push(`${name} does not fit on ${place}`);
      if (room.has(known)) faults.push(`${known} is loaded on ${place} already`);
      const update = wanted.get(name)?.model.update;
      if (update === 'recreate' && room.values().some(({ logical }) => logical === name)) {
        faults.push(`${name} is loaded beside itself on ${place}`);
      }
      room.set(known, { memory: memory * workers, logical: name });
    }
    for (const model of served) if (copies(model.name) === 0) interrupted.add(model.name);
  }

  const end = [...loaded].flatMap(([place, room]) => [...room.keys()].map((name) => `${name}@${place}`)).toSorted();
  const goal = [...wanted.values()]
    .filter(({ model }) => always(model.name))
    .flatMap(({ model, places }) => places.map((place) => `${loadName(model.current)}@${place}`))
    .toSorted();
  if (JSON.stringify(end) !== JSON.stringify(goal)) faults.push(`ends with ${end.join()} and not ${goal.join()}`);
  return { faults, interrupted: [...interrupted].toSorted(), peaks };
}
