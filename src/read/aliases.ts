import type { Json } from '../ir/index.ts';
import { maxAliasWeight, nodeWeight } from './limits.ts';

/** What the aliases of one file may still add. */
export class AliasBudget {
  #left = maxAliasWeight;
  #reported = false;

  get left(): number {
    return this.#left;
  }

  /** False, and nothing spent, where there is not so much left. */
  spend(weight: number): boolean {
    if (weight > this.#left) return false;
    this.#left -= weight;
    return true;
  }

  /** True for the first alias that did not fit: a file says so once. */
  report(): boolean {
    const first = !this.#reported;
    this.#reported = true;
    return first;
  }
}

export interface Size {
  /** In the unit of `maxAliasWeight`. */
  readonly weight: number;
  /** How many collections stand within one another: 0 for a scalar. */
  readonly height: number;
}

/** How large and how high a value is when written out. The walk ends soon after the weight exceeds the budget. */
export function measure(value: Json, budget: AliasBudget): Size {
  let weight = 0;
  let height = 0;
  const rest: [Json, number][] = [[value, 0]];
  for (let next = rest.pop(); next !== undefined && weight <= budget.left; next = rest.pop()) {
    const [node, depth] = next;
    weight += nodeWeight;
    if (typeof node === 'string') weight += node.length;
    if (typeof node !== 'object' || node === null) continue;
    height = Math.max(height, depth + 1);
    if (Array.isArray(node)) {
      for (const item of node) rest.push([item, depth + 1]);
    } else {
      for (const [key, item] of Object.entries(node)) {
        weight += key.length;
        rest.push([item, depth + 1]);
      }
    }
  }
  return { weight, height };
}
