import { byCodeUnit } from '../diagnostics/index.ts';
import {
  type Fleet,
  isAutoscaled,
  type Move,
  type Placement,
  type Plan,
  type Problem,
  type Server,
  type Transition,
} from '../ir/index.ts';
import type { Rebalanced } from '../place/index.ts';
import type { OutputChange, Target } from './output.ts';

/** What was packed where, a row a server, and how good that is; without any colour. */
export function reportPlacement(fleet: Fleet, problem: Problem, placement: Placement): string {
  const load = loadOf(problem, placement);
  const rows = problem.servers.map((server): readonly string[] => {
    const { memory, models } = load.get(server.name) ?? { memory: 0, models: 0 };
    const base = placement.servers[server.name]?.base ?? server.replicas.min;
    const own = fleet.servers.find(({ name }) => name === server.name);
    const beside = own === undefined ? '' : beyondBase(own, base);
    const beyond = server.overcommit > 0 ? ` (${server.overcommit} % overcommit)` : '';
    const used = `${gibibytes(memory * server.workers)} of ${gibibytes(server.capacity.memory * base)} GiB${beyond}`;
    return [server.name, own?.runtime ?? '', `${base}${beside}`, used, String(models)];
  });
  const heading = ['server', 'runtime', 'replicas', 'memory', 'models'];
  return [...table([heading, ...rows]), boundLine(fleet, placement), ...rebalanceHint(problem, placement)].join('\n');
}

/** How many replicas there may be besides, by an autoscaler or by a commit that needs them. */
function beyondBase(server: Server, base: number): string {
  const { min, max } = server.replicas;
  if (min === max) return '';
  if (!isAutoscaled(server)) return ` (at most ${max})`;
  return max > base ? ` (to ${max})` : '';
}

/** Moved models that are named: more are not read. */
const NAMED = 8;

/** What the change does to what runs now, in a line; which models move where, and what is interrupted. */
export function reportTransition(transition: Transition, moves: readonly Move[]): string {
  const { added, removed, updated, moved, interrupted } = transition;
  const counts = [
    `${count(moved.length, 'model')} moved`,
    `${added.length} added`,
    ...(updated.length > 0 ? [`${updated.length} updated`] : []),
    ...(removed.length > 0 ? [`${removed.length} removed`] : []),
    `${interrupted.length} interrupted`,
  ];
  const reasons = interrupted.map(({ model, reason }) => `  ${model} is interrupted: ${reason}`);
  const named = moved
    .slice(0, NAMED)
    .map((model) => `  ${model} moves: ${wayOf(moves.filter((move) => move.model === model))}`);
  const more = moved.length > NAMED ? [`  and ${moved.length - NAMED} more`] : [];
  return [counts.join(', '), ...named, ...more, ...reasons].join('\n');
}

function wayOf(moves: readonly Move[]): string {
  const ways = moves.map(({ from, to }) =>
    from === null ? `to ${to}` : to === null ? `off ${from}` : `${from} to ${to}`,
  );
  return ways.join(', ');
}

/** What each move buys, a line an ordinal that closes. */
export function reportRebalance({ before, steps, scratch }: Rebalanced): string {
  const from = `without moves: cost ${before}`;
  const lines = steps.map(({ moves, cost }) => `${count(moves, 'model')} moved: cost ${cost}, ${before - cost} less`);
  const anew = `from scratch: cost ${scratch.cost}, with ${count(scratch.moves, 'model')} moved`;
  return [from, ...(lines.length > 0 ? lines : ['no replica can be closed within these moves']), anew].join('\n');
}

/** What was written, or with `check` what would be. */
export function reportOutput({ output, lock }: Target, change: OutputChange, check: boolean): string {
  const where = lock === undefined ? output : `${output} and ${lock}`;
  const { added, changed, removed, unchanged } = change;
  if (added.length + changed.length + removed.length === 0) {
    return `${where} ${lock === undefined ? 'is' : 'are'} up to date (${count(unchanged, 'file')})`;
  }
  const parts = [
    ...(added.length > 0 ? [`${added.length} new`] : []),
    ...(changed.length > 0 ? [`${changed.length} changed`] : []),
    ...(removed.length > 0 ? [`${removed.length} removed`] : []),
    `${unchanged} unchanged`,
  ];
  return `${check ? 'would write' : 'wrote'} ${where}: ${parts.join(', ')}`;
}

/**
 * Names the models that are gone for a while when the ordinal of their only copy is drained or lost, and the ordinal
 * that takes most of them at once. No line where there are none.
 */
export function reportRefuge(plan: Plan): readonly string[] {
  const dark = plan.servers
    .flatMap((server) => server.models.map((model) => ({ server: server.server, model })))
    .filter(({ model }) => model.at.length === 1 && model.refuge === undefined && model.spare.length === 0);
  if (dark.length === 0) return [];
  const names = dark.map(({ model }) => model.name).toSorted(byCodeUnit);
  const shown = names.slice(0, 5).join(', ');
  const more = names.length > 5 ? ` and ${names.length - 5} more` : '';
  const lines = [`no second place for ${count(names.length, 'model')} while a replica is drained: ${shown}${more}`];
  const byOrdinal = new Map<string, number>();
  for (const { server, model } of dark) {
    const ordinal = `${server}/${model.at[0]}`;
    byOrdinal.set(ordinal, (byOrdinal.get(ordinal) ?? 0) + 1);
  }
  const [worst] = [...byOrdinal].sort(([a, n], [b, m]) => m - n || byCodeUnit(a, b));
  if (worst && byOrdinal.size > 1) lines.push(`most at once: ${worst[1]} of them with ${worst[0]}`);
  return lines;
}

/** Models of each server, and the memory of their required copies on one worker. */
function loadOf(problem: Problem, placement: Placement): ReadonlyMap<string, { memory: number; models: number }> {
  const load = new Map(problem.servers.map(({ name }) => [name, { memory: 0, models: 0 }]));
  for (const { name, memory } of problem.models) {
    const at = placement.assignments[name];
    const server = load.get(at?.[0]?.slice(0, at[0].lastIndexOf('/')) ?? '');
    if (!at || !server) continue;
    server.memory += memory * at.length;
    server.models++;
  }
  return load;
}

/** "23 replicas for 412 models; 22 is proven impossible". Speaks of cost where replicas differ in price. */
function boundLine(fleet: Fleet, placement: Placement): string {
  const { used, lowerBound } = placement.certificate;
  const models = count(Object.keys(placement.assignments).length, 'model');
  const priced = fleet.servers.some((server) => server.cost !== 1);
  const what = priced ? `a cost of ${used} for ${models}` : `${count(used, 'replica')} for ${models}`;
  return `${what}; ${lowerBound > 1 ? `${lowerBound - 1} is proven impossible` : 'fewer is not possible'}`;
}

/** Part of the bound by which a placement that was kept from before may exceed it before rebalancing is suggested. */
const WORTH = 0.05;

/** Where keeping models in their places may have a price, how to learn what it is. */
function rebalanceHint({ previous }: Problem, { certificate: { gap, lowerBound } }: Placement): readonly string[] {
  if (!previous || gap <= WORTH * lowerBound) return [];
  return [
    `up to ${gap} of that may be the price of stability: \`stowage rebalance --check\` tells what moving models saves`,
  ];
}

function gibibytes(mebibytes: number): string {
  return (Math.round((mebibytes / 1024) * 10) / 10).toFixed(1);
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
