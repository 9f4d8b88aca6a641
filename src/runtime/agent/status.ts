import type {
  AgentPlace,
  AgentSettings,
  CopyState,
  CopyStatus,
  PodLoad,
  PodMemory,
  PodStatus,
} from '../../ir/index.ts';
import { copyKey, isInside, type LocalCopy } from './decide/index.ts';

/** All that a status says, but for its number and since when copies are what they are. */
export interface StatusFacts {
  readonly settings: Pick<AgentSettings, 'environment' | 'server'>;
  readonly place: Pick<AgentPlace, 'ordinal' | 'pod' | 'address'>;
  readonly instance: string;
  readonly plan: string | undefined;
  readonly planFault: string | undefined;
  readonly live: boolean;
  readonly draining: boolean;
  readonly memory: PodMemory;
  readonly load: PodLoad | undefined;
  readonly copies: readonly LocalCopy[];
}

/** A difference of memory that is worth a status, in MiB. */
const worthTelling = 16;

/** The same of load, as a part of the whole: autoscalers look away from a tenth. */
const worthTellingOfLoad = 0.05;

/** Writes statuses, and knows which of them says something new. */
export class Statuses {
  readonly #since = new Map<string, { readonly state: CopyState; readonly at: string }>();
  #last: PodStatus | undefined;

  /** The last that was new. Undefined: there is none yet. */
  get last(): PodStatus | undefined {
    return this.#last;
  }

  /** Number of the next. */
  get next(): number {
    return (this.#last?.sequence ?? 0) + 1;
  }

  /** @returns the status, or undefined where it says what the last one said */
  write(facts: StatusFacts, now: Date): PodStatus | undefined {
    const { settings, place, instance, plan, planFault, live, draining, memory, load } = facts;
    const status: PodStatus = {
      version: 1,
      environment: settings.environment,
      server: settings.server,
      ordinal: place.ordinal,
      pod: place.pod,
      instance,
      sequence: this.next,
      address: place.address,
      ...(plan !== undefined && { plan }),
      ...(planFault !== undefined && { planFault }),
      live,
      draining,
      memory: settled(this.#last?.memory, memory),
      ...(load !== undefined && { load }),
      copies: this.#copies(facts.copies, now.toISOString()),
    };
    if (this.#last !== undefined && saysTheSame(this.#last, status)) return undefined;
    this.#last = status;
    return status;
  }

  #copies(copies: readonly LocalCopy[], now: string): readonly CopyStatus[] {
    const keys = new Set<string>();
    const told = copies.map(({ model, version, state, reason, terminal, onDemand, forRoom }): CopyStatus => {
      const key = copyKey(version);
      keys.add(key);
      const known = this.#since.get(key);
      const since = known?.state === state ? known : { state, at: now };
      this.#since.set(key, since);
      const { physical, loadedAs } = version;
      return {
        model,
        physical,
        ...(loadedAs !== undefined && { loadedAs }),
        state,
        since: since.at,
        ...(reason !== undefined && { reason }),
        ...(terminal && { terminal }),
        ...(onDemand && { onDemand }),
        ...(forRoom && { forRoom }),
      };
    });
    for (const key of this.#since.keys()) if (!keys.has(key)) this.#since.delete(key);
    return told;
  }
}

function saysTheSame(a: PodStatus, b: PodStatus): boolean {
  if (!isSameLoad(a.load, b.load)) return false;
  const but = (status: PodStatus) => JSON.stringify({ ...status, sequence: 0, load: undefined });
  return but(a) === but(b);
}

/** With what is used as it was told last, where it is much the same: routers decide anew by whatever has changed. */
function settled(told: PodMemory | undefined, now: PodMemory): PodMemory {
  if (told?.used === undefined || now.used === undefined) return now;
  return Math.abs(told.used - now.used) < worthTelling ? { ...now, used: told.used } : now;
}

function isSameLoad(a: PodLoad | undefined, b: PodLoad | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  const isNear = (one: number, other: number) => Math.abs(one - other) <= worthTellingOfLoad * Math.max(one, other);
  return isNear(a.inFlight, b.inFlight) && isNear(a.requestsPerSecond, b.requestsPerSecond);
}

/** What the plan says that the loaded copies take, and with the load that is under way, in MiB. */
export function plannedMemory(copies: readonly LocalCopy[]): { readonly planned: number; readonly withLoad: number } {
  const inside = copies.filter(isInside);
  const sum = (some: readonly LocalCopy[], of: (copy: LocalCopy) => number) =>
    some.reduce((total, copy) => total + of(copy), 0);
  const planned = sum(
    inside.filter(({ state }) => state !== 'loading'),
    ({ version }) => version.memory,
  );
  const loading = sum(
    inside.filter(({ state }) => state === 'loading'),
    ({ version }) => Math.max(version.memory, version.peak),
  );
  return { planned, withLoad: planned + loading };
}
