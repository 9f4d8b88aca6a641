import { byCodeUnit } from '../diagnostics/index.ts';
import { canonicalJson, ordinalText, type Plan, type PlannedModel, type Version } from '../ir/index.ts';
import { isSameVersion } from './version.ts';

/** What differs between two plans of one environment. Lists are sorted by name. */
export interface PlanDifference {
  readonly servers: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    /** Servers whose base or most replicas change. */
    readonly scaled: readonly ScaledServer[];
  };
  readonly models: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    /** Models whose required copies stand elsewhere, or are more or fewer. */
    readonly moved: readonly MovedModel[];
    readonly updated: readonly UpdatedModel[];
    /** Models that differ in anything else: memory, limits, further copies. */
    readonly changed: readonly string[];
  };
}

export interface ScaledServer {
  readonly server: string;
  readonly base: readonly [before: number, after: number];
  readonly max: readonly [before: number, after: number];
}

export interface MovedModel {
  readonly model: string;
  /** `server/ordinal` */
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export interface UpdatedModel {
  readonly model: string;
  readonly from: Version;
  readonly to: Version;
}

/** Compares two plans; `before` is undefined where there was none. Hints and former versions are no difference. */
export function diffPlans(before: Plan | undefined, after: Plan): PlanDifference {
  const oldServers = new Map(before?.servers.map((server) => [server.server, server]));
  const newServers = new Set(after.servers.map(({ server }) => server));
  const oldModels = placedModels(before);
  const newModels = placedModels(after);
  const moved: MovedModel[] = [];
  const updated: UpdatedModel[] = [];
  const changed: string[] = [];
  for (const [name, { model, at }] of newModels) {
    const old = oldModels.get(name);
    if (old === undefined) continue;
    const isMoved = old.at.join() !== at.join();
    const isUpdated = !isSameVersion(old.model.current, model.current);
    if (isMoved) moved.push({ model: name, from: old.at, to: at });
    if (isUpdated) updated.push({ model: name, from: old.model.current, to: model.current });
    if (!isMoved && !isUpdated && canonicalJson(facts(old.model)) !== canonicalJson(facts(model))) changed.push(name);
  }
  return {
    servers: {
      added: [...newServers].filter((name) => !oldServers.has(name)).toSorted(byCodeUnit),
      removed: [...oldServers.keys()].filter((name) => !newServers.has(name)).toSorted(byCodeUnit),
      scaled: after.servers
        .flatMap(({ server, base, max }): ScaledServer[] => {
          const old = oldServers.get(server);
          if (old === undefined || (old.base === base && old.max === max)) return [];
          return [{ server, base: [old.base, base], max: [old.max, max] }];
        })
        .toSorted((a, b) => byCodeUnit(a.server, b.server)),
    },
    models: {
      added: [...newModels.keys()].filter((name) => !oldModels.has(name)).toSorted(byCodeUnit),
      removed: [...oldModels.keys()].filter((name) => !newModels.has(name)).toSorted(byCodeUnit),
      moved: moved.toSorted((a, b) => byCodeUnit(a.model, b.model)),
      updated: updated.toSorted((a, b) => byCodeUnit(a.model, b.model)),
      changed: changed.toSorted(byCodeUnit),
    },
  };
}

interface PlacedModel {
  readonly model: PlannedModel;
  readonly at: readonly string[];
}

function placedModels(plan: Plan | undefined): ReadonlyMap<string, PlacedModel> {
  return new Map(
    plan?.servers.flatMap(({ server, models }) =>
      models.map((model): [string, PlacedModel] => [
        model.name,
        { model, at: model.at.map((ordinal) => ordinalText(server, ordinal)) },
      ]),
    ),
  );
}

function facts({ step: _step, mayInterrupt: _mayInterrupt, former: _former, ...rest }: PlannedModel): object {
  return rest;
}
