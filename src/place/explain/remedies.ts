import { byCodeUnit, suggest } from '../../diagnostics/index.ts';
import type { Problem, ProblemModel, ProblemServer, Reason, Remedy } from '../../ir/index.ts';
import { insert } from '../pack/insert.ts';
import { mostReplicas } from '../problem/parse-problem.ts';
import { settleAll } from '../search/settle.ts';
import { buildInstance, candidatesOf, findModel, homesOf, type Instance } from '../state/instance.ts';
import type { Packing } from '../state/packing.ts';

/** Steps that the solves for all remedies of one answer may take together: a few seconds. */
const BUDGET = 10_000_000;
/** Steps that reading and writing a model counts for. */
const PER_MODEL = 10;
/** Servers that one way out names. */
const SHOWN = 5;
/** Servers that are offered one more replica. */
const SERVERS = 3;

/** Solves changed problems to see whether a remedy helps, as long as the budget lasts. */
export class Trials {
  readonly #instance: Instance;
  readonly #packing: Packing;
  /** Models without a place that have a server which could hold them. */
  readonly #without: readonly number[];
  #left = BUDGET;
  #enough: Promise<Enough | undefined> | undefined;
  /** What the dearest solve so far took; the one that found no place is the first. */
  #dearest: number;

  /** `spent`: steps that it took to find no place. */
  constructor(instance: Instance, packing: Packing, spent: number) {
    this.#instance = instance;
    this.#packing = packing;
    this.#dearest = spent;
    this.#without = [...instance.models.keys()].filter(
      (m) => packing.server[m]! < 0 && homesOf(instance, m).length > 0,
    );
  }

  /** Steps so far. */
  get spent(): number {
    return BUDGET - this.#left;
  }

  /** Whether the changed problem places the model and all that were placed anyway. Out of budget: no. */
  async places(model: string, change: Partial<Problem>): Promise<boolean> {
    // Where models have no room, a solve spends much on seeking it.
    if (this.#left < this.#dearest) return false;
    const placed = await this.#solve(change);
    return placed.keeps && placed.stands(model);
  }

  /** As many replicas as do for all models without room: found by two solves that answer for all of them. */
  async enoughReplicas(model: string): Promise<Remedy[]> {
    this.#enough ??= this.#findEnough();
    const enough = await this.#enough;
    return enough?.stands(model) ? [enough.remedy] : [];
  }

  /** Lets servers that models without room can go to have any number of replicas, and then as many as that took. */
  async #findEnough(): Promise<Enough | undefined> {
    const { servers } = this.#instance.problem;
    const homes = new Set(this.#without.flatMap((m) => homesOf(this.#instance, m).map((s) => this.#nameOf(s))));
    const raise = (most: (name: string) => number): Partial<Problem> => ({
      servers: servers.map((server) => {
        const { min, max } = server.replicas;
        return homes.has(server.name)
          ? { ...server, replicas: { min, max: Math.max(max, most(server.name)) } }
          : server;
      }),
    });
    const any = await this.#solve(raise(() => mostReplicas));
    const bases = new Map(any.packing.instance.servers.map(({ name, index }) => [name, any.packing.base[index]!]));
    const { keeps, stands } = await this.#solve(raise((name) => bases.get(name)!));
    const raised = this.#instance.servers.filter(({ name, max }) => homes.has(name) && bases.get(name)! > max);
    const [first, ...rest] = raised;
    if (!first || !keeps) return undefined;
    const more = raised.map(({ name, max }) => `\`${name}\` ${bases.get(name)} replicas in place of ${max}`);
    const shown = more.length > SHOWN ? [...more.slice(0, SHOWN), `and ${more.length - SHOWN} servers more`] : more;
    const others = this.#without.length > 1 && this.#without.every((m) => stands(this.#instance.models[m]!.name));
    const message = `give ${shown.join(', ')}${others ? ', which places the others too' : ''}`;
    const one = rest.length === 0 && { server: first.name, value: bases.get(first.name)! };
    return { stands, remedy: { kind: 'replicas', ...one, message } };
  }

  #nameOf(s: number): string {
    return this.#instance.servers[s]!.name;
  }

  async #solve(change: Partial<Problem>): Promise<Solved> {
    const { models, problem } = this.#instance;
    const instance = buildInstance({ ...problem, ...change }, 'fast');
    const { packing, spent } = await settleAll(instance);
    const cost = PER_MODEL * models.length + spent;
    this.#left -= cost;
    this.#dearest = Math.max(this.#dearest, cost);
    const stands = (name: string): boolean => packing.server[findModel(instance, name)]! >= 0;
    return { packing, stands, keeps: models.every(({ name }, m) => this.#packing.server[m]! < 0 || stands(name)) };
  }
}

