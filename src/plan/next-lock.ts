import type { Fleet, Lock, LockedModel } from '../ir/index.ts';
import { immutableFields } from '../names/index.ts';
import type { DecidedModel } from './decide.ts';

/** The lock that the next compile starts from. `demands` are the hashes of what the solver was asked, by model. */
export function nextLock(
  fleet: Fleet,
  solver: string,
  bases: ReadonlyMap<string, number>,
  decided: readonly DecidedModel[],
  demands: ReadonlyMap<string, string>,
  steps: ReadonlyMap<string, number>,
): Lock {
  return {
    version: 1,
    solver,
    servers: fleet.servers.map((server) => ({
      name: server.name,
      base: bases.get(server.name) ?? server.replicas.min,
      immutable: immutableFields(server),
    })),
    models: decided.map((one) => lockedModel(one, demands.get(one.model.name) ?? '', steps.get(one.model.name))),
  };
}

function lockedModel(
  { model, at, spare, versions }: DecidedModel,
  demand: string,
  step: number | undefined,
): LockedModel {
  return {
    name: model.name,
    at: at.names,
    spare: spare.names,
    demand,
    current: versions.current,
    former: versions.former,
    ...(step !== undefined && { step }),
  };
}
