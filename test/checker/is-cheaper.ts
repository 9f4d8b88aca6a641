import type { ProblemModel, ProblemServer } from '../../src/ir/index.ts';

/** Partial placements, and choices of bases, that are looked at before the answer is left open. */
const LOOKS = 1_000_000;
const CHOICES = 50_000;

/** What one ordinal holds, as far as limits go. */
interface Held {
  readonly stays: number;
  readonly all: number;
  readonly top: number;
  readonly gpuStays: number;
  readonly gpuAll: number;
  readonly gpuTop: number;
  readonly count: number;
  readonly disk: number;
}

const nothing: Held = { stays: 0, all: 0, top: 0, gpuStays: 0, gpuAll: 0, gpuTop: 0, count: 0, disk: 0 };

/**
 * Whether a legal placement of the models on these servers costs less than so much, whatever the history: for all bases
 * that do and of which none could be larger, model after model is put wherever it may go. What was tried in vain with as
 * many models left and the same contents is not tried again. Undefined: too many to try.
 */
export function isCheaper(
  servers: readonly ProblemServer[],
  models: readonly ProblemModel[],
  homes: ReadonlyMap<ProblemModel, readonly ProblemServer[]>,
  than: number,
): boolean | undefined {
  const choices = largestBases(servers, models, than);
  if (choices === undefined) return undefined;
  const attempt = { looks: 0 };
  for (const bases of choices) {
    if (new Filling(servers, models, homes, bases, attempt).fits()) return true;
    if (attempt.looks > LOOKS) return undefined;
  }
  return false;
}

type Bases = ReadonlyMap<ProblemServer, number>;

/** Bases that cost less than so much, without those that others of them contain; undefined where there are too many. */
function largestBases(
  servers: readonly ProblemServer[],
  models: readonly ProblemModel[],
  than: number,
): readonly Bases[] | undefined {
  const copies = models.reduce((sum, { replicas }) => sum + replicas.min, 0);
  const top = ({ replicas }: ProblemServer): number => Math.max(replicas.min, Math.min(replicas.max, copies));
  const cheapestFirst = servers.toSorted((a, b) => b.cost - a.cost);
  const floor = servers.reduce((sum, { cost, replicas }) => sum + cost * replicas.min, 0);
  if (floor >= than) return [];
  let choices: { left: number; bases: (readonly [ProblemServer, number])[] }[] = [{ left: than - floor, bases: [] }];
  for (const [i, server] of cheapestFirst.entries()) {
    const { cost, replicas } = server;
    choices = choices.flatMap(({ left, bases }) => {
      const affordable = cost === 0 ? top(server) : replicas.min + Math.ceil(left / cost) - 1;
      const most = Math.min(top(server), affordable);
      // The last server, and one without cost, take all that they can.
      const least = cost === 0 || i === servers.length - 1 ? most : replicas.min;
      return Array.from({ length: most - least + 1 }, (_, more) => ({
        left: left - cost * (least + more - replicas.min),
        bases: [...bases, [server, least + more] as const],
      }));
    });
    if (choices.length > CHOICES) return undefined;
  }
  const isLargest = ({ left, bases }: (typeof choices)[number]): boolean =>
    bases.every(([server, base]) => base >= top(server) || server.cost >= left);
  return choices.filter(isLargest).map(({ bases }) => new Map(bases));
}

/** One choice of bases. */
class Filling {
  readonly #servers: readonly ProblemServer[];
  readonly #order: readonly ProblemModel[];
  readonly #homes: ReadonlyMap<ProblemModel, readonly ProblemServer[]>;
  readonly #pools: ReadonlyMap<ProblemServer, Held[]>;
  readonly #inVain = new Set<string>();
  readonly #attempt: { looks: number };

