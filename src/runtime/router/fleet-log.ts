import type { FleetStatus, ModelStatus, RoutedModel } from '../../ir/index.ts';
import { copiesByModel, type Decisions, type RouteTable, type SeenPod } from './handover/index.ts';
import { plannedStatus, removedStatus, stateOf } from './model-status.ts';

/** How a model stands. */
export interface Standing {
  readonly state: ModelStatus['state'];
  /** Whether it was seen to answer since it is in the plan. */
  readonly answered: boolean;
  /** ISO 8601. */
  readonly since: string;
}

/** All that the state of a fleet is made of. */
export interface FleetFacts {
  readonly plan: readonly RoutedModel[];
  readonly decisions: Pick<Decisions, 'models'>;
  readonly accepted: RouteTable | undefined;
  readonly pods: readonly SeenPod[];
}

/** Remembers since when each model stands as it does. */
export class FleetLog {
  #standings: ReadonlyMap<string, Standing> = new Map();

  /** @param now ISO 8601 */
  note({ plan, decisions, accepted, pods }: FleetFacts, now: string): void {
    const standings = new Map<string, Standing>();
    const byModel = copiesByModel(pods);
    const stands = (name: string, state: ModelStatus['state']): void => {
      const before = this.#standings.get(name);
      const answered = state !== 'removed' && (before?.answered === true || state !== 'unavailable');
      standings.set(name, before?.state === state ? before : { state, answered, since: now });
    };
    for (const entry of plan) {
      const decided = decisions.models.get(entry.name);
      const copies = byModel.get(entry.name) ?? [];
      if (decided !== undefined) stands(entry.name, stateOf(entry, decided, copies, accepted?.get(entry.name)));
    }
    for (const [name, copies] of byModel) {
      const isLoaded = copies.some(({ status: { state } }) => state === 'ready' || state === 'leaving');
      if (!decisions.models.has(name) && isLoaded) stands(name, 'removed');
    }
    this.#standings = standings;
  }

  /** How each model stands, as it was noted last. */
  get standings(): ReadonlyMap<string, Standing> {
    return this.#standings;
  }

  /** The state of the fleet as it was noted last, but for what is said about the router itself. */
  status({ plan, decisions, accepted, pods }: FleetFacts): Pick<FleetStatus, 'models' | 'pods'> {
    const entries = new Map(plan.map((entry) => [entry.name, entry]));
    const byModel = copiesByModel(pods);
    const models = [...this.#standings].flatMap(([name, { state, since }]): readonly ModelStatus[] => {
      const entry = entries.get(name);
      const decided = decisions.models.get(name);
      if (entry === undefined || decided === undefined) return [removedStatus(name, since)];
      const copies = byModel.get(name) ?? [];
      return [plannedStatus(entry, state, since, { decided, copies, route: accepted?.get(name), pods })];
    });
    return {
      models: models.sort((a, b) => (a.name < b.name ? -1 : 1)),
      pods: pods.map(({ released: _, ...pod }) => pod),
    };
  }
}
