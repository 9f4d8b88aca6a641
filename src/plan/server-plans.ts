import { byCodeUnit } from '../diagnostics/index.ts';
import type { Fleet, PlannedModel, ServerPlan } from '../ir/index.ts';
import type { DecidedModel } from './decide.ts';

/** What the replicas of each server hold, servers and models sorted by name. A model stands also where its refuge is. */
export function serverPlans(
  fleet: Fleet,
  bases: ReadonlyMap<string, number>,
  decided: readonly DecidedModel[],
  steps: ReadonlyMap<string, number>,
): readonly ServerPlan[] {
  const workers = new Map(fleet.servers.map((server) => [server.name, server.workers]));
  const models = new Map<string, PlannedModel[]>(fleet.servers.map((server) => [server.name, []]));
  for (const one of decided) {
    const { model, server, at, spare, refuge } = one;
    const here = refuge?.server === server.name ? refuge.ordinal : undefined;
    const step = steps.get(model.name);
    models.get(server.name)?.push(planned(one, server.workers, { at: at.numbers, spare: spare.numbers }, here, step));
    if (refuge !== undefined && here === undefined) {
      const count = workers.get(refuge.server) ?? 1;
      models.get(refuge.server)?.push(planned(one, count, { at: [], spare: [] }, refuge.ordinal, undefined));
    }
  }
  return fleet.servers
    .map(({ name, runtime, replicas }) => ({
      server: name,
      runtime,
      base: bases.get(name) ?? replicas.min,
      max: replicas.max,
      models: models.get(name) ?? [],
    }))
    .toSorted((a, b) => byCodeUnit(a.server, b.server));
}

function planned(
  { model, versions, update }: DecidedModel,
  workers: number,
  places: Pick<PlannedModel, 'at' | 'spare'>,
  refuge: number | undefined,
  step: number | undefined,
): PlannedModel {
  // In the order of a shard's entry, which makes encoding cheap.
  return {
    name: model.name,
    at: places.at,
    current: versions.current,
    former: versions.former,
    limits: model.limits,
    memory: model.demand.memory * workers,
    peak: model.demand.peak * workers,
    ...(refuge !== undefined && { refuge }),
    residency: model.residency,
    spare: places.spare,
    ...(step !== undefined && { step }),
    update,
  };
}
