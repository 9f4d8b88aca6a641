import type { BaseEvidence, Evidence, Placement, Problem, ProblemModel, ProblemServer } from '../../src/ir/index.ts';
import { isCheaper } from './is-cheaper.ts';
import { mostValue } from './most-value.ts';

/** Sizes are in parts of an ordinal of 1 / 2^30. */
const whole = 2n ** 30n;

/**
 * Checks that the evidence proves every lower bound of a placement's certificate, in exact integers. Shares no code
 * with the solver. Gives what does not hold, in words.
 */
export function checkEvidence(problem: Problem, placement: Placement, evidence: Evidence): string[] {
  const faults: string[] = [];
  const { components } = placement.certificate;
  if (evidence.components.length !== components.length) return ['the evidence is of other components'];
  const placed = problem.models.filter(({ name }) => Object.hasOwn(placement.assignments, name));
  const servers = new Map(problem.servers.map((server) => [server.name, server]));
  const homes = new Map(placed.map((model) => [model, problem.servers.filter((server) => couldHold(server, model))]));
  for (const [i, { servers: names, lowerBound, bases, argument }] of evidence.components.entries()) {
    const claimed = components[i]!;
    if (names.join() !== claimed.servers.join()) faults.push(`component ${i} is of other servers`);
    if (lowerBound !== claimed.lowerBound)
      faults.push(`component ${i} proves ${lowerBound}, not ${claimed.lowerBound}`);
    const own = names.map((name) => servers.get(name)!);
    const models = placed.filter((model) => names.includes(homes.get(model)![0]!.name));
    const least = new Map(own.map((server) => [server.name, server.replicas.min]));
    for (const [name, because] of Object.entries(bases)) {
      const only = models.filter((model) => homes.get(model)!.length === 1 && homes.get(model)![0]!.name === name);
      const shown = shownBase(servers.get(name)!, only, because);
      if (shown < because.base) faults.push(`the base of ${name} is shown to be ${shown}, not ${because.base}`);
      least.set(name, Math.max(least.get(name)!, because.base));
    }
    const floor = own.reduce((sum, server) => sum + server.cost * least.get(server.name)!, 0);
    let proven = floor;
    switch (argument.by) {
      case 'bases':
        break;
      case 'copies': {
        const model = models.find(({ name }) => name === argument.model)!;
        const onTop = homes
          .get(model)!
          .map(({ name, cost }) => cost * Math.max(0, model.replicas.min - least.get(name)!));
        proven = floor + Math.min(...onTop);
        break;
      }
      case 'prices': {
        const prices = new Map(
          own.map(({ name }) => [name, argument.prices[name]!.map((level) => new Map(Object.entries(level)))]),
        );
        proven = pricesProve(own, models, homes, least, argument.levels, BigInt(argument.unit), prices);
        break;
      }
      case 'columns': {
        const [server] = own;
        const value = (model: ProblemModel): number =>
          Object.hasOwn(argument.values, model.name) ? argument.values[model.name]! : 0;
        const held = mostValue(server!, models, value);
        if (held === undefined)
          faults.push(`what an ordinal of ${server!.name} is worth at most could not be computed`);
        else if (held > argument.most) faults.push(`an ordinal of ${server!.name} may be worth ${held}`);
        const sum = models.reduce((total, model) => total + value(model) * model.replicas.min, 0);
        proven = server!.cost * Math.max(least.get(server!.name)!, Math.ceil(sum / argument.most));
        break;
      }
      case 'exhaustion': {
        const cheaper = isCheaper(own, models, homes, lowerBound);
        if (cheaper === undefined) faults.push(`component ${i} is too large for all to be tried`);
        if (cheaper === false) proven = lowerBound;
      }
    }
    if (proven < lowerBound) faults.push(`component ${i} is shown to cost ${proven}, not ${lowerBound}`);
  }
  return faults;
}

