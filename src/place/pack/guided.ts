import type { Guide } from '../bounds/bundles.ts';
import { descending } from '../state/descending.ts';
import type { Found } from '../state/found.ts';
import { History } from '../state/history.ts';
import type { Instance } from '../state/instance.ts';
import type { Packing } from '../state/packing.ts';
import { order, orderKeys, type Variant } from './construct.ts';
import { finish } from './finish.ts';
import { type InsertRule, insert } from './insert.ts';

/** Ordinals that fit of which the best is taken, beyond those that a model needs. */
const LOOK = 12;
/** The same where models spread: the next so many in turn, since many ordinals need not all be looked at. */
const SPREAD_LOOK = 24;

/** Models for which others are moved aside before ordinals are opened. */
const REPAIRS = { fast: 40, normal: 300, thorough: 300 };

/** Where models go that a guide found no room for. */
const rest: Variant = {
  scarcity: true,
  order: 'share',
  look: 8,
  fit: 'best',
  opening: 'share',
};

/** A range of ordinals of one server that a guide keeps for a level of T. */
interface Range {
  readonly server: number;
  readonly from: number;
  readonly to: number;
  /** Where the next model that spreads begins to look. */
  turn: number;
}

/** Packs as guides say; what finds no place so goes wherever there is room, at last on new ordinals. */
export function follow(packing: Packing, all: readonly number[], guides: readonly Guide[]): Found {
  const { instance } = packing;
  const failed = new Set(followGuides(packing, guides));
  const left = all.filter((model) => failed.has(model) || !packing.complete(model));
  const ordered = order(instance, left, orderKeys(instance), rest);
  const inPlace = { ...rest, opening: 'never' } as const;
  const homeless = ordered.filter((model) => !insert(packing, model, inPlace, undefined));
  const history = History.none(instance.models.length);
  const still = homeless.filter(
    (model, i) => i >= REPAIRS[instance.effort] || !insert(packing, model, inPlace, history),
  );
  return finish(
    packing,
    still.filter((model) => !insert(packing, model, rest, undefined)),
    rest,
  );
}

/**
 * Follows guides: every model goes to ordinals of the server and the level that its bundle's parts say. Evictable
 * models and those on a GPU come first and spread, so that every ordinal has the mix that the guide took for granted;
 * the others follow, most on top first, where least is left. Returns those that found no place so.
 */
function followGuides(packing: Packing, guides: readonly Guide[]): number[] {
  const { instance } = packing;
  const ranges: Range[] = [];
  const home = new Int32Array(instance.models.length).fill(-1);
  for (const guide of guides) assignHomes(guide, packing, ranges, home);
  const { transient, memory, always, gpu, min } = instance;
  const mixed = (model: number): boolean => always[model] !== 1 || gpu[model]! > 0;
  const first = new Int32Array(home.length);
  const guided: number[] = [];
  for (let model = 0; model < home.length; model++) {
    if (home[model]! < 0) continue;
    guided.push(model);
    first[model] = 2 * min[model]! + Number(mixed(model));
  }
  const sequence = descending(guided, [first, transient, memory]);
  const failed: number[] = [];
  for (const model of sequence) {
    const range = ranges[home[model]!]!;
    if (place(packing, model, range, mixed(model) || min[model]! > 1)) continue;
    // Copies are placed while there is room on enough ordinals, wherever that is.
    if (min[model]! > 1 && insert(packing, model, elsewhere, undefined)) continue;
    failed.push(model);
  }
  return failed;
}

const elsewhere: InsertRule = { look: 64, fit: 'worst', opening: 'never' };

function place(packing: Packing, model: number, range: Range, spread: boolean): boolean {
  const { server, from, to } = range;
  const { instance, steps } = packing;
  const pool = packing.pools[server]!;
  const need = instance.min[model]!;
  const base = packing.base[server]!;
  // Copies that a range cannot take go next to it.
  const end = Math.min(Math.max(to, from + need), base);
  const begin = Math.max(0, Math.min(from, end - need));
  const most = need + (spread ? SPREAD_LOOK : LOOK);
  const start = spread && range.turn > begin && range.turn < end ? range.turn : begin;
  const fits = pool.fitting(model, start, end, most, [], steps);
  if (fits.length < most && start > begin) {
    fits.push(...pool.fitting(model, begin, start, most - fits.length, [], steps));
  }
  if (fits.length < need) return false;
  if (spread) range.turn = fits.at(-1)! + 1;
  const w = pool.shape.workers;
  const rise = (k: number): number => Math.max(0, instance.transient[model]! * w - pool.transient(k));
  const weight = 1 / Math.max(1, pool.shape.memory);
  const score = spread
    ? (k: number): number => pool.fill(k) + 2 * rise(k) * weight
    : (k: number): number => pool.free(k) + 4 * rise(k);
  if (need === 1) {
    packing.add(model, server, lowest(fits, score));
    return true;
  }
  const scored = fits.map((k) => ({ k, score: score(k) })).sort((a, b) => a.score - b.score || a.k - b.k);
  for (const { k } of scored.slice(0, need)) packing.add(model, server, k);
  return true;
}

/** The first ordinal with the lowest score. */
function lowest(ordinals: readonly number[], score: (k: number) => number): number {
  let best = ordinals[0]!;
  let least = score(best);
  for (let i = 1; i < ordinals.length; i++) {
    const own = score(ordinals[i]!);
    if (own >= least) continue;
    least = own;
    best = ordinals[i]!;
  }
  return best;
}

/** Cuts the bases into ranges, the highest level first, and splits each bundle over its parts, like by like. */
function assignHomes(
  { component, bundles, parts, bases, ordinals }: Guide,
  packing: Packing,
  ranges: Range[],
  home: Int32Array,
): void {
  const { instance } = packing;
  const first = ranges.length;
  const { levels, list } = bundles;
  for (const [i, s] of component.servers.entries()) {
    const base = Math.min(Math.round(bases[i]!), instance.servers[s]!.max);
    if (base > packing.base[s]!) packing.open(s, base);
    const ends = levels.map(() => 0);
    let sum = 0;
    let from = 0;
    for (let level = levels.length - 1; level >= 0; level--) {
      sum += ordinals[i]![level]!;
      ends[level] = level === 0 ? base : Math.min(base, Math.round(sum));
    }
    const own: Range[] = [];
    for (let level = levels.length - 1; level >= 0; level--) {
      own[level] = { server: s, from, to: ends[level]!, turn: from };
      from = ends[level]!;
    }
    ranges.push(...own);
  }
  for (const [g, { models }] of list.entries())
    splitBundle(models, parts[g]!, instance, (model, part) => {
      home[model] = first + part.server * levels.length + part.level;
    });
}

/** Consecutive models go together, those with most on top to the highest level. */
function splitBundle(
  models: readonly number[],
  parts: Guide['parts'][number],
  { min, memory, transient }: Instance,
  note: (model: number, part: Guide['parts'][number][number]) => void,
): void {
  const ordered = parts.toSorted((a, b) => b.level - a.level || a.server - b.server);
  const total = models.reduce((sum, m) => sum + min[m]! * memory[m]!, 0);
  let at = 0;
  let limit = (ordered[0]?.share ?? 0) * total;
  let sum = 0;
  for (const model of descending(models, [transient])) {
    const size = min[model]! * memory[model]!;
    while (at < ordered.length - 1 && sum + size / 2 > limit) limit += ordered[++at]!.share * total;
    const part = ordered[at];
    if (part) note(model, part);
    sum += size;
  }
}
