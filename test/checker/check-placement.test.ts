import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Move, Placement, Problem, ProblemModel } from '../../src/ir/index.ts';
import { solve } from '../../src/place/index.ts';
import { after, problems } from '../support/problems.ts';
import { Random } from '../support/random.ts';
import { legal } from './brute-force.ts';
import { checkPlacement } from './check-placement.ts';

const small = problems({ servers: 4, models: 12, replicas: 4 });
const patience = 60_000;

/** A legal placement, with what mutations ask of it. */
class Legal {
  readonly asked: Problem;
  readonly placement: Placement;
  readonly random: Random;

  constructor(asked: Problem, placement: Placement, random: Random) {
    this.asked = asked;
    this.placement = placement;
    this.random = random;
  }

  /** One of the placed models, with the server that it is on and what its ordinals are; undefined: there is none. */
  one(suits: (model: ProblemModel, at: readonly string[]) => boolean = () => true): One | undefined {
    const { assignments } = this.placement;
    const fitting = this.asked.models.filter(({ name }) => assignments[name]);
    const model = this.any(fitting.filter((each) => suits(each, assignments[each.name]!)));
    if (!model) return undefined;
    const at = assignments[model.name]!;
    const server = at[0]!.slice(0, at[0]!.indexOf('/'));
    return { name: model.name, model, at, server, base: this.placement.servers[server]!.base };
  }

  any<T>(list: readonly T[]): T | undefined {
    return list.length === 0 ? undefined : this.random.pick(list);
  }

  /** With other places, further copies, refuges or bases for one name; undefined takes it out. Names stay sorted. */
  with(part: 'assignments' | 'spare' | 'refuge' | 'servers', name: string, value: unknown): Placement {
    const entries = [...Object.entries(this.placement[part]).filter(([key]) => key !== name), [name, value] as const];
    const kept = entries.filter(([, one]) => one !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
    return { ...this.placement, [part]: Object.fromEntries(kept) };
  }

  /** An ordinal of another server. */
  elsewhere(server: string): string | undefined {
    const other = this.any(this.asked.servers.filter(({ name }) => name !== server));
    return other && `${other.name}/0`;
  }

  moves(change: (moves: readonly Move[], at: number) => readonly Move[] | undefined): Placement | undefined {
    const { moves } = this.placement;
    const changed = moves.length > 0 ? change(moves, this.random.int(moves.length)) : undefined;
    return changed && { ...this.placement, moves: changed };
  }
}

interface One {
  readonly name: string;
  readonly model: ProblemModel;
  readonly at: readonly string[];
  readonly server: string;
  readonly base: number;
}

/** A legal placement changed so that it is none; undefined: not with this one. And what must be found. */
type Mutation = readonly [fault: RegExp, change: (from: Legal) => Placement | undefined];

const several = (_: ProblemModel, at: readonly string[]): boolean => at.length > 1;
const single = (_: ProblemModel, at: readonly string[]): boolean => at.length === 1;

/** Of a model, if there is one. */
function of(
  change: (from: Legal, one: One) => Placement | undefined,
  suits?: (model: ProblemModel, at: readonly string[]) => boolean,
): (from: Legal) => Placement | undefined {
  return (from) => {
    const one = from.one(suits);
    return one && change(from, one);
  };
}

function reversed<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).reverse());
}

