import type { Fleet, Lock, Model, PreviousPlace, Problem, ProblemModel, ProblemServer, Server } from '../ir/index.ts';
import { record } from './answer.ts';
import { demandHash } from './demand-hash.ts';

/**
 * What the solver is asked for a fleet. From a lock come the previous places, and which models changed: those that it
 * lacks, and those whose demand it has with another hash. Without a lock nothing has a previous place.
 */
export function toProblem(fleet: Fleet, lock: Lock | undefined): Problem {
  const models = fleet.models.map(toModel);
  const { moves, survive } = fleet.environment.policy;
  const problem: Problem = {
    version: 1,
    moves,
    policy: { survive },
    servers: fleet.servers.map(toServer),
    models,
  };
  if (!lock) return problem;
  const locked = new Map(lock.models.map((model) => [model.name, model.demand]));
  const previous = record<PreviousPlace>();
  for (const { name, at, spare } of lock.models) previous[name] = { at, spare };
  const changed = models.filter((model) => locked.get(model.name) !== demandHash(model)).map(({ name }) => name);
  return { ...problem, changed, previous };
}

function toServer({ name, replicas, capacity, workers, overcommit, capabilities, cost }: Server): ProblemServer {
  const { memory, gpuMemory = 0, slots = null, disk = null } = capacity;
  return {
    name,
    replicas: { min: replicas.min, max: replicas.max },
    capacity: { memory, gpuMemory, slots, disk },
    workers,
    overcommit,
    capabilities,
    cost,
  };
}

function toModel({ name, demand, replicas, requires, server, residency, update, load }: Model): ProblemModel {
  const { memory, peak, gpuMemory, gpuPeak, disk } = demand;
  return {
    name,
    memory,
    peak,
    gpuMemory,
    gpuPeak,
    disk,
    replicas: { min: replicas.min, max: replicas.max },
    requires,
    server: server ?? null,
    residency,
    update,
    load,
  };
}
