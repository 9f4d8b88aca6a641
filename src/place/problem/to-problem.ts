import {
  type Fleet,
  isAutoscaled,
  type Lock,
  type Model,
  type PreviousPlace,
  type Problem,
  type ProblemModel,
  type ProblemServer,
  type Server,
} from '../../ir/index.ts';
import { record } from '../state/record.ts';
import { DemandHasher } from './demand-hash.ts';

/** What the solver is asked for a fleet. */
export interface Asked {
  readonly problem: Problem;
  /** By model: a short hash of what is asked for it, as the lock keeps it. */
  readonly demands: ReadonlyMap<string, string>;
}

/**
 * What the solver is asked for a fleet. From a lock come the previous places, and which models changed: those that it
 * lacks, and those whose demand it has with another hash. Without a lock nothing has a previous place.
 */
export function toProblem(fleet: Fleet, lock: Lock | undefined): Asked {
  const models = fleet.models.map(toModel);
  const { moves, survive } = fleet.environment.policy;
  const problem: Problem = {
    version: 1,
    moves,
    policy: { survive },
    servers: fleet.servers.map(toServer),
    models,
  };
  const hasher = new DemandHasher();
  const demands = new Map<string, string>();
  for (const model of models) demands.set(model.name, hasher.hash(model));
  if (!lock) return { problem, demands };
  const locked = new Map<string, string>();
  const previous = record<PreviousPlace>();
  for (const { name, at, spare, demand } of lock.models) {
    locked.set(name, demand);
    previous[name] = { at, spare };
  }
  const changed: string[] = [];
  for (const [name, demand] of demands) if (locked.get(name) !== demand) changed.push(name);
  return { problem: { ...problem, changed, previous }, demands };
}

function toServer(server: Server): ProblemServer {
  const { name, replicas, capacity, workers, overcommit, capabilities, cost } = server;
  const { memory, gpuMemory = 0, slots = null, disk = null } = capacity;
  return {
    name,
    replicas: { min: replicas.min, max: replicas.max },
    beyondBase: isAutoscaled(server) ? 'autoscaled' : 'never',
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
