import type { ServerShape } from '../state/instance.ts';

/** Prices are whole multiples of one in so many, so that they can be written down and checked exactly. */
export const priceUnit = 2 ** 20;

/** Prices of a component's ordinals. */
export interface Prices {
  /** Where levels of T begin: the first at 0, ascending, in MiB on one worker. */
  readonly levels: readonly number[];
  /** By server of the component, then level, then resource: the price of one ordinal's worth. */
  readonly prices: readonly (readonly Float64Array[])[];
}

/** Whether an ordinal of the server can have such a T. */
export function reaches(shape: ServerShape, level: number): boolean {
  return level * shape.workers <= shape.memory;
}
