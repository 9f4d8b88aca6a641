import { placeOf, type SeenPod } from './copies.ts';

/** What the rules need to know beside plan and copies. Pods are named as `server/ordinal`. */
export interface Facts extends Times {
  /** Pods that end, whether or not their streams are open. */
  readonly ending: ReadonlySet<string>;
  readonly connected: ReadonlySet<string>;
}

/** What the clock says. */
export interface Times {
  /** Names of models whose handover has lasted longer than its deadline. */
  readonly overdue: ReadonlySet<string>;
  /** Names of models that have stood still in the way of others for longer than the handover's deadline. */
  readonly stalled: ReadonlySet<string>;
  /** Pods that have been ending for so long that a plan which helps would have come. */
  readonly stranded: ReadonlySet<string>;
}

export function factsOf(pods: readonly SeenPod[], { overdue, stalled, stranded }: Times): Facts {
  return {
    overdue,
    stalled,
    stranded,
    ending: new Set(pods.filter(({ draining }) => draining).map(placeOf)),
    connected: new Set(pods.filter(({ connected }) => connected).map(placeOf)),
  };
}
