/**
 * How good placements are, how much of that is proven, how fast they come and how stable they stay. Instances are
 * generated from seeds as their papers describe them. Times stand against `JSON.parse` of the same problem, measured in
 * the same run. Every placement and every bound is checked by the independent checker; a fault ends the run.
 *
 *     npm run bench:place -- [--only pool,vector,…] [--quick]
 */
import { parseArgs } from 'node:util';
import type { Placement, Problem } from '../src/ir/index.ts';
import { type Effort, parseProblem, solveWithEvidence } from '../src/place/index.ts';
import { settleAll } from '../src/place/search/settle.ts';
import { buildInstance } from '../src/place/state/instance.ts';
import { checkEvidence } from '../test/checker/check-evidence.ts';
import { checkPlacement } from '../test/checker/check-placement.ts';
import { plain, problem, server } from '../test/support/problems.ts';
import { Random } from '../test/support/random.ts';
import { fleet } from './place-fleet.ts';
import { falkenauer, type Instance, scholl, twoDimensional } from './place-instances.ts';
import { memoryOf } from './place-memory.ts';
import { placeByRule } from './place-rules.ts';
import { oneChange, randomCommit } from './place-stability.ts';

const { values } = parseArgs({
  options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } },
});
const quick = values.quick;

const sections: Record<string, () => Promise<void>> = {
  /** One pool of equal replicas. */
  pool: () => proven('one pool', falkenauer(quick ? 2 : 20)),
  sets: () => proven('one pool', scholl(quick ? 1 : 2)),
  vector: () => proven('two resources', twoDimensional(quick ? 1 : 2)),
  fleet: fleets,
  scale,
  million,
  stability,
  commits,
};

for (const name of values.only?.split(',') ?? Object.keys(sections)) {
  const section = sections[name];
  if (!section) throw new Error(`no section \`${name}\`; there are ${Object.keys(sections).join(', ')}`);
  console.log(`\n## ${name}`);
  await section();
}

