import type { Delivery, Fleet, Plan } from '../ir/index.ts';

/** A file below an output folder, `dist/<environment>/` as a rule, with forward slashes. */
export interface EmittedFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Renders a fleet and its plan for one kind of target. Pure: the same input gives the same bytes. Without a `delivery`
 * nobody has said how the output gets to the cluster.
 */
export type Emitter = (fleet: Fleet, plan: Plan, delivery?: Delivery | undefined) => readonly EmittedFile[];