function pricesProve(
  servers: readonly ProblemServer[],
  models: readonly ProblemModel[],
  homes: ReadonlyMap<ProblemModel, readonly ProblemServer[]>,
  least: ReadonlyMap<string, number>,
  levels: readonly number[],
  unit: bigint,
  prices: ReadonlyMap<string, readonly ReadonlyMap<string, number>[]>,
): number {
  // All in units of cost / (unit × whole).
  let sum = 0n;
  for (const { name, cost, replicas, workers, capacity } of servers) {
    let top = 0n;
    for (const [level, asked] of prices.get(name)!.entries()) {
      if (levels[level]! * workers > capacity.memory) continue;
      const total = [...asked.values()].reduce((all, price) => all + BigInt(price), 0n);
      if (total > top) top = total;
    }
    const each = BigInt(cost) * unit - top;
    const atLeast = each * BigInt(least.get(name)!);
    const atMost = each * BigInt(Math.max(replicas.max, least.get(name)!));
    sum += (atLeast < atMost ? atLeast : atMost) * whole;
  }
  for (const model of models) {
    let cheapest: bigint | undefined;
    for (const server of homes.get(model)!) {
      for (const [level, begin] of levels.entries()) {
        const end = levels[level + 1];
        if (begin * server.workers > server.capacity.memory) continue;
        if (end !== undefined && transient(model) >= end) continue;
        let pays = 0n;
        for (const [resource, price] of prices.get(server.name)![level]!) {
          pays += BigInt(price) * sizeOf(server, model, resource, begin);
        }
        if (cheapest === undefined || pays < cheapest) cheapest = pays;
      }
    }
    sum += (cheapest ?? 0n) * BigInt(model.replicas.min);
  }
  const divisor = servers.reduce((all, { cost }) => gcd(all, cost), 0);
  if (divisor === 0) return 0;
  const step = BigInt(divisor) * unit * whole;
  return sum <= 0n ? 0 : Number((sum + step - 1n) / step) * divisor;
}

/** The base that the evidence shows. */
function shownBase(server: ProblemServer, only: readonly ProblemModel[], because: BaseEvidence): number {
  if (because.by === 'copies') return only.find(({ name }) => name === because.model)?.replicas.min ?? 0;
  const threshold = BigInt(because.threshold);
  let large = 0n;
  let free = 0n;
  let small = 0n;
  for (const model of only) {
    const size = sizeOf(server, model, because.resource, 0);
    const copies = BigInt(model.replicas.min);
    if (2n * size > whole) {
      large += copies;
      if (size <= whole - threshold) free += copies * (whole - size);
    } else if (size >= threshold) small += copies * size;
  }
  const rest = small - free;
  return Number(large + (rest > 0n ? (rest + whole - 1n) / whole : 0n));
}

/** T of rule 1, on one worker. */
function transient({ residency, update, peak, memory }: ProblemModel): number {
  return residency === 'always' && update === 'recreate' ? peak - memory : peak;
}

/** The part of an ordinal that one copy takes, where the ordinal's T is at least `floor`; rounded down. */
function sizeOf(server: ProblemServer, model: ProblemModel, resource: string, floor: number): bigint {
  const { capacity, workers, overcommit } = server;
  const stays = model.residency === 'always';
  const gpuTop = stays && model.update === 'recreate' ? model.gpuPeak - model.gpuMemory : model.gpuPeak;
  const part = (demand: number, room: number): bigint => {
    if (demand === 0) return 0n;
    const size = room <= 0 ? whole : (BigInt(demand) * whole) / BigInt(room);
    return size < whole ? size : whole;
  };
  const limit = (of: number): number => Math.floor((of * (100 + overcommit)) / 100);
  switch (resource) {
    case 'memory':
      return stays ? part(model.memory * workers, capacity.memory - Math.max(transient(model), floor) * workers) : 0n;
    case 'overcommit':
      return part(model.memory * workers, limit(capacity.memory));
    case 'gpuMemory':
      return stays ? part(model.gpuMemory * workers, capacity.gpuMemory - gpuTop * workers) : 0n;
    case 'gpuOvercommit':
      return part(model.gpuMemory * workers, limit(capacity.gpuMemory));
    case 'slots':
      return capacity.slots === null ? 0n : part(1, capacity.slots);
    case 'disk':
      return capacity.disk === null ? 0n : part(2 * model.disk, capacity.disk);
    default:
      throw new Error(`there is no resource ${resource}`);
  }
}

/** Whether the server could hold all copies of the model, had it nothing else to hold. */
function couldHold(server: ProblemServer, model: ProblemModel): boolean {
  const { capacity, workers: w, overcommit } = server;
  const stays = model.residency === 'always';
  const gpuTop = stays && model.update === 'recreate' ? model.gpuPeak - model.gpuMemory : model.gpuPeak;
  return (
    (model.server === null || model.server === server.name) &&
    model.requires.every((word) => server.capabilities.includes(word)) &&
    model.replicas.min <= server.replicas.max &&
    w * ((stays ? model.memory : 0) + transient(model)) <= capacity.memory &&
    100 * w * model.memory <= capacity.memory * (100 + overcommit) &&
    w * ((stays ? model.gpuMemory : 0) + gpuTop) <= capacity.gpuMemory &&
    100 * w * model.gpuMemory <= capacity.gpuMemory * (100 + overcommit) &&
    (capacity.slots ?? 1) >= 1 &&
    2 * model.disk <= (capacity.disk ?? Number.MAX_SAFE_INTEGER)
  );
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