/** By group: proven optimal, the farthest from its bound, times, and what other rules take. */
async function proven(title: string, instances: readonly Instance[]): Promise<void> {
  console.log(`${title}: ${instances.length} instances`);
  const groups = new Map<string, { used: number; gap: number; ms: number; seldon: number; first: number }[]>();
  for (const { group, problem: asked } of instances) {
    const { placement, ms } = await timed(asked, 'thorough');
    const { used, gap } = placement.certificate;
    const row = {
      used,
      gap,
      ms,
      seldon: placeByRule(asked, 'seldon').cost,
      first: placeByRule(asked, 'firstFit').cost,
    };
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  const all = [...groups.values()].flat();
  for (const [group, rows] of [...groups, ['all', all] as const]) {
    const sum = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((total, row) => total + of(row), 0);
    const optimal = rows.filter(({ gap }) => gap === 0).length;
    const times = rows.map(({ ms }) => ms);
    console.log(
      [
        `${group.padEnd(18)} ${String(optimal).padStart(3)} of ${String(rows.length).padEnd(3)} proven optimal`,
        `farthest ${Math.max(...rows.map(({ gap }) => gap))}`,
        `average ${(sum(({ ms }) => ms) / rows.length).toFixed(0).padStart(5)} ms`,
        `worst ${Math.max(...times)
          .toFixed(0)
          .padStart(5)} ms`,
        `Seldon's rule ${(sum(({ seldon }) => seldon) / sum(({ used }) => used)).toFixed(3)}×`,
        `first fit ${(sum(({ first }) => first) / sum(({ used }) => used)).toFixed(3)}×`,
      ].join('   '),
    );
  }
}

/** Several pools with every rule in play, and the rules of others on the same fleet. */
async function fleets(): Promise<void> {
  const shapes = [
    { replicas: 1_000, servers: 8, perOrdinal: 25 },
    { replicas: 10_000, servers: 25, perOrdinal: 25 },
    ...(quick ? [] : [{ replicas: 100_000, servers: 250, perOrdinal: 25 }]),
  ];
  for (const surge of [false, true]) {
    for (const shape of shapes) {
      const asked = fleet({ ...shape, surge, seed: 3 });
      const normal = await timed(asked);
      const { placement, ms } = await timed(asked, 'thorough');
      const { used } = placement.certificate;
      const bases = asked.servers.map(({ name }) => placement.servers[name]!.base);
      console.log(`${shape.replicas} replicas, ${surge ? 'with' : 'without'} surge: ${asked.models.length} models`);
      for (const [name, one] of [
        ['ours', normal],
        ['ours, thorough', { placement, ms }],
      ] as const) {
        const { certificate, servers, unplaced } = one.placement;
        const count = sumOf(Object.values(servers).map(({ base }) => base));
        const bound = `bound ${certificate.lowerBound}, gap ${gap(one.placement)}, `;
        line(name, certificate.used, count, unplaced.length, bound, one.ms);
      }
      console.log(`  of our gap ${shares(normal.placement, placement)}`);
      for (const rule of ['seldon', 'firstFit'] as const) {
        const name = rule === 'seldon' ? "Seldon's rule" : 'first fit';
        const free = placeByRule(asked, rule);
        line(name, free.cost, free.replicas, free.unplaced, `${(free.cost / used).toFixed(3)}× ours`);
        const held = placeByRule(asked, rule, bases);
        line(`${name}, our replicas`, held.cost, held.replicas, held.unplaced);
      }
    }
  }
}

/** Time against JSON.parse, one pool of 5,000 ordinals and a fleet of 100,000. */
async function scale(): Promise<void> {
  const random = new Random(5000);
  const count = 5_000 * 12;
  const models = Array.from({ length: count }, (_, i) =>
    plain(`model-${String(i).padStart(6, '0')}`, 100 + random.int(1200)),
  );
  const one = problem([server('pool', 8192, { replicas: { min: 1, max: 10_000 } })], models);
  await ratio('one class of 5,000 ordinals', one);
  for (const surge of [false, true]) {
    const asked = fleet({ replicas: 100_000, servers: 250, perOrdinal: 25, surge, seed: 3 });
    await ratio(`fleet of 100,000 ${surge ? 'with' : 'without'} surge`, asked);
  }
}

async function ratio(name: string, asked: Problem): Promise<void> {
  const parse = parseTime(asked);
  const { placement, ms } = await timed(asked, 'fast');
  const started = performance.now();
  await settleAll(buildInstance(asked, 'fast'));
  const placed = performance.now() - started;
  console.log(
    `${name}, fast: ${asked.models.length} models on ${sumOf(Object.values(placement.servers).map(({ base }) => base))} ordinals, JSON.parse ${parse.toFixed(0)} ms, placing ${placed.toFixed(0)} ms = ${(placed / parse).toFixed(1)}×, solve with bound ${ms.toFixed(0)} ms = ${(ms / parse).toFixed(1)}×, gap ${gap(placement)}`,
  );
}

/** A million model replicas: time, and memory beyond the parsed problem, both in processes of their own. */
async function million(): Promise<void> {
  const count = quick ? 200_000 : 1_000_000;
  for (const surge of [false, true]) {
    const { parse, solve: solved, beyond, used, bound } = memoryOf({ replicas: count, surge });
    console.log(
      `${count} replicas ${surge ? 'with' : 'without'} surge: JSON.parse ${parse.toFixed(0)} ms, solve ${solved.toFixed(0)} ms = ${(solved / parse).toFixed(1)}×, ${beyond.toFixed(0)} MB beyond the parsed problem, used ${used}, bound ${bound}`,
    );
  }
}

/** One model added, removed or grown on a full fleet: how many others move, and how long that takes. */
async function stability(): Promise<void> {
  const size = quick ? 10_000 : 100_000;
  const asked = fleet({ replicas: size, servers: size / 400, perOrdinal: 25, surge: true, seed: 3 });
  const first = await timed(asked);
  const parse = parseTime(withPrevious(asked, first.placement));
  for (const kind of ['none', 'added', 'removed', 'grown'] as const) {
    const rounds = kind === 'none' ? 1 : quick ? 3 : 10;
    let moved = 0;
    let worst = 0;
    let ms = 0;
    let extra = 0;
    for (let round = 0; round < rounds; round++) {
      const next = oneChange(withPrevious(asked, first.placement), kind, new Random(round + 1));
      const { placement, ms: took } = await timed(next.problem);
      const others = new Set(placement.moves.map(({ model }) => model));
      for (const name of next.problem.changed ?? []) others.delete(name);
      moved += others.size;
      worst = Math.max(worst, others.size);
      ms += took;
      extra += placement.certificate.used - first.placement.certificate.used;
      if (kind === 'none' && JSON.stringify(placement) !== JSON.stringify(first.placement)) {
        throw new Error('a second solve is not the same');
      }
    }
    console.log(
      `${kind.padEnd(8)} others moved: mean ${(moved / rounds).toFixed(2)}, most ${worst}; cost ${extra >= 0 ? '+' : ''}${(extra / rounds).toFixed(2)} on average; ${(ms / rounds).toFixed(0)} ms = ${(ms / rounds / parse).toFixed(1)}× JSON.parse`,
    );
  }
}

/**
 * Three hundred random commits with E = 1, against a solve from scratch at the end. What stands is kept alike whatever the
 * effort, which only makes the bounds better: so commits are solved fast.
 */
async function commits(): Promise<void> {
  const count = quick ? 60 : 300;
  for (const surge of [false, true]) {
    const random = new Random(300);
    let asked = fleet({ replicas: 4_000, servers: 10, perOrdinal: 25, surge, seed: 5 });
    let { placement } = await timed(asked);
    let moved = 0;
    for (let commit = 0; commit < count; commit++) {
      asked = randomCommit(withPrevious(asked, placement), random, commit);
      ({ placement } = await timed(asked, 'fast'));
      moved += new Set(placement.moves.map(({ model }) => model)).size;
    }
    const { previous: _before, changed: _changed, ...fresh } = asked;
    const { placement: scratch } = await timed(fresh);
    const [now, then] = [placement.certificate.used, scratch.certificate.used];
    console.log(
      `${count} commits ${surge ? 'with' : 'without'} surge: cost ${now}, from scratch ${then}: ${((100 * now) / then - 100).toFixed(2)} % above; ${moved} models moved in all`,
    );
  }
}

/** Solves and checks. */
async function timed(asked: Problem, effort: Effort = 'normal'): Promise<{ placement: Placement; ms: number }> {
  const started = performance.now();
  const { placement, evidence } = await solveWithEvidence(asked, effort);
  const ms = performance.now() - started;
  const faults = [...checkPlacement(asked, placement), ...checkEvidence(asked, placement, evidence())];
  if (faults.length > 0) throw new Error(`the checker found faults:\n${faults.slice(0, 10).join('\n')}`);
  return { placement, ms };
}

/** Median of five. */
function parseTime(asked: Problem): number {
  const text = JSON.stringify(asked);
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now();
    const value: unknown = JSON.parse(text);
    const ms = performance.now() - started;
    if (!('problem' in parseProblem(value))) throw new Error('a generated problem is malformed');
    return ms;
  });
  return times.toSorted((a, b) => a - b)[2]!;
}

