import { isDeepStrictEqual } from 'node:util';
import { type Lock, loadName, type Plan, type PlannedModel, type Problem } from '../../src/ir/index.ts';
import type { Random } from '../support/random.ts';

interface Copy {
  readonly model: string;
  readonly place: string;
  readonly name: string;
  readonly memory: number;
  readonly peak: number;
  readonly wanted: boolean;
}

/**
 * Lets agents and routers go from the lock to a plan, by the rules of decision 5 (deadlines pass at once, nothing
 * fails) and otherwise in random order. Gives the copies that never come: each waits for room, and nobody makes way. For
 * small fleets without further copies.
 */
export function stuckCopies(lock: Lock, plan: Plan, problem: Problem, random: Random): readonly string[] {
  const asked = new Map(problem.models.map((model) => [model.name, model]));
  const capacity = new Map(problem.servers.map((server) => [server.name, server.capacity.memory]));
  const planned = new Map<string, PlannedModel>();
  const copies: Copy[] = [];
  const inside = new Set<Copy>();
  for (const { server, models } of plan.servers) {
    for (const model of models) {
      const ask = asked.get(model.name);
      if (ask === undefined || ask.residency === 'onDemand') continue;
      planned.set(model.name, model);
      const was = lock.models.find(({ name }) => name === model.name);
      const same =
        was !== undefined &&
        loadName(was.current) === loadName(model.current) &&
        isDeepStrictEqual(was.current.artifact, model.current.artifact);
      const target = model.at.map((ordinal) => `${server}/${ordinal}`);
      const one = {
        model: model.name,
        name: loadName(model.current),
        memory: ask.memory,
        peak: ask.peak,
        wanted: true,
      };
      for (const place of target) {
        const copy = { ...one, place };
        copies.push(copy);
        if (same && was.at.includes(place)) inside.add(copy);
      }
      if (was === undefined) continue;
      for (const place of was.at) {
        if (same && target.includes(place)) continue;
        const { memory } = same ? ask : was.current;
        const copy = { ...one, name: loadName(was.current), memory, place, wanted: false };
        copies.push(copy);
        inside.add(copy);
      }
    }
  }

  const inWay = (copy: Copy): readonly Copy[] =>
    [...inside].filter(
      (other) =>
        other.place === copy.place &&
        other.model === copy.model &&
        (other.name === copy.name || planned.get(copy.model)?.update !== 'surge'),
    );
  const fits = (copy: Copy, beside: readonly Copy[]): boolean =>
    beside.reduce((sum, { place, memory }) => (place === copy.place ? sum + memory : sum), copy.peak) <=
    (capacity.get(copy.place.split('/')[0] ?? '') ?? 0);
  const step = (copy: Copy): number => planned.get(copy.model)?.step ?? 0;
  const waiting = (): readonly Copy[] => copies.filter((copy) => copy.wanted && !inside.has(copy));
  const hasTurn = (copy: Copy): boolean =>
    !waiting().some(
      (earlier) =>
        earlier.place === copy.place &&
        step(earlier) < step(copy) &&
        fits(
          earlier,
          [...inside].filter(({ wanted }) => wanted),
        ) &&
        !fits(earlier, [...inside, copy]),
    );
  const canLoad = (copy: Copy): boolean => inWay(copy).length === 0 && fits(copy, [...inside]) && hasTurn(copy);
  /** Whether it waits for room, for itself or for another that comes first, and finds it once all have gone that are to go. */
  const isForRoom = (copy: Copy): boolean => {
    const staying = [...inside].filter(({ wanted }) => wanted);
    return inWay(copy).length === 0 && !canLoad(copy) && fits(copy, staying);
  };
  /** Whether nothing of its model moves, while another load waits for its room. */
  const standsStill = ({ model, place }: Copy): boolean => {
    const own = waiting().filter((one) => one.model === model);
    return own.some(isForRoom) && !own.some(canLoad) && waiting().some((one) => one.place === place && isForRoom(one));
  };
  const mayGo = (copy: Copy): boolean => {
    const { at = [], mayInterrupt } = planned.get(copy.model) ?? {};
    const own = copies.filter(({ model }) => model === copy.model);
    if (own.some((one) => one.wanted && inside.has(one))) return true;
    const others = own.filter((one) => one !== copy && inside.has(one));
    if (others.length > 0 && standsStill(copy)) return true;
    const isOnItsWay = own.some(
      (one) => one.wanted && one.place !== copy.place && !own.some((o) => o.place === one.place && inside.has(o)),
    );
    const stands = own.some((one) => one.wanted && inWay(one).includes(copy));
    if (!stands) return mayInterrupt === true;
    if (at.length === 1) return true;
    return !isOnItsWay && (others.length > 0 || mayInterrupt === true);
  };

  for (;;) {
    const loads = waiting().filter(canLoad);
    const goes = [...inside].filter((copy) => !copy.wanted && mayGo(copy));
    const actions = [...loads, ...goes];
    if (actions.length === 0) return waiting().map(({ model, place }) => `${model}@${place}`);
    const action = random.pick(actions);
    if (!inside.delete(action)) inside.add(action);
  }
}
