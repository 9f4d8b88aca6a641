import type { Version } from '../../ir/index.ts';
import type { Need, Room } from './room.ts';

/** A copy that is loaded when the change begins and is not in the plan. */
export interface Leaving {
  readonly kind: 'leaving';
  readonly subject: Subject;
  readonly version: Version;
  readonly room: Room;
  readonly need: Need;
  /** Whether it certainly runs and so counts as ready. */
  readonly counts: boolean;
}

/** A copy that the plan wants and that is not loaded when the change begins. */
export interface Coming {
  readonly kind: 'coming';
  readonly subject: Subject;
  readonly version: Version;
  readonly room: Room;
  readonly need: Need;
  readonly peak: Need;
  readonly counts: boolean;
  /** The copy of another version in the same room that it replaces. Undefined: none. */
  readonly replaces: Leaving | undefined;
}

/** A model that changes, while it does. */
export interface Subject {
  readonly name: string;
  /** Whether old and new version may be loaded in one room at once. */
  readonly sideBySide: boolean;
  readonly update: 'surge' | 'recreate' | 'inPlace';
  /** Whether the plan has it and it was served before: then it must stay served. */
  readonly served: boolean;
  /** Copies that it should keep where there is room: as many as it had or will have, whichever is less. */
  readonly floor: number;
  readonly leaving: Set<Leaving>;
  /** Copies that must be there. */
  readonly coming: Set<Coming>;
  /** Further copies: loaded last. */
  readonly further: Coming[];
  /** Ready copies now. */
  ready: number;
  /** Level of its latest load. */
  level: number;
}
