import { hash } from 'node:crypto';
import { movesOf } from './moves.ts';
import { Rules } from './rules.ts';
import { type Budget, type Case, noLink, type World } from './world.ts';

/** What a search found. */
export interface Found {
  readonly worlds: number;
  /** Worlds in which nothing is left to do. */
  readonly ends: number;
  /** The way to what must not be. Absent: there is none. */
  readonly fault?: { readonly what: string; readonly way: readonly string[] };
}

const nothing: Budget = {
  agentRestarts: 0,
  routerRestarts: 0,
  rejections: 0,
  failures: 0,
  drains: 0,
  newRouters: 0,
};

/**
 * Goes through every world that a case can come to, and looks for one in which a model was let fall, an end in which the
 * plan is not reached, and worlds from which there is no way to an end.
 *
 * @param limit of worlds; more are a fault of the case
 */
export function search(one: Case, limit = 2_000_000): Found {
  const rules = new Rules(one);
  const known = new Map<string, number>();
  const worlds: (World | undefined)[] = [];
  const parents: number[] = [];
  const labels: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const ends: number[] = [];
  const visit = (world: World, parent: number, label: string): number => {
    const key = hash('sha1', JSON.stringify(world), 'base64');
    const id = known.get(key) ?? worlds.length;
    from.push(parent);
    to.push(id);
    if (id < worlds.length) return id;
    known.set(key, id);
    worlds.push(world);
    parents.push(parent);
    labels.push(label);
    return id;
  };
  const way = (id: number): readonly string[] => {
    const steps: string[] = [];
    for (let at = id; at > 0; at = parents[at] ?? 0) steps.unshift(labels[at] ?? '');
    return steps;
  };
  const found = (what: string, id: number): Found => ({
    worlds: worlds.length,
    ends: ends.length,
    fault: { what, way: way(id) },
  });
  visit(firstWorld(one, rules), 0, '');
  for (let id = 0; id < worlds.length; id++) {
    const world = worlds[id];
    if (world === undefined) continue;
    worlds[id] = undefined;
    if (worlds.length > limit) return found(`more than ${limit} worlds`, id);
    const moves = movesOf(world, one, rules);
    for (const move of moves) {
      const next = visit(move.world, id, move.label);
      const what = fallen(world, move.world, one, rules);
      if (what !== undefined) return { ...found(what, id), fault: { what, way: [...way(id), move.label] } };
      if (next === id) continue;
    }
    if (moves.every(({ isExternal }) => isExternal)) {
      ends.push(id);
      const what = one.mayEndAnywhere ? undefined : unreached(world, one, rules);
      if (what !== undefined) return found(what, id);
    }
  }
  const lost = withoutEnd(worlds.length, from, to, ends);
  if (lost !== undefined) return found('it never comes to an end', lost);
  return { worlds: worlds.length, ends: ends.length };
}

/** A world that has no way to an end, by the steps from one to another. */
function withoutEnd(
  count: number,
  from: readonly number[],
  to: readonly number[],
  ends: readonly number[],
): number | undefined {
  // For each world, the first step that leads to it, and for each step the next to the same.
  const first = new Int32Array(count).fill(-1);
  const next = new Int32Array(from.length).fill(-1);
  for (const [step, world] of to.entries()) {
    next[step] = first[world] ?? -1;
    first[world] = step;
  }
  const good = new Uint8Array(count);
  const todo = [...ends];
  for (const id of ends) good[id] = 1;
  for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
    for (let step = first[id] ?? -1; step >= 0; step = next[step] ?? -1) {
      const earlier = from[step] ?? 0;
      if (good[earlier]) continue;
      good[earlier] = 1;
      todo.push(earlier);
    }
  }
  const lost = good.indexOf(0);
  return lost < 0 ? undefined : lost;
}

