import type { History } from './history.ts';
import type { Packing } from './packing.ts';

/** Where required copies stand, and which models found no place. */
export interface Found {
  readonly packing: Packing;
  readonly history: History;
  /** Ascending. */
  readonly unplaced: readonly number[];
}

/** Takes away what stands of models that could not be placed whole. */
export function withdraw(packing: Packing, failed: readonly number[]): number[] {
  for (const model of failed) packing.clear(model);
  return failed.toSorted((a, b) => a - b);
}

/** The objective: fewest unplaced, then least cost, then fewest moves, then evenness. */
export function compareFound(a: Found, b: Found): number {
  return (
    a.unplaced.length - b.unplaced.length ||
    a.packing.cost() - b.packing.cost() ||
    a.history.moved - b.history.moved ||
    imbalance(a.packing) - imbalance(b.packing)
  );
}

/** Σ over ordinals of the square of how full each is, in thousandths. */
function imbalance(packing: Packing): number {
  let sum = 0;
  for (const [s, pool] of packing.pools.entries()) {
    for (let k = 0; k < packing.base[s]!; k++) {
      const fill = Math.floor(1000 * pool.fill(k));
      sum += fill * fill;
    }
  }
  return sum;
}