const mutations: Readonly<Record<string, Mutation>> = {
  'a copy too few': [/has \d copies, not/, of((from, { name, at }) => from.with('assignments', name, at.slice(1)))],
  'a copy too many': [
    /has \d copies, not/,
    of((from, { name, at, server, base }) => from.with('assignments', name, [...at, `${server}/${base}`])),
  ],
  'a copy twice': [
    /is twice on one ordinal/,
    of((from, { name, at }) => from.with('assignments', name, at.with(1, at[0]!)), several),
  ],
  'a model left out': [
    /must be either placed or unplaced/,
    of((from, { name }) => from.with('assignments', name, undefined)),
  ],
  'a model placed and unplaced': [
    /must be either placed or unplaced/,
    of((from, { name: model }) => ({
      ...from.placement,
      unplaced: [...from.placement.unplaced, { model, reasons: [], proof: null, remedies: [] }],
    })),
  ],
  'an unknown model': [
    /unknown model nobody/,
    of((from, { at }) => ({
      ...from.placement,
      assignments: { ...from.placement.assignments, nobody: at },
    })),
  ],
  'an unknown server': [
    /is on an unknown server/,
    of((from, { name }) => from.with('assignments', name, ['nowhere/0']), single),
  ],
  'two servers': [
    /is on several servers/,
    of((from, { name, at, server }) => {
      const other = from.elsewhere(server);
      return other === undefined ? undefined : from.with('assignments', name, at.with(1, other));
    }, several),
  ],
  'an ordinal spelt otherwise': [
    /is above the base/,
    of((from, { name, at }) => from.with('assignments', name, at.with(0, at[0]!.replace('/', '/0')))),
  ],
  'above the base': [
    /is above the base/,
    of((from, { name, at, server, base }) => from.with('assignments', name, at.with(-1, `${server}/${base}`))),
  ],
  'a base below a copy': [
    /is above the base/,
    of((from, { at, server }) => {
      const base = Math.max(...at.map((ordinal) => Number(ordinal.slice(ordinal.indexOf('/') + 1))));
      return from.with('servers', server, { base });
    }),
  ],
  'a base above the most': [
    /is outside/,
    (from) => {
      const { name, replicas } = from.any(from.asked.servers)!;
      return from.with('servers', name, { base: replicas.max + 1 });
    },
  ],
  'a base that is not paid for': [
    /used is not the cost of all bases/,
    (from) => {
      const server = from.any(from.asked.servers.filter(({ cost }) => cost > 0));
      return server && from.with('servers', server.name, { base: from.placement.servers[server.name]!.base + 1 });
    },
  ],
  'a server without a base': [
    /has no base/,
    (from) => from.with('servers', from.any(from.asked.servers)!.name, undefined),
  ],
  'a further copy beside a required one': [
    /is twice on one ordinal/,
    of((from, { name, at }) => from.with('spare', name, [at[0]!])),
  ],
  'a further copy too many': [
    /has more copies than it may/,
    of((from, { name, model, server }) =>
      from.with(
        'spare',
        name,
        Array.from({ length: model.replicas.max }, (_, k) => `${server}/${k}`),
      ),
    ),
  ],
  'a further copy above the most': [
    /has a copy above the most replicas/,
    of((from, { name, server }) => {
      const { replicas, beyondBase } = from.asked.servers.find((one) => one.name === server)!;
      const most = beyondBase === 'never' ? from.placement.servers[server]!.base : replicas.max;
      return from.with('spare', name, [`${server}/${most}`]);
    }),
  ],
  'a further copy on another server': [
    /has a further copy on another server/,
    of((from, { name, server }) => {
      const other = from.elsewhere(server);
      return other === undefined ? undefined : from.with('spare', name, [other]);
    }),
  ],
  'further copies, but none': [
    /has an empty list of further copies/,
    of((from, { name }) => from.with('spare', name, [])),
  ],
  'further copies, but no required one': [
    /has further copies but none required/,
    ({ placement }) => {
      const [first] = placement.unplaced;
      return first && { ...placement, spare: { ...placement.spare, [first.model]: ['s0/0'] } };
    },
  ],
  'a refuge at home': [/is its own refuge/, of((from, { name, at }) => from.with('refuge', name, at[0]!), single)],
  'a refuge of two copies': [
    /has a refuge but \d copies/,
    of((from, { name, at }) => from.with('refuge', name, at[0]!), several),
  ],
  'a refuge on another server': [
    /has its refuge on another server/,
    of((from, { name, server }) => {
      const other = from.elsewhere(server);
      return other === undefined ? undefined : from.with('refuge', name, other);
    }, single),
  ],
  'a refuge above the base': [
    /has its refuge above the base/,
    of((from, { name, server, base }) => from.with('refuge', name, `${server}/${base}`), single),
  ],
  'a refuge without a place': [
    /has a refuge but no place/,
    of((from, { name, at }) => ({ ...from.with('assignments', name, undefined), refuge: { [name]: at[0]! } })),
  ],
  'a model that would be dark': [
    /would be dark if/,
    (from) => {
      if (from.asked.policy.survive === 'none') return undefined;
      const name = from.any(Object.keys(from.placement.refuge));
      return name === undefined ? undefined : from.with('refuge', name, undefined);
    },
  ],
  'a move left out': [/moves are listed, not/, (from) => from.moves((moves, at) => moves.toSpliced(at, 1))],
  'a move twice': [/moves are listed, not/, (from) => from.moves((moves, at) => moves.toSpliced(at, 0, moves[at]!))],
  'a move turned round': [
    /is listed, and not/,
    (from) => from.moves((moves, at) => moves.with(at, { ...moves[at]!, from: moves[at]!.to, to: moves[at]!.from })),
  ],
  'a move in halves': [
    /moves are listed, not/,
    (from) =>
      from.moves((moves, at) => {
        const one = moves[at]!;
        if (one.from === null || one.to === null) return undefined;
        return moves.toSpliced(at, 1, { ...one, to: null }, { ...one, from: null });
      }),
  ],
  'copies out of order': [
    /are not sorted/,
    of((from, { name, at }) => from.with('assignments', name, at.toReversed()), several),
  ],
  'names out of order': [
    /names are not sorted/,
    ({ placement }) =>
      Object.keys(placement.assignments).length > 1
        ? { ...placement, assignments: reversed(placement.assignments) }
        : undefined,
  ],
  'moves out of order': [
    /moves are not sorted/,
    (from) => from.moves((moves) => (moves[0]!.model === moves.at(-1)!.model ? undefined : moves.toReversed())),
  ],
  'unplaced models out of order': [
    /unplaced models are not sorted/,
    ({ placement }) =>
      placement.unplaced.length > 1 ? { ...placement, unplaced: placement.unplaced.toReversed() } : undefined,
  ],
  'a bound above what is used': [
    /lower bound \d+ is above/,
    ({ placement }) => {
      const { used } = placement.certificate;
      return { ...placement, certificate: { ...placement.certificate, lowerBound: used + 1, gap: -1 } };
    },
  ],
  'a bound that its components do not show': [
    /the lower bound is not the sum over components/,
    ({ placement: { certificate, ...rest } }) => {
      const { gap, lowerBound } = certificate;
      return { ...rest, certificate: { ...certificate, lowerBound: lowerBound + 1, gap: gap - 1 } };
    },
  ],
  'a gap that is none': [
    /gap \d+ is not/,
    ({ placement: { certificate, ...rest } }) => ({
      ...rest,
      certificate: { ...certificate, gap: certificate.gap + 1 },
    }),
  ],
  'a component left out': [
    /components do not hold every server once/,
    ({ placement: { certificate, ...rest } }) => ({
      ...rest,
      certificate: { ...certificate, components: certificate.components.slice(1) },
    }),
  ],
  'a component that costs more': [
    /is not the cost of its bases/,
    ({ placement: { certificate, ...rest } }) => {
      const [first, ...others] = certificate.components;
      return {
        ...rest,
        certificate: { ...certificate, components: [{ ...first!, used: first!.used + 1 }, ...others] },
      };
    },
  ],
  'a component cut in two': [
    /joins two components/,
    ({ asked, placement: { certificate, ...rest } }) => {
      const joined = certificate.components.find(({ servers }) => servers.length > 1);
      if (!joined) return undefined;
      const parts = [joined.servers.slice(0, 1), joined.servers.slice(1)].map((servers, i) => {
        const costs = asked.servers.filter(({ name }) => servers.includes(name));
        const used = costs.reduce((sum, { name, cost }) => sum + cost * rest.servers[name]!.base, 0);
        const lowerBound = i === 0 ? 0 : joined.lowerBound;
        return { servers, used, lowerBound, gap: used - lowerBound, method: joined.method };
      });
      const components = certificate.components.flatMap((one) => (one === joined ? parts : [one]));
      return { ...rest, certificate: { ...certificate, components } };
    },
  ],
};

