import { byCodeUnit } from '../diagnostics/index.ts';
import { type Fleet, isAutoscaled, type PlannedModel, type ServerPlan } from '../ir/index.ts';
import type { DecidedModel } from './decide.ts';
import type { Hints } from './hints.ts';
import { onWorkers } from './version.ts';

/** What the replicas of each server hold, servers and models sorted by name. */
export function serverPlans(
  fleet: Fleet,
  bases: ReadonlyMap<string, number>,
  decided: readonly DecidedModel[],
  hintsOf: (model: string) => Hints,
): readonly ServerPlan[] {
  const models = new Map<string, PlannedModel[]>(fleet.servers.map((server) => [server.name, []]));
  for (const one of decided) {
    models.get(one.server.name)?.push(planned(one, hintsOf(one.model.name)));
  }
  return fleet.servers
    .map((server) => {
      const { name, runtime, replicas } = server;
      const base = bases.get(name) ?? replicas.min;
      const max = isAutoscaled(server) ? replicas.max : base;
      return { server: name, runtime, base, max, models: models.get(name) ?? [] };
    })
    .toSorted((a, b) => byCodeUnit(a.server, b.server));
}

function planned(
  { model, server, at, spare, refuge, versions, fallbacks, update }: DecidedModel,
  { step, mayInterrupt }: Hints,
): PlannedModel {
  // In the order of a shard's entry, which makes encoding cheap.
  return {
    name: model.name,
    at: at.numbers,
    current: onWorkers(versions.current, server.workers),
    former: fallbacks.map((version) => onWorkers(version, server.workers)),
    limits: model.limits,
    ...(mayInterrupt && { mayInterrupt }),
    ...(refuge !== undefined && { refuge }),
    residency: model.residency,
    spare: spare.numbers,
    ...(step !== undefined && { step }),
    update,
  };
}