/** Which model no request can reach any more at some gateway, though the plan keeps it and could be reached before. */
function fallen(before: World, after: World, one: Case, rules: Rules): string | undefined {
  for (const [j, router] of after.routers.entries()) {
    const old = before.routers[j];
    if (old === undefined || old.envoy === null || router.envoy === null) continue;
    for (const { name } of rules.routed.at(-1) ?? []) {
      if (one.mayInterrupt?.includes(name)) continue;
      if (!rules.routed[router.plan]?.some((model) => model.name === name)) continue;
      // A plan that came between did not have it.
      if (!rules.table(router.envoy).has(name)) continue;
      if (!rules.leadsToOne(rules.table(old.envoy), name, before.agents)) continue;
      if (!rules.leadsToOne(rules.table(router.envoy), name, after.agents)) return `${name} is lost at gateway ${j}`;
    }
  }
  return undefined;
}

/** What is not as planned where nothing is left to do. */
function unreached(world: World, one: Case, rules: Rules): string | undefined {
  for (const { name, physical, at } of rules.routed.at(-1) ?? []) {
    const isOther = one.ends?.find((version) =>
      world.agents.some(({ copies }) =>
        copies.some((copy) => copy.version.physical === version && copy.state === 'ready'),
      ),
    );
    const wanted = at.map((ordinal) => `${isOther ?? physical}@${ordinal}`);
    const there = world.agents.flatMap(({ copies }, ordinal) =>
      copies.flatMap(({ model, version, state }) =>
        model === name && state === 'ready' ? [`${version.physical}@${ordinal}`] : [],
      ),
    );
    if (wanted.sort().join() !== there.sort().join()) return `${name} is at ${there}, not at ${wanted}`;
    for (const [j, { on, envoy }] of world.routers.entries()) {
      if (!on) continue;
      const leads = rules.table(envoy ?? -1).get(name)?.leads ?? [];
      const led = leads.map(({ physical: version, address }) => `${version}@${address.host.split('.').at(-1)}`);
      if (led.sort().join() !== wanted.join()) return `gateway ${j} leads ${name} to ${led}, not to ${wanted}`;
    }
  }
  const kept = new Set(rules.routed.at(-1)?.map(({ name }) => name));
  for (const [ordinal, { copies }] of world.agents.entries()) {
    for (const { model, version, state } of copies) {
      if (state === 'leaving' || state === 'dropping' || state === 'loading')
        return `${version.physical}@${ordinal} is ${state}`;
      if (state === 'ready' && !kept.has(model)) return `${version.physical}@${ordinal} is still there`;
    }
  }
  return undefined;
}

/** All run the first plan, and nothing is on its way. */
function firstWorld(one: Case, rules: Rules): World {
  const planned = rules.planned[0] ?? [];
  const isLater = (j: number): boolean => j >= one.routers - (one.budget?.newRouters ?? 0);
  const routers = Array.from({ length: one.routers }, (_, j) => j);
  let world: World = {
    agents: Array.from({ length: one.pods }, (_, ordinal) => {
      const copies = planned
        .filter(({ at }) => at.includes(ordinal))
        .map(({ name, current }) => ({ model: name, version: current, state: 'ready' as const }));
      return {
        plan: 0,
        copies,
        failures: {},
        sequence: 0,
        said: rules.say(copies),
        draining: false,
        named: routers.map((j) => !isLater(j)),
      };
    }),
    routers: routers.map((j) => ({
      on: !isLater(j),
      plan: 0,
      isSettled: false,
      overdue: [],
      stalled: [],
      pods: Array.from({ length: one.pods }, () => null),
      pending: null,
      next: null,
      offered: null,
      accepted: null,
      envoy: null,
      saved: Array.from({ length: one.pods }, () => null),
    })),
    links: Array.from({ length: one.pods }, () => routers.map(() => noLink)),
    budget: nothing,
  };
  const still: Case = { ...one, plans: one.plans.slice(0, 1) };
  for (;;) {
    const [move] = movesOf(world, still, rules).filter(({ label }) => !label.includes('waits no longer'));
    if (move === undefined) return { ...world, budget: { ...nothing, ...one.budget } };
    world = move.world;
  }
}