test('whatever makes a legal placement an illegal one is found', { timeout: patience }, async () => {
  const tried = new Map(Object.keys(mutations).map((name) => [name, 0]));
  const find = (legalOne: Legal): void => {
    expect(checkPlacement(legalOne.asked, legalOne.placement)).toEqual([]);
    for (const [name, [fault, change]] of Object.entries(mutations)) {
      const changed = change(legalOne);
      if (!changed) continue;
      tried.set(name, tried.get(name)! + 1);
      const faults = checkPlacement(legalOne.asked, changed);
      expect(
        faults.some((text) => fault.test(text)),
        `${name}: ${faults.join('; ')}`,
      ).toBe(true);
    }
  };
  await fc.assert(
    fc.asyncProperty(small, small, fc.nat(), async (before, now, seed) => {
      const random = new Random(seed);
      const first = await solve(before);
      find(new Legal(before, first, random));
      const changed = { ...after(now, first), servers: before.servers };
      find(new Legal(changed, await solve(changed), random));
    }),
    { seed: 11, numRuns: 50 },
  );
  expect([...tried].filter(([, times]) => times < 5)).toEqual([]);
});

/** All that stands on an ordinal, further copies too. */
function contents({ models }: Problem, { assignments, spare }: Placement, ordinal: string): ProblemModel[] {
  return models.filter(({ name }) => [...(assignments[name] ?? []), ...(spare[name] ?? [])].includes(ordinal));
}

