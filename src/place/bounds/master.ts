import type { Items } from '../state/items.ts';
import { createProgram, type Engine, limitIterations, type Program, runToOptimum } from './engine.ts';
import { Knapsack, type Pattern } from './knapsack.ts';

/** Duals become whole multiples of one in so many: the bound is then checked in integers. */
export const dualUnit = 2 ** 20;
/** A pattern worth more than this much above 1 improves the program. */
const GAIN = 1e-9;
/** Steps that solving the program once is counted as, for each kind of item. */
const STEPS = 25;

/** What the columns prove. */
export interface ColumnBound {
  /** No packing takes fewer ordinals. */
  readonly bins: number;
  /** By kind of item: its value in units; no legal ordinal holds more than `most` units. */
  readonly duals: Float64Array;
  readonly most: number;
}

/** A fractional optimum over the patterns that are known. */
export interface Solution {
  /** By pattern. */
  readonly use: Float64Array;
  /** By kind of item. */
  readonly duals: Float64Array;
  readonly value: number;
}

/**
 * The set-covering program of one server: patterns are the legal contents of an ordinal, and every kind of copy is to
 * be covered (Gilmore and Gomory 1961). Patterns come by column generation, priced by a knapsack.
 */
export class Master {
  readonly items: Items;
  readonly knapsack: Knapsack;
  readonly patterns: Pattern[] = [];
  readonly #program: Program;
  readonly #known = new Set<string>();
  /** Steps that may still be taken (see `Filling`). */
  left: number;

  constructor(engine: Engine, items: Items, budget: number) {
    this.items = items;
    this.knapsack = new Knapsack(items);
    this.left = budget;
    const rows = items.list.length;
    this.#program = createProgram(engine, {
      numCols: 0,
      numRows: rows,
      colCost: new Float64Array(0),
      colLower: new Float64Array(0),
      colUpper: new Float64Array(0),
      rowLower: Float64Array.from(items.counts),
      rowUpper: new Float64Array(rows).fill(Number.POSITIVE_INFINITY),
      matrix: {
        format: 'csc',
        numCols: 0,
        numRows: rows,
        starts: Int32Array.of(0),
        indices: new Int32Array(0),
        values: new Float64Array(0),
      },
    });
    limitIterations(this.#program, 2_000 + 10 * rows);
  }

  /** Adds a pattern unless it is known. */
  add(pattern: Pattern): boolean {
    const key = pattern.join();
    if (this.#known.has(key)) return false;
    this.#known.add(key);
    const indices: number[] = [];
    const values: number[] = [];
    for (const [i, count] of pattern.entries()) {
      if (count === 0) continue;
      indices.push(i);
      values.push(count);
    }
    this.patterns.push(pattern);
    this.#program.addCol(1, 0, Number.POSITIVE_INFINITY, { indices, values });
    return true;
  }

  /** How many copies of each kind are left to cover. */
  demand(counts: ArrayLike<number>): void {
    for (let i = 0; i < counts.length; i++) {
      this.#program.changeRowBounds(i, counts[i]!, Number.POSITIVE_INFINITY);
    }
  }

  /** Solves with the patterns there are. Undefined: the engine found no optimum. */
  #solve(): Solution | undefined {
    if (!runToOptimum(this.#program)) return undefined;
    const { colValue, rowDual } = this.#program.getSolution();
    return {
      use: colValue,
      duals: rowDual.map((dual) => Math.max(0, dual)),
      value: this.#program.getObjectiveValue(),
    };
  }

  /**
   * Generates patterns until none improves, or the budget is spent. `limits`: copies that patterns may use of each
   * kind. Without `exact`, pricing that is dear is left out.
   */
  generate(counts: ArrayLike<number>, limits: ArrayLike<number>, exact: boolean): Solution | undefined {
    this.demand(counts);
    const rows = this.items.list.length;
    let solution = this.#solve();
    while (solution && this.left > 0) {
      let found = this.knapsack.fill(solution.duals, limits, 1 + GAIN);
      this.left -= STEPS * rows + found.steps;
      if (exact && found.value <= 1 + GAIN && found.most > 1 + GAIN) {
        found = this.knapsack.fill(solution.duals, limits, 1 + GAIN, true);
        this.left -= found.steps;
      }
      if (found.value <= 1 + GAIN || !this.add(found.pattern)) break;
      for (const other of found.others) this.add(other);
      solution = this.#solve();
    }
    return solution;
  }

  /**
   * What these duals prove, in integers: they are rounded down to units; if no legal ordinal holds more than `most`
   * units, then all copies together take at least their units divided by `most`.
   */
  prove(duals: Float64Array, counts: ArrayLike<number>): ColumnBound {
    const units = duals.map((dual) => Math.floor(dual * dualUnit));
    const { most } = this.knapsack.fill(units, this.items.counts, Number.POSITIVE_INFINITY, true);
    let sum = 0;
    for (const [i, unit] of units.entries()) sum += unit * counts[i]!;
    const top = Math.ceil(most);
    return { bins: top === 0 ? 0 : Math.ceil(sum / top), duals: units, most: top };
  }

  dispose(): void {
    this.#program.dispose();
  }
}
