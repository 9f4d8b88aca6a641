import { expect } from 'vitest';
import { canonicalJson, type Lock, loadName, type Plan, type Problem } from '../../src/ir/index.ts';
import { build } from '../support/build.ts';
import { Random } from '../support/random.ts';
import { problemOf } from '../support/small-fleet.ts';
import { type Tight, tightChange } from '../support/tight-changes.ts';
import { stuckCopies } from './eager.ts';
import { replay } from './replay.ts';

/** One copy that is loaded at the beginning, at the end, or both. */
interface Token {
  readonly model: number;
  readonly place: string;
  readonly memory: number;
  readonly peak: number;
  readonly old: boolean;
  readonly wanted: boolean;
  /** The other copy of the model in this room, which must go first. −1: none. */
  readonly excludes: number;
}

/**
 * The fewest models that any order of the same loads and unloads interrupts, found by trying all orders. Models that
 * come or go are left out: those can be loaded last and unloaded first. For tiny fleets without further copies.
 */
export function fewestInterruptions(lock: Lock, plan: Plan, problem: Problem): number {
  const asked = new Map(problem.models.map((model) => [model.name, model]));
  const capacity = new Map(problem.servers.map((server) => [server.name, server.capacity.memory]));
  const tokens: Token[] = [];
  let models = 0;
  for (const { server, models: planned } of plan.servers) {
    for (const model of planned) {
      const was = lock.models.find(({ name }) => name === model.name);
      const ask = asked.get(model.name);
      if (was === undefined || ask === undefined || ask.residency === 'onDemand') continue;
      const same =
        canonicalJson(was.current.artifact) === canonicalJson(model.current.artifact) &&
        loadName(was.current) === loadName(model.current);
      const target = model.at.map((ordinal) => `${server}/${ordinal}`);
      const apart = model.update !== 'recreate' && loadName(was.current) !== loadName(model.current);
      const index = models++;
      for (const place of new Set([...was.at, ...target])) {
        const [old, wanted] = [was.at.includes(place), target.includes(place)];
        const memory = same ? ask.memory : was.current.memory;
        const common = { model: index, place, peak: ask.peak };
        if (old && wanted && same) tokens.push({ ...common, memory, old, wanted, excludes: -1 });
        else {
          if (old) tokens.push({ ...common, memory, old, wanted: false, excludes: -1 });
          if (wanted)
            tokens.push({
              ...common,
              memory: ask.memory,
              old: false,
              wanted,
              excludes: old && !apart ? tokens.length - 1 : -1,
            });
        }
      }
    }
  }

  const bit = (i: number) => 1 << i;
  const sum = (bits: (token: Token) => boolean) =>
    tokens.reduce((mask, token, i) => (bits(token) ? mask | bit(i) : mask), 0);
  const start = sum(({ old }) => old);
  const goal = sum(({ wanted }) => wanted);
  const copies = Array.from({ length: models }, (_, model) => sum((token) => token.model === model));

  /** States of one number of interruptions, and those of one more. */
  let level: readonly (readonly [loaded: number, interrupted: number])[] = [[start, 0]];
  const seen = new Set<number>();
  for (let cost = 0; ; cost++) {
    const next: [number, number][] = [];
    const stack = [...level];
    for (let state = stack.pop(); state !== undefined; state = stack.pop()) {
      const [loaded, interrupted] = state;
      const key = interrupted * 2 ** tokens.length + loaded;
      if (seen.has(key)) continue;
      seen.add(key);
      if (loaded === goal) return cost;
      for (const [i, token] of tokens.entries()) {
        if ((loaded & bit(i)) !== 0) {
          if (token.wanted) continue;
          const after = loaded & ~bit(i);
          const empty = (after & (copies[token.model] ?? 0)) === 0;
          if (empty && (interrupted & bit(token.model)) === 0) next.push([after, interrupted | bit(token.model)]);
          else stack.push([after, interrupted]);
        } else if (token.wanted && (token.excludes < 0 || (loaded & bit(token.excludes)) === 0)) {
          const used = tokens.reduce(
            (all, { place, memory }, j) => (place === token.place && (loaded & bit(j)) !== 0 ? all + memory : all),
            0,
          );
          const most = capacity.get(token.place.split('/')[0] ?? '') ?? 0;
          if (used + token.peak <= most) stack.push([loaded | bit(i), interrupted]);
        }
      }
    }
    if (next.length === 0) throw new Error('no order leads to the plan');
    level = next;
  }
}

/** What many changes came to. */
export interface Comparison {
  readonly all: number;
  /** Changes of which some order interrupts nothing, and those for which the plan has one. */
  readonly possible: number;
  readonly found: number;
  /** Changes in which the plan interrupts more models than need be. */
  readonly worse: number;
  /** Interruptions of the best orders, and of the plans'. */
  readonly needed: number;
  readonly interrupted: number;
  /** Changes that agents and routers do not get through, in one random order. */
  readonly stuck: number;
}

/** Compares plans with the best order, on so many draws of tight changes; each plan's own order is replayed, too. */
export function plansAgainstBest(draws: number, seed: number, tight: Tight): Comparison {
  const random = new Random(seed);
  const seen = { all: 0, possible: 0, found: 0, worse: 0, needed: 0, interrupted: 0, stuck: 0 };
  for (let draw = 0; draw < draws; draw++) {
    const change = tightChange(random, tight);
    if (change === undefined) continue;
    const { lock, fleet, placement } = change;
    const problem = problemOf(fleet);
    const { plan } = build(fleet, placement, lock);
    const names = plan.transition.interrupted.map(({ model }) => model);
    expect(replay(lock, plan, problem)).toMatchObject({ faults: [], interrupted: names });
    const fewest = fewestInterruptions(lock, plan, problem);
    expect(names.length).toBeGreaterThanOrEqual(fewest);
    seen.all++;
    seen.needed += fewest;
    seen.interrupted += names.length;
    if (fewest === 0) seen.possible++;
    if (names.length === 0) seen.found++;
    if (names.length > fewest) seen.worse++;
    if (stuckCopies(lock, plan, problem, new Random(draw)).length > 0) seen.stuck++;
  }
  return seen;
}
