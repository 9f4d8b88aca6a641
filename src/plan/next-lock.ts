import type { Fleet, Lock, LockedModel } from '../ir/index.ts';
import { immutableFields } from '../names/index.ts';
import type { DecidedModel } from './decide.ts';
import type { Hints } from './hints.ts';

/** The lock that the next compile starts from. `demands` are the hashes of what the solver was asked, by model. */
export function nextLock(
  fleet: Fleet,
  solver: string,
  bases: ReadonlyMap<string, number>,
  decided: readonly DecidedModel[],
  demands: ReadonlyMap<string, string>,
  hintsOf: (model: string) => Hints,
): Lock {
  return {
    version: 1,
    solver,
    servers: fleet.servers.map((server) => ({
      name: server.name,
      base: bases.get(server.name) ?? server.replicas.min,
      immutable: immutableFields(server),
    })),
    models: decided.map((one) => lockedModel(one, demands.get(one.model.name) ?? '', hintsOf(one.model.name))),
  };
}

function lockedModel({ model, at, spare, versions }: DecidedModel, demand: string, hints: Hints): LockedModel {
  return {
    name: model.name,
    at: at.names,
    spare: spare.names,
    demand,
    current: versions.current,
    former: versions.former,
    ...hints,
  };
}
