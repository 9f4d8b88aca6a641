import type { Component } from '../state/components.ts';
import { type Instance, type ServerShape, share } from '../state/instance.ts';
import { Pool } from '../state/pool.ts';

/** Most copies, and choices of bases, of a component that is tried exhaustively. */
const COPIES = 40;
const CHOICES = 20_000;
/** Steps that the search may take, by effort: ordinals that a copy is tried on. */
const STEPS = { fast: 0, normal: 10_000, thorough: 200_000 };

/** Where one model's required copies go. */
export interface Stand {
  readonly model: number;
  readonly server: number;
  readonly ordinals: readonly number[];
}

/** What trying everything says of a component. */
export interface Exhausted {
  /** No legal placement costs less; infinite: there is none. */
  readonly value: number;
  readonly steps: number;
  /** One that costs no more. Undefined: the steps ran out before one was found, or there is none at all. */
  readonly stands: readonly Stand[] | undefined;
}

/**
 * Tries all bases of a component's servers, the cheapest first, until its models fit. It depends on nothing but the
 * models, so that a placement's history does not show in its bound. Undefined: too many to begin with.
 */
export function exhaust(
  instance: Instance,
  component: Component,
  least: ReadonlyMap<number, number>,
): Exhausted | undefined {
  const most = STEPS[instance.effort];
  if (most === 0) return undefined;
  const groups = component.groups();
  let copies = 0;
  for (const { models } of groups) for (const model of models) copies += instance.min[model]!;
  if (copies === 0 || copies > COPIES) return undefined;
  const models = groups.flatMap((group) => group.models.map((model) => ({ model, servers: group.servers })));
  const shapes = component.servers.map((s) => instance.servers[s]!);
  if (shapes.some(({ index, max }) => least.get(index)! > max)) return undefined;
  const choices = basesOf(shapes, least, copies);
  if (choices === undefined) return undefined;
  const trial = new Trial(instance, models, most);
  for (const { cost, bases } of choices) {
    const stands = trial.fill(bases);
    if (stands !== undefined) return { value: cost, steps: trial.steps, stands };
    if (trial.steps > most) return { value: cost, steps: trial.steps, stands: undefined };
  }
  return { value: Number.POSITIVE_INFINITY, steps: trial.steps, stands: undefined };
}

interface Bases {
  readonly cost: number;
  /** By server. */
  readonly bases: ReadonlyMap<number, number>;
}

/** All choices of bases, the cheapest first; undefined where there are too many. */
function basesOf(
  shapes: readonly ServerShape[],
  least: ReadonlyMap<number, number>,
  copies: number,
): readonly Bases[] | undefined {
  let choices: { cost: number; bases: (readonly [number, number])[] }[] = [{ cost: 0, bases: [] }];
  for (const { index, max, cost } of shapes) {
    const low = least.get(index)!;
    // More ordinals than copies are of no use.
    const high = Math.max(low, Math.min(max, copies));
    // What costs nothing need not be spared.
    const from = cost === 0 ? high : low;
    if (choices.length * (high - from + 1) > CHOICES) return undefined;
    choices = choices.flatMap((one) =>
      Array.from({ length: high - from + 1 }, (_, i) => ({
        cost: one.cost + cost * (from + i),
        bases: [...one.bases, [index, from + i] as const],
      })),
    );
  }
  // Sorting is stable.
  return choices.toSorted((a, b) => a.cost - b.cost).map(({ cost, bases }) => ({ cost, bases: new Map(bases) }));
}

interface Candidate {
  readonly model: number;
  readonly servers: readonly number[];
}

/** Depth first: model after model, those with few servers and large ones first, on every ordinal that is unlike the others. */
class Trial {
  steps = 0;
  readonly #instance: Instance;
  readonly #order: readonly Candidate[];
  readonly #most: number;
  /** From each model on: memory that stays, memory of all, and copies. */
  readonly #ahead: readonly (readonly [number, number, number])[];
  #pools: ReadonlyMap<number, Pool> = new Map();
  #bases: ReadonlyMap<number, number> = new Map();
  #inVain = new Set<string>();
  #stands: Stand[] = [];

