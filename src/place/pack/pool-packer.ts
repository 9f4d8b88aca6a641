import { createProgram, type Engine, runToOptimum } from '../bounds/engine.ts';
import { Knapsack, type Pattern } from '../bounds/knapsack.ts';
import type { Master, Solution } from '../bounds/master.ts';
import { type Items, mostOf } from '../state/items.ts';
import { whole } from '../state/resources.ts';

/** How much large copies are preferred when ordinals are filled one by one. */
const TASTES = [0.1, 0.5, 0, 2];
/** Dives that differ in which pattern is taken first. */
const DIVES = 24;
/** A pattern used at least so often by the program is taken as it is. */
const SURE = 0.85;
/** Nodes of the integer program over the patterns that are known. */
const NODES = 50;
/** Patterns in it, and kinds of copies up to which it is tried. */
const PATTERNS = 300;
const KINDS = 120;
/** The engine's word for a solution that is legal, if not optimal. */
const FEASIBLE = 2;

/**
 * Fills ordinals one by one, each as well as can be with what is left; of several tastes the one that takes least
 * (after the minimum bin slack heuristic of Gupta and Ho 1999).
 */
export function fillOneByOne(items: Items, target: number): readonly Pattern[] {
  const knapsack = new Knapsack(items);
  let best: readonly Pattern[] | undefined;
  for (const taste of TASTES) {
    const values = Float64Array.from(items.list, ({ sizes }) => {
      const size = items.active.reduce((sum, r) => sum + sizes[r]! / whole, 0) / Math.max(1, items.active.length);
      return size * (1 + taste * size) + 1e-6;
    });
    const found = fillAll(knapsack, items, values, best ? best.length : Number.POSITIVE_INFINITY);
    if (found && (!best || found.length < best.length)) best = found;
    if (best && best.length <= target) break;
  }
  return best ?? [];
}

/** Undefined: it would take `most` ordinals or more. */
function fillAll(knapsack: Knapsack, items: Items, values: Float64Array, most: number): Pattern[] | undefined {
  const left = items.counts.slice();
  const patterns: Pattern[] = [];
  while (left.some((count) => count > 0)) {
    if (patterns.length + 1 >= most) return undefined;
    const { pattern } = knapsack.fill(values, left);
    if (!take(pattern, left)) return undefined;
    patterns.push(pattern);
  }
  return patterns;
}

/** Takes a pattern's copies from what is left, as far as they are there. Returns whether there were any. */
function take(pattern: Pattern, left: Int32Array): boolean {
  let any = false;
  for (const [i, count] of pattern.entries()) {
    const taken = Math.min(count, left[i]!);
    pattern[i] = taken;
    left[i]! -= taken;
    any ||= taken > 0;
  }
  return any;
}

/**
 * Rounds the program's solution: patterns that it surely uses are taken, then the one that it uses most, and the
 * program is solved again for what is left, with new patterns for that. Dives differ in how they begin. Stops at
 * `target` ordinals; undefined where none takes fewer than `most`.
 */
export function diveForPatterns(
  master: Master,
  use: Float64Array,
  target: number,
  most: number,
): readonly Pattern[] | undefined {
  let best: readonly Pattern[] | undefined;
  for (let first = 0; first < DIVES && master.left > 0; first++) {
    const limit = best ? best.length : most;
    const found = diveOnce(master, use, first, limit);
    if (found) best = found;
    if (best && best.length <= target) break;
  }
  return best;
}

