/**
 * What others do with the same fleet: models in the order in which they come, nothing ever moved. Seldon Core 2 takes,
 * of the servers that suit, the replicas with most memory free; first fit takes the first that have room.
 */
import type { Problem, ProblemModel, ProblemServer } from '../src/ir/index.ts';

export type Rule = 'seldon' | 'firstFit';

/** What a rule came to. */
export interface RuleResult {
  /** Σ cost × replicas. */
  readonly cost: number;
  readonly replicas: number;
  readonly unplaced: number;
}

interface Ordinal {
  stays: number;
  all: number;
  top: number;
  gpuStays: number;
  gpuAll: number;
  gpuTop: number;
  models: number;
  disk: number;
}

/** Places all models; `bases` fixes how many replicas each server has. Absent: one is added where nothing fits. */
export function placeByRule(problem: Problem, rule: Rule, bases?: readonly number[]): RuleResult {
  const pools = problem.servers.map(({ replicas }, s) =>
    Array.from({ length: bases ? bases[s]! : replicas.min }, (): Ordinal => empty()),
  );
  const offers = problem.servers.map(({ capabilities }) => new Set(capabilities));
  let unplaced = 0;
  for (const model of problem.models) {
    const suits = problem.servers.flatMap((server, s) =>
      (model.server === null || model.server === server.name) && model.requires.every((word) => offers[s]!.has(word))
        ? [s]
        : [],
    );
    if (!placeOpen(problem, pools, model, suits, rule) && (bases || !placeNew(problem, pools, model, suits))) {
      unplaced++;
    }
  }
  const replicas = pools.reduce((sum, pool) => sum + pool.length, 0);
  return { cost: pools.reduce((sum, pool, s) => sum + problem.servers[s]!.cost * pool.length, 0), replicas, unplaced };
}

function placeOpen(
  problem: Problem,
  pools: readonly Ordinal[][],
  model: ProblemModel,
  suits: readonly number[],
  rule: Rule,
): boolean {
  let best: { readonly s: number; readonly chosen: readonly Ordinal[]; readonly free: number } | undefined;
  for (const s of suits) {
    const server = problem.servers[s]!;
    const free = (ordinal: Ordinal): number => server.capacity.memory - ordinal.all;
    const fits = pools[s]!.filter((ordinal) => holds(server, ordinal, model));
    if (fits.length < model.replicas.min) continue;
    if (rule === 'firstFit') {
      take(server, fits.slice(0, model.replicas.min), model);
      return true;
    }
    const chosen = fits.sort((a, b) => free(b) - free(a)).slice(0, model.replicas.min);
    if (!best || free(chosen[0]!) > best.free) best = { s, chosen, free: free(chosen[0]!) };
  }
  if (!best) return false;
  take(problem.servers[best.s]!, best.chosen, model);
  return true;
}

/** Adds replicas to the server where least are missing, the cheapest first. */
function placeNew(problem: Problem, pools: Ordinal[][], model: ProblemModel, suits: readonly number[]): boolean {
  const options = suits.flatMap((s) => {
    const server = problem.servers[s]!;
    if (!holds(server, empty(), model)) return [];
    const open = pools[s]!.filter((ordinal) => holds(server, ordinal, model)).length;
    const missing = Math.max(0, model.replicas.min - open);
    return pools[s]!.length + missing <= server.replicas.max ? [{ s, missing }] : [];
  });
  const price = (option: { s: number; missing: number }): number => option.missing * problem.servers[option.s]!.cost;
  const [best] = options.sort((a, b) => price(a) - price(b));
  if (!best) return false;
  const server = problem.servers[best.s]!;
  for (let i = 0; i < best.missing; i++) pools[best.s]!.push(empty());
  take(server, pools[best.s]!.filter((ordinal) => holds(server, ordinal, model)).slice(0, model.replicas.min), model);
  return true;
}

function take(server: ProblemServer, ordinals: readonly Ordinal[], model: ProblemModel): void {
  for (const ordinal of ordinals) Object.assign(ordinal, withOne(server, ordinal, model));
}

function holds(server: ProblemServer, ordinal: Ordinal, model: ProblemModel): boolean {
  const next = withOne(server, ordinal, model);
  const { memory, gpuMemory, slots, disk } = server.capacity;
  const percent = 100 + server.overcommit;
  return (
    next.stays + next.top <= memory &&
    100 * next.all <= percent * memory &&
    next.gpuStays + next.gpuTop <= gpuMemory &&
    100 * next.gpuAll <= percent * gpuMemory &&
    (slots === null || next.models <= slots) &&
    (disk === null || next.disk <= disk)
  );
}

function withOne({ workers: w }: ProblemServer, ordinal: Ordinal, model: ProblemModel): Ordinal {
  const stays = model.residency === 'always' ? 1 : 0;
  const replaced = stays === 1 && model.update === 'recreate' ? 1 : 0;
  return {
    stays: ordinal.stays + stays * w * model.memory,
    all: ordinal.all + w * model.memory,
    top: Math.max(ordinal.top, w * (model.peak - replaced * model.memory)),
    gpuStays: ordinal.gpuStays + stays * w * model.gpuMemory,
    gpuAll: ordinal.gpuAll + w * model.gpuMemory,
    gpuTop: Math.max(ordinal.gpuTop, w * (model.gpuPeak - replaced * model.gpuMemory)),
    models: ordinal.models + 1,
    disk: ordinal.disk + 2 * model.disk,
  };
}

function empty(): Ordinal {
  return { stays: 0, all: 0, top: 0, gpuStays: 0, gpuAll: 0, gpuTop: 0, models: 0, disk: 0 };
}
