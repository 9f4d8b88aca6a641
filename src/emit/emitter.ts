import type { Fleet, Plan } from '../ir/index.ts';

/** A file below `dist/<environment>/`, with forward slashes. */
export interface EmittedFile {
  readonly path: string;
  readonly text: string;
}

/** Renders a fleet and its plan for one kind of target. Pure: the same input gives the same bytes. */
export type Emitter = (fleet: Fleet, plan: Plan) => readonly EmittedFile[];