/** One way out for all. */
interface Enough {
  readonly stands: Solved['stands'];
  readonly remedy: Remedy;
}

/** A changed problem, solved. */
interface Solved {
  readonly packing: Packing;
  /** Whether a model has a place. */
  readonly stands: (name: string) => boolean;
  /** Whether all have one that had one anyway. */
  readonly keeps: boolean;
}

/** What would place a model: each found by a look at the placement and then checked by solving. */
export async function findRemedies(
  instance: Instance,
  packing: Packing,
  m: number,
  reasons: readonly Reason[],
  trials: Trials,
): Promise<Remedy[]> {
  const last = reasons.at(-1);
  if (!last) return [];
  switch (last.step) {
    case 'capabilities':
      return capability(instance, m, last, trials);
    case 'memory':
    case 'gpuMemory':
      return [...(await recreate(instance, m, trials)), ...(await smaller(instance, packing, m, last.step, trials))];
    case 'disk':
      return smaller(instance, packing, m, last.step, trials);
    case 'copies':
      return moreReplicas(instance, m, trials);
    case 'slots':
      return moreSlots(instance, m, last, trials);
    case 'room':
      return [
        ...(await moreMoves(instance, m, trials)),
        ...(await moreReplicas(instance, m, trials)),
        ...(await recreate(instance, m, trials)),
        ...(await smaller(instance, packing, m, 'memory', trials)),
        ...(instance.gpu[m]! > 0 ? await smaller(instance, packing, m, 'gpuMemory', trials) : []),
        ...(await moreSlots(instance, m, last, trials)),
      ];
    default:
      return [];
  }
}

/** The least E that places it. */
async function moreMoves(instance: Instance, m: number, trials: Trials): Promise<Remedy[]> {
  const { moves, previous } = instance.problem;
  const most = instance.models.length;
  const { name } = instance.models[m]!;
  if (!previous || moves >= most) return [];
  const enough = (value: number): Promise<boolean> => trials.places(name, { moves: value });
  let low = moves;
  let high = moves + 1;
  while (!(await enough(high))) {
    if (high >= most || high > moves + 64) return [];
    low = high;
    high = moves + (high - moves) * 4;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (await enough(middle)) high = middle;
    else low = middle;
  }
  return [
    {
      kind: 'moves',
      value: high,
      message: `let ${high === 1 ? 'one other model' : `${high} other models`} move for each change (\`moves: ${high}\`)`,
    },
  ];
}

/** More replicas of a server that could hold it: one, or as many as it has copies. */
async function moreReplicas(instance: Instance, m: number, trials: Trials): Promise<Remedy[]> {
  const { name } = instance.models[m]!;
  const candidates = candidatesOf(instance, m).map((s) => instance.servers[s]!);
  const byCost = candidates.toSorted((a, b) => a.cost - b.cost || a.index - b.index).slice(0, SERVERS);
  const found: Remedy[] = [];
  for (const server of byCost) {
    const value = Math.max(server.max + 1, instance.min[m]!);
    if (value > mostReplicas) continue;
    const change = changeServer(instance, server.name, (old) => ({
      ...old,
      replicas: { min: old.replicas.min === old.replicas.max ? value : old.replicas.min, max: value },
    }));
    if (!(await trials.places(name, change))) continue;
    const more = value - server.max === 1 ? 'one more replica' : `${value - server.max} more replicas`;
    const written = server.min === server.max ? `${value}` : `{ min: ${server.min}, max: ${value} }`;
    const message = `give \`${server.name}\` ${more} (\`replicas: ${written}\`)`;
    found.push({ kind: 'replicas', server: server.name, value, message });
  }
  return found;
}

async function moreSlots(instance: Instance, m: number, { nearest }: Reason, trials: Trials): Promise<Remedy[]> {
  const server = instance.servers.find(({ name }) => name === nearest);
  if (!server || server.slots === Number.POSITIVE_INFINITY) return [];
  const value = server.slots + 1;
  const change = changeServer(instance, server.name, (old) => ({
    ...old,
    capacity: { ...old.capacity, slots: value },
  }));
  if (!(await trials.places(instance.models[m]!.name, change))) return [];
  return [{ kind: 'slots', server: server.name, value, message: `give \`${server.name}\` ${value} slots` }];
}

