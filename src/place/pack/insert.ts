import type { History } from '../state/history.ts';
import { candidatesOf, couldHold, share } from '../state/instance.ts';
import type { Packing } from '../state/packing.ts';
import type { Pool } from '../state/pool.ts';
import { eject } from './eject.ts';

/** How a search places one model. */
export interface InsertRule {
  /** Of how many ordinals that fit the best is taken; 1 is first fit. */
  readonly look: number;
  /** `best`: where least is left. `worst`: where most is left, which evens out the load. */
  readonly fit: 'best' | 'worst';
  /** What opens first: the server where the model's own share of an ordinal costs least, or the cheapest ordinal. */
  readonly opening: 'share' | 'ordinal' | 'never';
}

/** One way to complete a model: on a server, with so many new ordinals. */
interface Option {
  readonly server: number;
  readonly ordinals: readonly number[];
  readonly deficit: number;
  readonly lost: number;
  readonly score: number;
}

/**
 * Gives a model all of its required copies, or changes nothing: first where there is room, then by moving others
 * aside, then on new ordinals. Copies that stand already stay if they can.
 */
export function insert(packing: Packing, model: number, rule: InsertRule, history: History | undefined): boolean {
  const inPlace = bestOption(packing, model, rule, false);
  if (inPlace) return commit(packing, model, inPlace);
  if (history && eject(packing, model, history)) return true;
  if (rule.opening === 'never') return false;
  const opening = bestOption(packing, model, rule, true);
  return opening !== undefined && commit(packing, model, opening);
}

function bestOption(packing: Packing, model: number, rule: InsertRule, opening: boolean): Option | undefined {
  const { instance, steps } = packing;
  const copies = packing.copies(model);
  let best: Option | undefined;
  let looked = 0;
  for (const s of candidatesOf(instance, model)) {
    const server = instance.servers[s]!;
    const pool = packing.pools[s]!;
    const have = packing.server[model] === s ? copies : [];
    const need = instance.min[model]! - have.length;
    steps.spent++;
    if (!opening && need > packing.base[s]! - have.length) continue;
    if (opening && !couldHold(instance, model, server)) continue;
    const most = opening ? need : Math.max(need, rule.look);
    const fits = pool.fitting(model, 0, packing.base[s]!, most, have, steps);
    const deficit = Math.max(0, need - fits.length);
    if (opening ? packing.base[s]! + deficit > server.max : deficit > 0) continue;
    const ordinals = fits.length > need ? choose(packing, model, pool, fits, need, rule) : fits;
    const option: Option = {
      server: s,
      ordinals,
      deficit,
      lost: copies.length - have.length,
      score: opening
        ? openingScore(packing, model, s, deficit, rule)
        : ordinals.reduce((sum, k) => sum + score(packing, model, pool, k, rule), 0),
    };
    if (!best || better(packing, option, best)) best = option;
    looked += fits.length;
    if (!opening && option.lost === 0 && looked >= rule.look) break;
  }
  return best;
}

function better(packing: Packing, a: Option, b: Option): boolean {
  const { servers } = packing.instance;
  const cost = a.deficit * servers[a.server]!.cost - b.deficit * servers[b.server]!.cost;
  if (a.lost !== b.lost && cost === 0) return a.lost < b.lost;
  return a.score < b.score;
}

function commit(packing: Packing, model: number, option: Option): boolean {
  if (packing.server[model] !== option.server) packing.clear(model);
  for (const k of option.ordinals) packing.add(model, option.server, k);
  if (option.deficit > 0) {
    const base = packing.base[option.server]!;
    packing.open(option.server, base + option.deficit);
    for (let i = 0; i < option.deficit; i++) packing.add(model, option.server, base + i);
  }
  return true;
}

function choose(packing: Packing, model: number, pool: Pool, fits: number[], need: number, rule: InsertRule): number[] {
  return fits
    .map((k) => ({ k, score: score(packing, model, pool, k, rule) }))
    .sort((a, b) => a.score - b.score || a.k - b.k)
    .slice(0, need)
    .map(({ k }) => k);
}

/** Lower is better. A rise of T is waste, whatever is left. */
function score(packing: Packing, model: number, pool: Pool, k: number, rule: InsertRule): number {
  const { shape } = pool;
  const { memory, transient, gpu } = packing.instance;
  const rise = Math.max(0, transient[model]! * shape.workers - pool.transient(k));
  let left = (pool.free(k) - memory[model]! * shape.workers) / Math.max(1, shape.memory);
  if (gpu[model]! > 0) left += (shape.gpuLimit - pool.gpuUsed(k) - gpu[model]! * shape.workers) / shape.gpuLimit;
  return (rule.fit === 'best' ? left : -left) + (4 * rise) / Math.max(1, shape.memory);
}

function openingScore(packing: Packing, model: number, s: number, deficit: number, rule: InsertRule): number {
  const { cost } = packing.instance.servers[s]!;
  return rule.opening === 'ordinal'
    ? cost * deficit
    : cost * deficit * share(packing.instance, model, packing.instance.servers[s]!);
}