function withPrevious(asked: Problem, { assignments, spare }: Placement): Problem {
  const previous = Object.fromEntries(
    Object.entries(assignments).map(([name, at]) => [name, { at, ...(spare[name] && { spare: spare[name] }) }]),
  );
  return { ...asked, previous, changed: [] };
}

function line(name: string, cost: number, replicas: number, unplaced: number, rest = '', ms?: number): void {
  const time = ms === undefined ? '' : `${ms.toFixed(0)} ms`;
  console.log(
    `  ${name.padEnd(28)} cost ${String(cost).padStart(6)}, ${String(replicas).padStart(5)} replicas, ${String(unplaced).padStart(4)} unplaced   ${rest}${time}`,
  );
}

function gap({ certificate: { used, lowerBound } }: Placement): string {
  return `${(100 * (used / lowerBound - 1)).toFixed(2)} %`;
}

/** How much of a gap is known to be the packing's, and how much the bound's, since better ones are known. */
function shares({ certificate }: Placement, { certificate: better }: Placement): string {
  const percent = (cost: number): string => `${((100 * cost) / certificate.lowerBound).toFixed(2)} %`;
  const packing = Math.max(0, certificate.used - better.used);
  const bound = Math.max(0, better.lowerBound - certificate.lowerBound);
  const open = certificate.gap - packing - bound;
  return `${percent(packing)} is the packing's, ${percent(bound)} the bound's, ${percent(open)} one or the other's`;
}

function sumOf(list: readonly number[]): number {
  return list.reduce((sum, one) => sum + one, 0);
}