function diveOnce(master: Master, start: Float64Array, first: number, most: number): Pattern[] | undefined {
  const left = master.items.counts.slice();
  const chosen: Pattern[] = [];
  let use = start;
  for (let step = 0; left.some((count) => count > 0); step++) {
    const order = [...use.keys()].filter((p) => use[p]! > 1e-6).sort((a, b) => use[b]! - use[a]! || a - b);
    const sure = order.filter((p) => use[p]! >= SURE);
    const skipped = step === 0 ? first % Math.max(1, order.length) : 0;
    const chosenNow =
      step === 0 && first > 0 ? order.slice(skipped, skipped + 1) : sure.length > 0 ? sure : order.slice(0, 1);
    let any = false;
    for (const p of chosenNow) {
      for (let times = Math.max(1, Math.floor(use[p]! + 1e-6)); times > 0; times--) {
        const pattern = master.patterns[p]!.slice();
        // A pattern that no longer fits what is left wastes room; the program finds a better one.
        if (pattern.some((count, i) => count > left[i]!) && any) break;
        if (!take(pattern, left)) break;
        chosen.push(pattern);
        any = true;
      }
    }
    if (!any) return undefined;
    const hopeless = ({ value }: Solution): boolean => chosen.length + Math.ceil(value - 1e-6) >= most;
    let solution = master.generate(left, left, false);
    // It may only seem so for want of a pattern.
    if (solution && hopeless(solution)) solution = master.generate(left, left, true);
    if (!solution || hopeless(solution)) return undefined;
    use = solution.use;
  }
  return chosen;
}

/**
 * The best that the known patterns can do, those that the program's prices like most, by the engine's branch and bound.
 * Undefined: not fewer than `most`.
 */
export function solvePatterns(
  engine: Engine,
  master: Master,
  { duals }: Solution,
  target: number,
  most: number,
): readonly Pattern[] | undefined {
  const { items } = master;
  if (items.list.length > KINDS) return undefined;
  const worth = (pattern: Pattern): number => pattern.reduce((sum, count, i) => sum + count * duals[i]!, 0);
  const patterns = master.patterns
    .map((pattern, p) => ({ pattern, p, worth: worth(pattern) }))
    .sort((a, b) => b.worth - a.worth || a.p - b.p)
    .slice(0, PATTERNS)
    .map(({ pattern }) => pattern);
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const pattern of patterns) {
    for (const [i, count] of pattern.entries()) {
      if (count === 0) continue;
      indices.push(i);
      values.push(count);
    }
    starts.push(indices.length);
  }
  const rows = items.list.length;
  const n = patterns.length;
  const program = createProgram(engine, {
    numCols: n,
    numRows: rows,
    colCost: new Float64Array(n).fill(1),
    colLower: new Float64Array(n),
    colUpper: new Float64Array(n).fill(most),
    rowLower: Float64Array.from(items.counts),
    rowUpper: new Float64Array(rows).fill(Number.POSITIVE_INFINITY),
    matrix: {
      format: 'csc',
      numRows: rows,
      numCols: n,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
    integrality: new Array(n).fill(engine.constants.variableType.integer),
  });
  program.options.set({
    mip_max_nodes: NODES,
    mip_abs_gap: 0.99,
    objective_target: target + 0.5,
    objective_bound: most - 0.5,
  });
  const solved = runToOptimum(program) || program.info.get('primal_solution_status') === FEASIBLE;
  const use = solved ? program.getSolution().colValue : undefined;
  program.dispose();
  if (!use) return undefined;
  const left = items.counts.slice();
  const chosen: Pattern[] = [];
  for (const [p, value] of use.entries()) {
    for (let times = Math.round(value); times > 0; times--) {
      const pattern = patterns[p]!.slice();
      if (take(pattern, left)) chosen.push(pattern);
    }
  }
  return left.every((count) => count === 0) && chosen.length < most ? chosen : undefined;
}

/** Which models an ordinal holds, for each pattern: the copies of one model never meet. */
export function modelsOf(items: Items, patterns: readonly Pattern[]): number[][] {
  const next = new Int32Array(items.list.length);
  return patterns.map((pattern) => {
    const models: number[] = [];
    for (const [i, count] of pattern.entries()) {
      const item = items.list[i]!;
      for (let n = 0; n < count; n++) models.push(item.models[next[i]!++ % mostOf(item)]!);
    }
    return models;
  });
}
