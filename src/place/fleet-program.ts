import { Columns } from './columns.ts';
import type { Component } from './components.ts';
import { createProgram, type Engine, limitIterations, type Program, runToOptimum } from './engine.ts';
import type { Instance, ServerShape } from './instance.ts';
import { whole } from './pack-bound.ts';
import { type Prices, reaches } from './price-value.ts';
import { resourceCount, sizeAbove } from './resources.ts';

/** Models that the program treats alike: the same servers to go to, and nearly the same need on top while loading. */
export interface Bundle {
  /** Places in the component's list of servers. */
  readonly servers: readonly number[];
  /** Most on top first. */
  readonly models: readonly number[];
  /** The level of T that they are in. */
  readonly level: number;
}

/** The bundles of a component, and where levels of T begin: the first at 0, in MiB on one worker. */
export interface Bundles {
  readonly levels: readonly number[];
  readonly list: readonly Bundle[];
}

/** Where a part of a bundle goes. */
export interface Part {
  /** Place in the component's list of servers. */
  readonly server: number;
  /** The level of T of the ordinals. */
  readonly level: number;
  /** The part of the bundle, from 0 to 1. */
  readonly share: number;
}

/** What the program says of a component. */
export interface Guide {
  readonly component: Component;
  readonly bundles: Bundles;
  /** By bundle: where its parts go. */
  readonly parts: readonly (readonly Part[])[];
  /** By server of the component. */
  readonly bases: Float64Array;
  /** By server of the component, then level: ordinals with such a T. */
  readonly ordinals: readonly Float64Array[];
  readonly prices: Prices;
  /** Σ cost × base, fractional. */
  readonly value: number;
}

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
  /** What each column of a bundle's parts stands for. */
  readonly #columns: { readonly bundle: number; readonly server: number; readonly level: number }[] = [];
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
    this.#rows = new Int32Array(shapes.length * levels.length * resourceCount).fill(-1);
    const parts: { bundle: number; server: number; level: number; volume: Float64Array }[] = [];
    for (const [g, { servers, models, level: own }] of list.entries()) {
      for (const i of servers) {
        for (let level = own; level < levels.length && exists(i, level); level++) {
          const volume = volumeOf(instance, models, shapes[i]!, levels[level]!);
          for (let r = 0; r < resourceCount; r++) if (volume[r]! > 0) this.#rows[at(i, level) + r] = 0;
          parts.push({ bundle: g, server: i, level, volume });
        }
      }
    }
    let row = list.length;
    for (const [k, used] of this.#rows.entries()) if (used === 0) this.#rows[k] = row++;
    const baseRow = row;
    row += shapes.length;
    const columns = new Columns();
    for (const { bundle, server, level, volume } of parts) {
      columns.put(bundle, 1);
      for (let r = 0; r < resourceCount; r++) {
        if (volume[r]! > 0) columns.put(this.#rows[at(server, level) + r]!, volume[r]! * (1 + slack));
      }
      columns.close(0, 0, 1);
      this.#columns.push({ bundle, server, level });
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
    return this.#columns.length;
  }

  /** Undefined: there is no solution within the bounds. */
  solve(): Guide | undefined {
    if (!runToOptimum(this.#program)) return undefined;
    const { colValue, rowDual } = this.#program.getSolution();
    const { levels, list } = this.bundles;
    const parts: Part[][] = list.map(() => []);
    for (const [column, { bundle, server, level }] of this.#columns.entries()) {
      const share = colValue[column]!;
      if (share > NOISE) parts[bundle]!.push({ server, level, share });
    }
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
      value: this.#program.getObjectiveValue(),
    };
  }

  dispose(): void {
    this.#program.dispose();
  }
}

/** What the models take of each resource of a server's ordinals whose T is at least so much, in ordinals. */
function volumeOf(instance: Instance, models: readonly number[], shape: ServerShape, floor: number): Float64Array {
  const volume = new Float64Array(resourceCount);
  for (const model of models) {
    for (let r = 0; r < resourceCount; r++) {
      volume[r]! += sizeAbove(instance, model, shape, r, floor) * instance.min[model]!;
    }
  }
  for (let r = 0; r < resourceCount; r++) volume[r]! /= whole;
  return volume;
}

/** Splits the groups of a component by what their models are: evictable or not, on a GPU or not, and by T. */
export function bundle(instance: Instance, component: Component, most: number, sizes: number): Bundles {
  const local = new Map(component.servers.map((s, i) => [s, i]));
  const { transient, always, gpu, memory } = instance;
  const all = component.groups().flatMap(({ models }) => models);
  const levels = begins(all, transient, most);
  const bySize = begins(all, memory, sizes + 1);
  const list = component.groups().flatMap((group) => {
    const servers = group.servers.map((s) => local.get(s)!);
    const parts = new Map<number, number[]>();
    for (const model of group.models) {
      const kind = always[model]! * 2 + (gpu[model]! > 0 ? 1 : 0);
      const key = (levelOf(levels, transient[model]!) * 4 + kind) * bySize.length + levelOf(bySize, memory[model]!);
      const part = parts.get(key);
      if (part) part.push(model);
      else parts.set(key, [model]);
    }
    return [...parts]
      .sort(([a], [b]) => b - a)
      .map(([key, models]) => ({
        servers,
        models: models.sort((a, b) => transient[b]! - transient[a]! || a - b),
        level: Math.floor(key / 4 / bySize.length),
      }));
  });
  return { levels, list };
}

/** How many columns a program of these bundles has, at most. */
export function columnsOf({ levels, list }: Bundles): number {
  return list.reduce((sum, { servers, level }) => sum + servers.length * (levels.length - level), 0);
}

/** The level that a value of T is in. */
export function levelOf(levels: readonly number[], value: number): number {
  let level = levels.length - 1;
  while (level > 0 && levels[level]! > value) level--;
  return level;
}

/** Where levels of a value begin: at 0, at the least value above it, and so that about as many models are in each. */
function begins(models: readonly number[], values: Float64Array, most: number): number[] {
  const above = Float64Array.from(models.map((m) => values[m]!).filter((value) => value > 0)).sort();
  const levels = new Set([0]);
  for (let i = 0; i < most - 1 && above.length > 0; i++) {
    levels.add(above[Math.floor((i * above.length) / (most - 1))]!);
  }
  return [...levels];
}
