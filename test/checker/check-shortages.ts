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
  const faults: string[] = [];
  const tooSmall = shortages.map((given, i) => {
    const own = servers.filter(({ name }) => given.servers.includes(name));
    const shown = shownTooSmall(given, own, homes);
    if (Array.isArray(shown)) return shown;
    faults.push(`shortage ${i} ${shown}`);
    return [];
  });
  const models = new Map(problem.models.map((model) => [model.name, model]));
  for (const { model: name, proof } of unplaced) {
    const own = homes.get(models.get(name)!) ?? [];
    if ((proof === 'alone') !== (own.length === 0))
      faults.push(`${name} is proven by ${proof}, and fits ${own.length}`);
    if (proof === null || proof === 'alone') continue;
    const shown = tooSmall.flat().some((set) => own.every((server) => set.includes(server.name)));
    if (!shown) faults.push(`${name} is in no shortage`);
  }
  return faults;
}

/** Sets of servers that are shown not to hold all that can go nowhere else; or in words why none is. */
function shownTooSmall(
  { bases, argument, servers: names }: ShortageEvidence,
  servers: readonly ProblemServer[],
  homes: Homes,
): (readonly string[])[] | string {
  if (servers.length !== names.length) return 'is of servers that are not there';
  const own = new Set(servers);
  const inside = [...homes].filter(([, list]) => list.length > 0 && list.every((server) => own.has(server)));
  const models = inside.map(([model]) => model);
  if (argument.by === 'total') {
    return isShort(servers, models, argument.resource) ? [names] : `has enough ${argument.resource}`;
  }
  const component = new Component(servers, models, homes);
  const most = servers.reduce((sum, { replicas }) => sum + replicas.max, 0);
  const faults = component.faultsOf({ servers: names, bases, argument, lowerBound: most + 1 });
  if (faults.length === 0) return [names];
  // A base that is shown, and above what there may be, speaks of that server alone.
  const exceeded = servers.filter(({ name, replicas }) => (bases[name]?.base ?? 0) > replicas.max);
  const isShown = component.faultsOf({ servers: names, bases, argument, lowerBound: 0 }).length === 0;
  return isShown && exceeded.length > 0 ? exceeded.map(({ name }) => [name]) : faults.join(', ');
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
    const slots = capacity.slots ?? Number.MAX_SAFE_INTEGER;
    return { overcommit: limit(capacity.memory), gpuOvercommit: limit(capacity.gpuMemory), slots }[resource];
  };
  const wanted = models.reduce((sum, model) => sum + asked(model) * model.replicas.min, 0);
  return wanted > servers.reduce((sum, server) => sum + room(server) * server.replicas.max, 0);
}
