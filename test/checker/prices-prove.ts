import type { Argument, ProblemModel, ProblemServer, Resource } from '../../src/ir/index.ts';
import type { Homes } from './homes.ts';
import { aboutSizeOf, isResource, sizeOf, transient, whole } from './sizes.ts';

type Priced = Extract<Argument, { by: 'prices' }>;

/** Ordinals of one server whose T is in one level, which holds models whose own T is below its end. */
interface Offer {
  readonly server: ProblemServer;
  readonly begin: number;
  readonly end: number;
  readonly prices: readonly (readonly [Resource, number])[];
  /** Σ prices. */
  readonly total: bigint;
  /** More than rounding sizes down can make of a difference to them: 2^-29 of that. */
  readonly rounding: number;
}

/** What prices prove by weak duality, as one sum in whole numbers; in words why they are none. */
export function pricesProve(
  servers: readonly ProblemServer[],
  models: readonly ProblemModel[],
  homes: Homes,
  least: ReadonlyMap<string, number>,
  argument: Priced,
): number | string {
  if (!arePrices(argument)) return 'what is given as prices is none';
  const unit = BigInt(argument.unit);
  const offers = new Offers(argument, homes);
  // All in units of cost / (unit × whole).
  let sum = 0n;
  for (const server of servers) {
    const { name, cost, replicas } = server;
    const top = offers.of(server).reduce((most, { total }) => (total > most ? total : most), 0n);
    const each = BigInt(cost) * unit - top;
    const atLeast = each * BigInt(least.get(name)!);
    const atMost = each * BigInt(Math.max(replicas.max, least.get(name)!));
    sum += (atLeast < atMost ? atLeast : atMost) * whole;
  }
  for (const model of models) sum += offers.cheapest(model) * BigInt(model.replicas.min);
  const divisor = servers.reduce((all, { cost }) => gcd(all, cost), 0);
  if (divisor === 0 || sum <= 0n) return 0;
  const step = BigInt(divisor) * unit * whole;
  return Number((sum + step - 1n) / step) * divisor;
}

/** Weak duality asks for prices of at least 0, and for levels that hold every T. */
function arePrices({ unit, levels, prices }: Priced): boolean {
  const written = Object.values(prices).flat().flatMap(Object.entries);
  return (
    isWhole(unit) &&
    unit > 0 &&
    levels[0] === 0 &&
    levels.every((begin, i) => isWhole(begin) && (i === 0 || begin > levels[i - 1]!)) &&
    written.every(([resource, price]) => isResource(resource) && isWhole(price))
  );
}

function isWhole(number: unknown): boolean {
  return Number.isSafeInteger(number) && Number(number) >= 0;
}

class Offers {
  readonly #argument: Priced;
  readonly #homes: Homes;
  readonly #ofServer = new Map<ProblemServer, readonly Offer[]>();
  readonly #ofHomes = new Map<readonly ProblemServer[], readonly Offer[]>();
  /** What each offer asks for one model, in doubles. */
  readonly #about: number[] = [];

  constructor(argument: Priced, homes: Homes) {
    this.#argument = argument;
    this.#homes = homes;
  }

  /** Levels that the server's ordinals can reach. A price that is not given is 0, which is always sound. */
  of(server: ProblemServer): readonly Offer[] {
    const known = this.#ofServer.get(server);
    if (known) return known;
    const { levels, prices } = this.#argument;
    const offers = levels.flatMap((begin, level): Offer[] => {
      if (begin * server.workers > server.capacity.memory) return [];
      const own = Object.entries(prices[server.name]?.[level] ?? {}) as [Resource, number][];
      const end = levels[level + 1] ?? Number.POSITIVE_INFINITY;
      const total = own.reduce((sum, [, price]) => sum + BigInt(price), 0n);
      return [{ server, begin, end, prices: own, total, rounding: Number(total) * 2 ** -29 }];
    });
    this.#ofServer.set(server, offers);
    return offers;
  }

  /**
   * The least that a copy of the model is asked for anywhere. Only offers that may be the cheapest are summed in whole
   * numbers. A sum in doubles is off by less than 2^-49 of itself: its terms are at least 0, and each comes of whole
   * numbers by a division, a product and at most five sums, none of which is off by more than 2^-53. Sizes that are
   * rounded down make an offer cheaper by less than 2^-30 of its prices. So what is dearer, in doubles, than the
   * cheapest by 2^-40 of that and 2^-29 of its own prices is dearer.
   */
  cheapest(model: ProblemModel): bigint {
    const offers = this.#open(model);
    const top = transient(model);
    const about = this.#about;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < offers.length; i++) {
      const offer = offers[i]!;
      about[i] = top < offer.end ? aboutPaid(offer, model) : Number.POSITIVE_INFINITY;
      if (about[i]! < least) least = about[i]!;
    }
    let cheapest: bigint | undefined;
    for (let i = 0; i < offers.length; i++) {
      if (about[i]! > least * (1 + 2 ** -40) + offers[i]!.rounding || top >= offers[i]!.end) continue;
      const pays = paid(offers[i]!, model);
      if (cheapest === undefined || pays < cheapest) cheapest = pays;
    }
    return cheapest ?? 0n;
  }

  /** Those of all servers that could hold the model. */
  #open(model: ProblemModel): readonly Offer[] {
    const homes = this.#homes.get(model)!;
    const known = this.#ofHomes.get(homes);
    if (known) return known;
    const offers = homes.flatMap((server) => this.of(server));
    this.#ofHomes.set(homes, offers);
    return offers;
  }
}

/** Exact. */
function paid({ server, prices, begin }: Offer, model: ProblemModel): bigint {
  let sum = 0n;
  for (const [resource, price] of prices) sum += BigInt(price) * sizeOf(server, model, resource, begin);
  return sum;
}

/** The same in doubles, in units of cost / unit. */
function aboutPaid({ server, prices, begin }: Offer, model: ProblemModel): number {
  let sum = 0;
  for (const [resource, price] of prices) sum += price * aboutSizeOf(server, model, resource, begin);
  return sum;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