  constructor(
    servers: readonly ProblemServer[],
    models: readonly ProblemModel[],
    homes: ReadonlyMap<ProblemModel, readonly ProblemServer[]>,
    bases: Bases,
    attempt: { looks: number },
  ) {
    this.#servers = servers;
    this.#homes = homes;
    this.#attempt = attempt;
    this.#order = models.toSorted(
      (a, b) => homes.get(a)!.length - homes.get(b)!.length || weight(b) - weight(a) || (a.name < b.name ? -1 : 1),
    );
    this.#pools = new Map(servers.map((server) => [server, Array.from({ length: bases.get(server)! }, () => nothing)]));
  }

  fits(): boolean {
    return this.#place(0);
  }

  #place(at: number): boolean {
    const model = this.#order[at];
    if (model === undefined) return true;
    if (++this.#attempt.looks > LOOKS || !this.#couldHold(at)) return false;
    const contents = this.#servers.map((server) => this.#pools.get(server)!.map(text).sort().join(';'));
    const state = `${at}|${contents.join('|')}`;
    if (this.#inVain.has(state)) return false;
    if (this.#homes.get(model)!.some((server) => this.#spread(at, server, 0, model.replicas.min))) return true;
    this.#inVain.add(state);
    return false;
  }

  /** Puts what is left of a model's copies on ordinals from `from` on; alike ordinals are tried once. */
  #spread(at: number, server: ProblemServer, from: number, left: number): boolean {
    if (left === 0) return this.#place(at + 1);
    const pool = this.#pools.get(server)!;
    const tried = new Set<string>();
    for (let k = from; k + left <= pool.length; k++) {
      const before = pool[k]!;
      if (tried.has(text(before))) continue;
      tried.add(text(before));
      const next = withOne(before, this.#order[at]!, server.workers);
      if (!isLegal(next, server)) continue;
      pool[k] = next;
      const found = this.#spread(at, server, k + 1, left - 1);
      pool[k] = before;
      if (found) return true;
    }
    return false;
  }

  /** Whether what is free, taken together, is as much as the models from there on ask for; and so for each server alone. */
  #couldHold(at: number): boolean {
    const left = this.#order.slice(at);
    const free = new Map(this.#servers.map((server) => [server, this.#free(server)]));
    const areHeld = (models: readonly ProblemModel[], homes: readonly ProblemServer[]): boolean =>
      limits.every((limit) => {
        const asked = models.reduce((sum, model) => sum + model.replicas.min * asks(model, limit), 0);
        const there = homes.reduce((sum, server) => sum + free.get(server)![limit] / perWorker(server, limit), 0);
        return asked <= there + 1e-6;
      });
    return (
      areHeld(left, this.#servers) &&
      this.#servers.every((server) =>
        areHeld(
          left.filter((model) => this.#homes.get(model)!.length === 1 && this.#homes.get(model)![0] === server),
          [server],
        ),
      )
    );
  }

  #free(server: ProblemServer): Record<Limit, number> {
    const { memory, gpuMemory, slots, disk } = server.capacity;
    const percent = (100 + server.overcommit) / 100;
    const sum = { stays: 0, all: 0, gpuStays: 0, gpuAll: 0, count: 0, disk: 0 };
    for (const held of this.#pools.get(server)!) {
      sum.stays += memory - held.stays - held.top;
      sum.all += memory * percent - held.all;
      sum.gpuStays += gpuMemory - held.gpuStays - held.gpuTop;
      sum.gpuAll += gpuMemory * percent - held.gpuAll;
      sum.count += (slots ?? Number.POSITIVE_INFINITY) - held.count;
      sum.disk += (disk ?? Number.POSITIVE_INFINITY) - held.disk;
    }
    return sum;
  }
}

/** What adds up; what is needed on top while loading does not. */
const limits = ['stays', 'all', 'gpuStays', 'gpuAll', 'count', 'disk'] as const;
type Limit = (typeof limits)[number];

function asks(model: ProblemModel, limit: Limit): number {
  const one = withOne(nothing, model, 1);
  return one[limit];
}

function perWorker({ workers }: ProblemServer, limit: Limit): number {
  return limit === 'count' || limit === 'disk' ? 1 : workers;
}

function weight({ memory, replicas }: ProblemModel): number {
  return memory * replicas.min;
}

function withOne(held: Held, model: ProblemModel, workers: number): Held {
  const always = model.residency === 'always';
  const isReplaced = always && model.update === 'recreate';
  const memory = model.memory * workers;
  const gpu = model.gpuMemory * workers;
  return {
    stays: held.stays + (always ? memory : 0),
    all: held.all + memory,
    top: Math.max(held.top, model.peak * workers - (isReplaced ? memory : 0)),
    gpuStays: held.gpuStays + (always ? gpu : 0),
    gpuAll: held.gpuAll + gpu,
    gpuTop: Math.max(held.gpuTop, model.gpuPeak * workers - (isReplaced ? gpu : 0)),
    count: held.count + 1,
    disk: held.disk + 2 * model.disk,
  };
}

function isLegal(held: Held, { capacity, overcommit }: ProblemServer): boolean {
  const { memory, gpuMemory, slots, disk } = capacity;
  return (
    held.stays + held.top <= memory &&
    100 * held.all <= memory * (100 + overcommit) &&
    held.gpuStays + held.gpuTop <= gpuMemory &&
    100 * held.gpuAll <= gpuMemory * (100 + overcommit) &&
    (slots === null || held.count <= slots) &&
    (disk === null || held.disk <= disk)
  );
}

function text(held: Held): string {
  return Object.values(held).join();
}
