import type { Component } from '../state/components.ts';
import type { Instance } from '../state/instance.ts';
import { resourceCount } from '../state/resources.ts';
import type { Bundles, Guide, Part } from './bundles.ts';
import { Columns } from './columns.ts';
import { createProgram, type Engine, limitIterations, type Program, runToOptimum } from './engine.ts';
import { type Offers, offersOf } from './offers.ts';
import { reaches } from './prices.ts';

/** Iterations of a solve that starts from the optimum before a base was bounded. */
const AGAIN = 1_000;
/** Shares below this are noise. */
const NOISE = 1e-7;

/**
 * The linear program of a component: which part of every bundle goes to ordinals of which server and level of T, and
 * how many ordinals that takes. An ordinal whose T lies in a level has its capacity less the level's begin for models
 * that stay, and holds only models of that level or a lower one; so the program is a relaxation.
 */
export class FleetProgram {
  readonly component: Component;
  readonly bundles: Bundles;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly #program: Program;
  /** One column each, in their order. */
  readonly #offers: Offers;
  /** By server, level and resource: the row; −1: none. */
  readonly #rows: Int32Array;
  readonly #typeColumns: Int32Array;
  readonly #baseColumn: number;

  /** `slack`: how much more than its size everything is taken to need, since no packing is perfect. */
  constructor(
    engine: Engine,
    instance: Instance,
    component: Component,
    bundles: Bundles,
    least: ReadonlyMap<number, number>,
    slack: number,
  ) {
    this.component = component;
    this.bundles = bundles;
    const { levels, list } = bundles;
    const shapes = component.servers.map((s) => instance.servers[s]!);
    this.low = Float64Array.from(shapes, ({ index }) => least.get(index)!);
    this.high = Float64Array.from(shapes, ({ max }, i) => Math.max(max, this.low[i]!));
    const exists = (i: number, level: number): boolean => reaches(shapes[i]!, levels[level]!);
    const at = (i: number, level: number): number => (i * levels.length + level) * resourceCount;
    this.#offers = offersOf(instance, component, bundles);
    const { first, entries, row: rowOf, volume } = this.#offers;
    this.#rows = new Int32Array(shapes.length * levels.length * resourceCount).fill(-1);
    for (const used of rowOf) this.#rows[used] = 0;
    let row = list.length;
    for (const [k, used] of this.#rows.entries()) if (used === 0) this.#rows[k] = row++;
    const baseRow = row;
    row += shapes.length;
    const columns = new Columns();
    for (const g of list.keys()) {
      for (let c = first[g]!; c < first[g + 1]!; c++) {
        columns.put(g, 1);
        for (let e = entries[c]!; e < entries[c + 1]!; e++)
          columns.put(this.#rows[rowOf[e]!]!, volume[e]! * (1 + slack));
        columns.close(0, 0, 1);
      }
    }
    this.#typeColumns = new Int32Array(shapes.length * levels.length).fill(-1);
    for (const i of shapes.keys()) {
      for (let level = 0; level < levels.length && exists(i, level); level++) {
        for (let r = 0; r < resourceCount; r++) {
          const to = this.#rows[at(i, level) + r]!;
          if (to >= 0) columns.put(to, -1);
        }
        columns.put(baseRow + i, 1);
        this.#typeColumns[i * levels.length + level] = columns.close(0, 0, Number.POSITIVE_INFINITY);
      }
    }
    this.#baseColumn = columns.count;
    for (const [i, shape] of shapes.entries()) {
      columns.put(baseRow + i, -1);
      columns.close(shape.cost, this.low[i]!, this.high[i]!);
    }
    const whole = (i: number): boolean => i < list.length;
    this.#program = createProgram(engine, {
      numCols: columns.count,
      numRows: row,
      colCost: Float64Array.from(columns.cost),
      colLower: Float64Array.from(columns.lower),
      colUpper: Float64Array.from(columns.upper),
      rowLower: Float64Array.from({ length: row }, (_, i) => (whole(i) ? 1 : Number.NEGATIVE_INFINITY)),
      rowUpper: Float64Array.from({ length: row }, (_, i) => (whole(i) ? 1 : 0)),
      matrix: columns.matrix(row),
    });
  }

  /** Bounds the base of a server of the component. */
  bound(i: number, low: number, high: number): void {
    this.low[i] = low;
    this.high[i] = high;
    limitIterations(this.#program, AGAIN);
    this.#program.changeColBounds(this.#baseColumn + i, low, high);
  }

  get columns(): number {
    return this.#offers.kind.length;
  }

  /** Undefined: there is no solution within the bounds. */
  solve(): Guide | undefined {
    if (!runToOptimum(this.#program)) return undefined;
    const { colValue, rowDual } = this.#program.getSolution();
    const { levels, list } = this.bundles;
    const { first, kind } = this.#offers;
    const parts = list.map((_, g): Part[] => {
      const own: Part[] = [];
      for (let c = first[g]!; c < first[g + 1]!; c++) {
        const share = colValue[c]!;
        const at = kind[c]!;
        if (share > NOISE) own.push({ server: Math.floor(at / levels.length), level: at % levels.length, share });
      }
      return own;
    });
    const { servers } = this.component;
    return {
      component: this.component,
      bundles: this.bundles,
      parts,
      bases: colValue.slice(this.#baseColumn),
      ordinals: servers.map((_, i) =>
        Float64Array.from(levels, (_level, level) => colValue[this.#typeColumns[i * levels.length + level]!] ?? 0),
      ),
      prices: {
        levels,
        prices: servers.map((_, i) =>
          levels.map((_level, level) =>
            Float64Array.from({ length: resourceCount }, (_r, r) => {
              const row = this.#rows[(i * levels.length + level) * resourceCount + r]!;
              return row < 0 ? 0 : Math.max(0, -rowDual[row]!);
            }),
          ),
        ),
      },
    };
  }

  dispose(): void {
    this.#program.dispose();
  }
}