  constructor(instance: Instance, models: readonly Candidate[], most: number) {
    this.#instance = instance;
    this.#most = most;
    const size = ({ model, servers }: Candidate): number =>
      Math.max(...servers.map((s) => share(instance, model, instance.servers[s]!)));
    this.#order = models.toSorted(
      (a, b) => a.servers.length - b.servers.length || size(b) - size(a) || a.model - b.model,
    );
    const ahead: [number, number, number][] = [[0, 0, 0]];
    for (const { model } of this.#order.toReversed()) {
      const [stays, all, copies] = ahead[0]!;
      const count = instance.min[model]!;
      const memory = instance.memory[model]! * count;
      ahead.unshift([stays + instance.always[model]! * memory, all + memory, copies + count]);
    }
    this.#ahead = ahead;
  }

  /** Where all models go, with these bases. Undefined: nowhere, or the steps ran out. */
  fill(bases: ReadonlyMap<number, number>): readonly Stand[] | undefined {
    const { servers } = this.#instance;
    this.#bases = bases;
    this.#pools = new Map([...bases.keys()].map((s) => [s, new Pool(this.#instance, servers[s]!)]));
    for (const [s, pool] of this.#pools) pool.ensure(bases.get(s)!);
    this.#inVain = new Set();
    this.#stands = [];
    return this.#place(0) ? this.#stands : undefined;
  }

  #place(at: number): boolean {
    const one = this.#order[at];
    if (one === undefined) return true;
    if (!this.#hasRoom(at)) return false;
    const state = this.#state(at);
    if (this.#inVain.has(state)) return false;
    for (const s of one.servers) {
      if (this.#spread(at, s, 0, [])) return true;
      if (this.steps > this.#most) return false;
    }
    this.#inVain.add(state);
    return false;
  }

  /** Puts the copies of a model that are left on ordinals from `from` on. */
  #spread(at: number, s: number, from: number, ordinals: readonly number[]): boolean {
    const { model } = this.#order[at]!;
    const left = this.#instance.min[model]! - ordinals.length;
    if (left === 0) {
      this.#stands.push({ model, server: s, ordinals });
      if (this.#place(at + 1)) return true;
      this.#stands.pop();
      return false;
    }
    const pool = this.#pools.get(s)!;
    const tried = new Set<string>();
    for (let k = from; k + left <= this.#bases.get(s)!; k++) {
      if (!pool.fits(model, k)) continue;
      const contents = contentsOf(pool, k);
      if (tried.has(contents)) continue;
      tried.add(contents);
      if (++this.steps > this.#most) return false;
      pool.add(model, k);
      if (this.#spread(at, s, k + 1, [...ordinals, k])) return true;
      pool.remove(model, k);
    }
    return false;
  }

  /** Whether there is as much free, taken together, as what is left asks for at least. */
  #hasRoom(at: number): boolean {
    let [stays, all, copies] = this.#ahead[at]!;
    for (const [s, pool] of this.#pools) {
      const { shape } = pool;
      for (let k = 0; k < this.#bases.get(s)!; k++) {
        stays -= Math.max(0, pool.free(k)) / shape.workers;
        all -= (shape.limit - pool.used(k)) / shape.workers;
        copies -= shape.slots - pool.held(k).length;
      }
    }
    return stays <= SLACK && all <= SLACK && copies <= 0;
  }

  /** All that matters to the models that are left. */
  #state(at: number): string {
    const parts = [...this.#pools].map(([s, pool]) =>
      Array.from({ length: this.#bases.get(s)! }, (_, k) => contentsOf(pool, k))
        .sort()
        .join(';'),
    );
    return `${at}|${parts.join('|')}`;
  }
}

/** More than dividing by workers can be off. */
const SLACK = 1e-6;

function contentsOf(pool: Pool, k: number): string {
  const { held, sums } = pool.save(k);
  return `${held},${sums.join()}`;
}