test('a copy or a refuge elsewhere is refused where, and only where, it is not legal', {
  timeout: patience,
}, async () => {
  const seen = { copies: { legal: 0, illegal: 0 }, refuges: { legal: 0, illegal: 0 } };
  const count = (of: { legal: number; illegal: number }, isLegal: boolean): unknown =>
    of[isLegal ? 'legal' : 'illegal']++;
  await fc.assert(
    fc.asyncProperty(small, fc.nat(), async (asked, seed) => {
      const legalOne = new Legal(asked, await solve(asked), new Random(seed));
      const { placement } = legalOne;
      const one = legalOne.one(({ name }, at) => at.length === 1 && placement.spare[name] === undefined);
      if (!one) return;
      const [home] = one.at as [string];
      for (const server of asked.servers) {
        for (let k = 0; k < placement.servers[server.name]!.base; k++) {
          const to = `${server.name}/${k}`;
          if (to === home) continue;
          const there = contents(asked, placement, to);
          const suits =
            (one.model.server ?? server.name) === server.name &&
            one.model.requires.every((word) => server.capabilities.includes(word));
          const copyIsLegal = suits && legal(server, [...there, one.model]);
          const moved = checkPlacement(asked, legalOne.with('assignments', one.name, [to]));
          expect(moved.some((text) => text.startsWith(`${to}: `) || /its pin|lacks/.test(text))).toBe(!copyIsLegal);
          count(seen.copies, copyIsLegal);
          if (server.name !== one.server) continue;
          const withIt = asked.models.filter(
            ({ name }) =>
              name !== one.name && placement.refuge[name] === to && placement.assignments[name]![0] === home,
          );
          const refugeIsLegal = legal(server, [...there, ...withIt, one.model]);
          const fled = checkPlacement(asked, legalOne.with('refuge', one.name, to));
          expect(fled.some((text) => text.startsWith(`${to} cannot take in what flees from ${home}: `))).toBe(
            !refugeIsLegal,
          );
          count(seen.refuges, refugeIsLegal);
        }
      }
    }),
    { seed: 12, numRuns: 150 },
  );
  for (const { legal: yes, illegal: no } of Object.values(seen)) expect(Math.min(yes, no)).toBeGreaterThan(20);
});

/** The same placement with two ordinals of a server exchanged, and one move for each model that is on one of them alone. */
function exchanged(placement: Placement, a: string, b: string): Placement {
  const other = (at: string): string => (at === a ? b : at === b ? a : at);
  const number = (at: string): number => Number(at.slice(at.indexOf('/') + 1));
  const lists = (part: Placement['assignments']): Record<string, readonly string[]> =>
    Object.fromEntries(
      Object.entries(part).map(([name, at]) => [name, at.map(other).sort((x, y) => number(x) - number(y))]),
    );
  const moves = Object.entries(placement.assignments).flatMap(([model, at]): Move[] => {
    const from = at.filter((each) => !at.includes(other(each)) && other(each) !== each);
    return from.map((each) => ({ model, from: each, to: other(each) }));
  });
  const refuge = Object.fromEntries(Object.entries(placement.refuge).map(([name, at]) => [name, other(at)]));
  return { ...placement, assignments: lists(placement.assignments), spare: lists(placement.spare), refuge, moves };
}

test('models that move without need are found, those that changed may move', { timeout: patience }, async () => {
  let tried = 0;
  await fc.assert(
    fc.asyncProperty(small, async (asked) => {
      const first = await solve(asked);
      const server = asked.servers.find(({ name }) => first.servers[name]!.base > 1);
      if (!server || first.unplaced.length > 0) return;
      const now = exchanged(first, `${server.name}/0`, `${server.name}/1`);
      if (now.moves.length === 0) return;
      tried++;
      const again = { ...after(asked, first), changed: [] };
      expect(checkPlacement(again, now)).toEqual([`${now.moves.length} other models moved, where 0 may`]);
      const changed = now.moves.map(({ model }) => model);
      expect(checkPlacement({ ...again, changed }, now)).toEqual([]);
      const all = { ...again, changed: changed.slice(1), moves: 0 };
      expect(checkPlacement(all, now)).toEqual(['1 other models moved, where 0 may']);
    }),
    { seed: 13, numRuns: 120 },
  );
  expect(tried).toBeGreaterThan(10);
});