/** The word that the nearest server lacks: spelled as it offers it, or offered by it. */
async function capability(instance: Instance, m: number, { nearest }: Reason, trials: Trials): Promise<Remedy[]> {
  const model = instance.models[m]!;
  const server = instance.sources.find(({ name }) => name === nearest);
  if (!server) return [];
  const lacks = model.requires.toSorted(byCodeUnit).filter((word) => !server.capabilities.includes(word));
  const [word] = lacks;
  if (word === undefined || lacks.length > 1) return [];
  const meant = suggest(word, server.capabilities);
  if (meant !== undefined) {
    const requires = [...new Set(model.requires.map((one) => (one === word ? meant : one)))];
    if (await trials.places(model.name, changeModel(instance, m, { requires }))) {
      const message = `require \`${meant}\`, which \`${server.name}\` offers, in place of \`${word}\``;
      return [{ kind: 'capability', server: server.name, message }];
    }
  }
  const change = changeServer(instance, server.name, (old) => ({ ...old, capabilities: [...old.capabilities, word] }));
  if (!(await trials.places(model.name, change))) return [];
  return [{ kind: 'capability', server: server.name, message: `give \`${server.name}\` the capability \`${word}\`` }];
}

/** A new version after the old one, which saves the room for both at once. */
async function recreate(instance: Instance, m: number, trials: Trials): Promise<Remedy[]> {
  const model = instance.models[m]!;
  if (model.residency !== 'always' || model.update !== 'surge') return [];
  if (!(await trials.places(model.name, changeModel(instance, m, { update: 'recreate' })))) return [];
  const message = 'load its new versions after the old ones are gone (`update: recreate`), which interrupts it';
  return [{ kind: 'update', message }];
}

/** The most that it may need and still be placed. What it needs while loading shrinks by as much. */
async function smaller(
  instance: Instance,
  packing: Packing,
  m: number,
  kind: 'memory' | 'gpuMemory' | 'disk',
  trials: Trials,
): Promise<Remedy[]> {
  const model = instance.models[m]!;
  const fits = (value: number): boolean => fitsAs(instance, packing, m, shrink(model, kind, value));
  let low = 0;
  let high = model[kind];
  if (high <= 1 || !fits(1)) return [];
  low = 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  if (!(await trials.places(model.name, changeModel(instance, m, shrink(model, kind, low))))) return [];
  const what = { memory: 'memory', gpuMemory: 'GPU memory', disk: 'disk' }[kind];
  return [{ kind, value: low, message: `bring its ${what} down from ${model[kind]}Mi to ${low}Mi` }];
}

function shrink(model: ProblemModel, kind: 'memory' | 'gpuMemory' | 'disk', value: number): Partial<ProblemModel> {
  const less = model[kind] - value;
  switch (kind) {
    case 'memory':
      return { memory: value, peak: model.peak - less };
    case 'gpuMemory':
      return { gpuMemory: value, gpuPeak: model.gpuPeak - less };
    default:
      return { disk: value };
  }
}

/** Whether the unplaced model, so changed, finds a place in the placement as it stands. */
function fitsAs(instance: Instance, packing: Packing, m: number, change: Partial<ProblemModel>): boolean {
  const changed = buildInstance({ ...instance.problem, models: [{ ...instance.models[m]!, ...change }], servers: [] });
  const arrays = ['memory', 'transient', 'gpu', 'gpuTransient', 'disk'] as const;
  const kept = arrays.map((array) => instance[array][m]!);
  for (const array of arrays) instance[array][m] = changed[array][0]!;
  const mark = packing.mark();
  const placed = insert(packing, m, { look: 1, fit: 'best', opening: 'ordinal' }, undefined);
  packing.rollback(mark);
  for (const [i, array] of arrays.entries()) instance[array][m] = kept[i]!;
  return placed;
}

function changeServer(
  instance: Instance,
  name: string,
  change: (old: ProblemServer) => ProblemServer,
): Partial<Problem> {
  return { servers: instance.problem.servers.map((old) => (old.name === name ? change(old) : old)) };
}

function changeModel(instance: Instance, m: number, change: Partial<ProblemModel>): Partial<Problem> {
  const { name } = instance.models[m]!;
  return { models: instance.problem.models.map((old) => (old.name === name ? { ...old, ...change } : old)) };
}
