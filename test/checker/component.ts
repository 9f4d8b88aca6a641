import type { Argument, BaseEvidence, ComponentEvidence, ProblemModel, ProblemServer } from '../../src/ir/index.ts';
import type { Homes } from './homes.ts';
import { isCheaper } from './is-cheaper.ts';
import { mostValue } from './most-value.ts';
import { pricesProve } from './prices-prove.ts';
import { sizeOf, whole } from './sizes.ts';

/** Servers, and the models that can only go to them. */
export class Component {
  readonly #servers: readonly ProblemServer[];
  readonly #models: readonly ProblemModel[];
  readonly #homes: Homes;
  /** Models that can go nowhere else, by the server. */
  readonly #bound: ReadonlyMap<ProblemServer, readonly ProblemModel[]>;

  constructor(servers: readonly ProblemServer[], models: readonly ProblemModel[], homes: Homes) {
    this.#servers = servers;
    this.#models = models;
    this.#homes = homes;
    const bound = models.filter((model) => homes.get(model)!.length === 1);
    this.#bound = Map.groupBy(bound, (model) => homes.get(model)![0]!);
  }

  faultsOf({ lowerBound, bases, argument }: ComponentEvidence): string[] {
    const faults: string[] = [];
    const least = new Map(this.#servers.map(({ name, replicas }) => [name, replicas.min]));
    for (const [name, because] of Object.entries(bases)) {
      const server = this.#servers.find((one) => one.name === name);
      const shown = server ? shownBase(server, this.#bound.get(server) ?? [], because) : 0;
      if (!(shown >= because.base)) faults.push(`shows a base of ${name} of ${shown}, not ${because.base}`);
      least.set(name, Math.max(least.get(name) ?? 0, because.base));
    }
    const proven = this.#prove(argument, least, lowerBound);
    if (typeof proven === 'string') faults.push(proven);
    // What is no number is not below any.
    else if (!(proven >= lowerBound)) faults.push(`is shown to cost ${proven}, not ${lowerBound}`);
    return faults;
  }

  /** What the component costs at least by the argument; or in words why it is none. */
  #prove(argument: Argument, least: ReadonlyMap<string, number>, lowerBound: number): number | string {
    const floor = this.#servers.reduce((sum, { name, cost }) => sum + cost * least.get(name)!, 0);
    switch (argument.by) {
      case 'bases':
        return floor;
      case 'copies': {
        const model = this.#models.find(({ name }) => name === argument.model);
        if (!model) return `has no model ${argument.model}`;
        const onTop = this.#homes
          .get(model)!
          .map(({ name, cost }) => cost * Math.max(0, model.replicas.min - least.get(name)!));
        return floor + Math.min(...onTop);
      }
      case 'prices':
        return pricesProve(this.#servers, this.#models, this.#homes, least, argument);
      case 'columns': {
        const bins = this.#columnsProve(argument);
        if (typeof bins === 'string') return bins;
        const [{ name, cost }] = this.#servers as [ProblemServer];
        return floor + cost * Math.max(0, bins - least.get(name)!);
      }
      case 'exhaustion': {
        const cheaper = isCheaper(this.#servers, this.#models, this.#homes, lowerBound);
        if (cheaper === undefined) return 'is too large for all to be tried';
        return cheaper ? floor : lowerBound;
      }
    }
  }

  /** How many ordinals the first server needs for the models that can go nowhere else. */
  #columnsProve({ values, most }: Extract<Argument, { by: 'columns' }>): number | string {
    const [server] = this.#servers as [ProblemServer];
    const models = this.#bound.get(server) ?? [];
    const value = ({ name }: ProblemModel): number => (Object.hasOwn(values, name) ? values[name]! : 0);
    const sum = models.reduce((total, model) => total + value(model) * model.replicas.min, 0);
    if (![sum, ...Object.values(values)].every(Number.isSafeInteger)) return 'has values that are no whole numbers';
    const held = mostValue(server, models, value);
    if (held === undefined) return `has an ordinal of ${server.name} of which the most value could not be computed`;
    if (held > most) return `has an ordinal of ${server.name} that may be worth ${held}`;
    return Math.ceil(sum / most);
  }
}

/** The base that the evidence shows, where the server must hold these models. */
function shownBase(server: ProblemServer, models: readonly ProblemModel[], because: BaseEvidence): number {
  if (because.by === 'copies') return models.find(({ name }) => name === because.model)?.replicas.min ?? 0;
  const threshold = BigInt(because.threshold);
  let large = 0n;
  let free = 0n;
  let small = 0n;
  for (const model of models) {
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
