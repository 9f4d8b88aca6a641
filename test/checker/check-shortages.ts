import type { Placement, Problem, ProblemModel, ProblemServer, ShortageEvidence } from '../../src/ir/index.ts';
import { Component } from './component.ts';
import { findHomes, type Homes } from './homes.ts';

/**
 * Checks that each shortage holds, and that what is said to have no place for certain is in one, or fits no server even
 * alone. Gives what does not hold, in words.
 */
export function checkShortages(
  problem: Problem,
  { unplaced }: Placement,
  shortages: readonly ShortageEvidence[],
): string[] {
  if (unplaced.length === 0) return shortages.length === 0 ? [] : ['there are shortages, and nothing without a place'];
  const servers = problem.servers.map((server) => ({ ...server, cost: 1 }));
  const homes = findHomes(servers, problem.models);
  const faults = shortages.flatMap((given, i) => {
    const own = servers.filter(({ name }) => given.servers.includes(name));
    return faultsOf(given, own, homes).map((fault) => `shortage ${i} ${fault}`);
  });
  const models = new Map(problem.models.map((model) => [model.name, model]));
  for (const { model: name, proof } of unplaced) {
    const own = homes.get(models.get(name)!) ?? [];
    if ((proof === 'alone') !== (own.length === 0))
      faults.push(`${name} is proven by ${proof}, and fits ${own.length}`);
    if (proof === null || proof === 'alone') continue;
    const shown = shortages.some((one) => own.every((server) => one.servers.includes(server.name)));
    if (!shown) faults.push(`${name} is in no shortage`);
  }
  return faults;
}

function faultsOf(
  { bases, argument, servers: names }: ShortageEvidence,
  servers: readonly ProblemServer[],
  homes: Homes,
): string[] {
  if (servers.length !== names.length) return ['is of servers that are not there'];
  const own = new Set(servers);
  const inside = [...homes].filter(([, list]) => list.length > 0 && list.every((server) => own.has(server)));
  const models = inside.map(([model]) => model);
  if (argument.by === 'total')
    return isShort(servers, models, argument.resource) ? [] : [`has enough ${argument.resource}`];
  const exceeded = servers.some(({ name, replicas }) => (bases[name]?.base ?? 0) > replicas.max);
  const most = servers.reduce((sum, { replicas }) => sum + replicas.max, 0);
  // A base that is shown, and above what there may be, is enough.
  const given = { servers: names, bases, argument, lowerBound: exceeded ? 0 : most + 1 };
  return new Component(servers, models, homes).faultsOf(given);
}

/** Whether the models ask for more of a resource than all replicas have that the servers may have. */
function isShort(
  servers: readonly ProblemServer[],
  models: readonly ProblemModel[],
  resource: 'overcommit' | 'gpuOvercommit' | 'slots',
): boolean {
  const workers = Math.min(...servers.map((server) => server.workers));
  const asked = (model: ProblemModel): number =>
    ({ overcommit: workers * model.memory, gpuOvercommit: workers * model.gpuMemory, slots: 1 })[resource];
  const room = ({ capacity, overcommit }: ProblemServer): number => {
    const limit = (of: number): number => Math.floor((of * (100 + overcommit)) / 100);
    const slots = capacity.slots ?? Number.POSITIVE_INFINITY;
    return { overcommit: limit(capacity.memory), gpuOvercommit: limit(capacity.gpuMemory), slots }[resource];
  };
  const wanted = models.reduce((sum, model) => sum + asked(model) * model.replicas.min, 0);
  return wanted > servers.reduce((sum, server) => sum + room(server) * server.replicas.max, 0);
}
