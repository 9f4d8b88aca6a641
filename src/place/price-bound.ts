import type { Component } from './components.ts';
import type { Instance, ServerShape } from './instance.ts';
import { whole } from './pack-bound.ts';
import { type Prices, priceValue } from './price-value.ts';
import { resourceCount, sizeOf } from './resources.ts';

/** Rounds of improving the prices. */
const ROUNDS = 80;
/** Models of a group that its volume is estimated from: the volume only steers, the bound itself takes all. */
const SAMPLE = 128;

/** The servers of a component. */
interface Market {
  readonly instance: Instance;
  readonly shapes: readonly ServerShape[];
  /** The least base of each. */
  readonly low: readonly number[];
  /** Equal for servers of equal capacity. */
  readonly kinds: readonly number[];
  /** Resources that matter. */
  readonly active: readonly number[];
}

/** What the prices say. */
export interface Priced {
  /** The bound. */
  readonly value: number;
  /** By server of the component: how many ordinals models would fill if each went where it pays least, on average. */
  readonly wanted: Float64Array;
  /** By server of the component, then resource: the price of one ordinal's worth. */
  readonly prices: Float64Array;
  /** The prices that prove the bound. */
  readonly certified: Prices;
}

/** Models with the same servers to go to; the prices are found for groups and the bound is then taken model by model. */
interface Group {
  readonly servers: readonly number[];
  readonly models: number[];
  /** By server, then resource: about what the group takes in all, in ordinals. */
  readonly volume: Float64Array;
}

/**
 * The Lagrangian bound: each resource of each server gets a price p ≥ 0 per ordinal of it. Every model pays at least
 * what its cheapest server asks, and a server that opens b ordinals earns p·b and costs c·b. For any prices
 *   Σ over models of min over servers of p·size + Σ over servers of min over legal bases of (cost − p)·base
 * is a lower bound (weak duality); a subgradient method (Held, Wolfe and Crowder 1974) looks for good ones. The sizes
 * carry T of rule 1 (see `sizeOf`). What the best prices found are worth is then summed model by model (`priceValue`).
 */
export function priceBound(instance: Instance, component: Component, least: ReadonlyMap<number, number>): Priced {
  const shapes = component.servers.map((s) => instance.servers[s]!);
  const market: Market = {
    instance,
    shapes,
    low: shapes.map((shape) => least.get(shape.index)!),
    kinds: kindsOf(shapes),
    active: activeResources(instance, component, shapes),
  };
  const groups = splitGroups(market, component);
  let best = 0;
  let bestPrices: Float64Array | undefined;
  const note = (prices: Float64Array, use?: Float64Array): number => {
    const value = dual(groups, market, prices, use);
    if (value > best) {
      best = value;
      bestPrices = prices.slice();
    }
    return value;
  };
  for (const r of market.active) {
    const single = new Float64Array(shapes.length * resourceCount);
    for (const [i, shape] of shapes.entries()) single[i * resourceCount + r] = shape.cost;
    note(single);
  }
  const wanted = new Float64Array(shapes.length);
  if (!bestPrices) {
    const none = new Float64Array(shapes.length * resourceCount);
    return { value: 0, wanted, prices: none, certified: { levels: [0], prices: shapes.map(() => [none]) } };
  }
  improve(bestPrices.slice(), market, note, wanted);
  const levelled = shapes.map((_, i) => [bestPrices!.slice(i * resourceCount, (i + 1) * resourceCount)]);
  const { value, prices } = priceValue(instance, component, least, { levels: [0], prices: levelled });
  return { value, wanted, prices: bestPrices, certified: prices };
}

/** Moves the prices along subgradients, towards resources that are asked for more than they are there. */
function improve(
  prices: Float64Array,
  { shapes, low }: Market,
  value: (prices: Float64Array, use: Float64Array) => number,
  wanted: Float64Array,
): void {
  const use = new Float64Array(prices.length);
  const mean = new Float64Array(prices.length);
  let best = 0;
  let step = 1;
  let idle = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const now = value(prices, use);
    if (now > best * (1 + 1e-6)) idle = 0;
    else if (++idle >= 4) {
      step /= 2;
      idle = 0;
    }
    best = Math.max(best, now);
    for (let i = 0; i < shapes.length; i++) {
      let most = 0;
      for (let r = 0; r < resourceCount; r++) {
        mean[i * resourceCount + r]! += (use[i * resourceCount + r]! - mean[i * resourceCount + r]!) / (1 + round / 2);
        most = Math.max(most, mean[i * resourceCount + r]!);
      }
      wanted[i] = most;
    }
    let length = 0;
    for (let i = 0; i < shapes.length; i++) {
      const bases = baseAt(shapes[i]!, low[i]!, prices, i);
      for (let r = 0; r < resourceCount; r++) {
        const at = i * resourceCount + r;
        use[at] = use[at]! - bases;
        if (prices[at] === 0 && use[at]! < 0) use[at] = 0;
        length += use[at]! * use[at]!;
      }
    }
    if (length === 0) return;
    const far = (step * (0.05 * Math.abs(best) + Math.max(0, best - now) + 1)) / length;
    for (let at = 0; at < prices.length; at++) prices[at] = Math.max(0, prices[at]! + far * use[at]!);
    for (let i = 0; i < shapes.length; i++) cap(prices, shapes[i]!, i, low[i]!);
  }
}

/** Prices above the cost pay only where the base cannot grow. */
function cap(prices: Float64Array, shape: ServerShape, i: number, low: number): void {
  const sum = total(prices, i);
  if (sum <= shape.cost || shape.max <= low) return;
  const scale = shape.cost / sum;
  for (let r = 0; r < resourceCount; r++) prices[i * resourceCount + r]! *= scale;
}

/** The base that is cheapest at these prices. */
function baseAt(shape: ServerShape, low: number, prices: Float64Array, i: number): number {
  return shape.cost - total(prices, i) >= 0 ? low : Math.max(low, shape.max);
}

function total(prices: Float64Array, i: number): number {
  let sum = 0;
  for (let r = 0; r < resourceCount; r++) sum += prices[i * resourceCount + r]!;
  return sum;
}

/** The bound with each group sent to one server as a whole: an upper estimate of the true one, to steer by. */
function dual(groups: readonly Group[], { shapes, low }: Market, prices: Float64Array, use?: Float64Array): number {
  use?.fill(0);
  let value = 0;
  for (const [i, shape] of shapes.entries()) {
    value += (shape.cost - total(prices, i)) * baseAt(shape, low[i]!, prices, i);
  }
  for (const { servers, volume } of groups) {
    let cheapest = 0;
    let price = Number.POSITIVE_INFINITY;
    for (const [j, i] of servers.entries()) {
      let sum = 0;
      for (let r = 0; r < resourceCount; r++) sum += prices[i * resourceCount + r]! * volume[j * resourceCount + r]!;
      if (sum < price) {
        price = sum;
        cheapest = j;
      }
    }
    value += price;
    if (!use) continue;
    const i = servers[cheapest]!;
    for (let r = 0; r < resourceCount; r++) use[i * resourceCount + r]! += volume[cheapest * resourceCount + r]!;
  }
  return value;
}

/** Resources that any model of the component asks for and any server limits. */
function activeResources(instance: Instance, component: Component, shapes: readonly ServerShape[]): number[] {
  const groups = component.groups();
  const onGpu = groups.some(({ models }) => models.some((model) => instance.gpu[model]! > 0));
  const evictable = groups.some(({ models }) => models.some((model) => instance.always[model] === 0));
  return [
    0,
    ...(evictable || shapes.some((shape) => shape.limit < shape.memory) ? [1] : []),
    ...(onGpu ? [2] : []),
    ...(onGpu && evictable ? [3] : []),
    ...(shapes.some((shape) => shape.slots !== Number.POSITIVE_INFINITY) ? [4] : []),
    ...(shapes.some((shape) => shape.disk !== Number.POSITIVE_INFINITY) ? [5] : []),
  ];
}

/** Numbers the servers so that those of equal capacity have equal numbers. */
function kindsOf(shapes: readonly ServerShape[]): number[] {
  const known = new Map<string, number>();
  return shapes.map(({ memory, limit, gpu, gpuLimit, slots, disk, workers }) => {
    const key = [memory, limit, gpu, gpuLimit, slots, disk, workers].join();
    const kind = known.get(key) ?? known.size;
    known.set(key, kind);
    return kind;
  });
}

/** Models that stay and others apart, those with a GPU and others too: they are cheapest in different places. */
function splitGroups(market: Market, component: Component): Group[] {
  const { instance, shapes, kinds, active } = market;
  const local = new Map(component.servers.map((s, i) => [s, i]));
  const parts = component.groups().flatMap((group) => {
    const servers = group.servers.map((s) => local.get(s)!);
    const split: number[][] = [[], [], [], []];
    for (const model of group.models)
      split[instance.always[model]! * 2 + (instance.gpu[model]! > 0 ? 1 : 0)]!.push(model);
    return split.filter((models) => models.length > 0).map((models) => ({ servers, models }));
  });
  return parts.map(({ servers, models }) => {
    const volume = new Float64Array(servers.length * resourceCount);
    const stride = Math.ceil(models.length / SAMPLE);
    const firstOfKind = new Map<number, number>();
    for (const [j, i] of servers.entries()) {
      const twin = firstOfKind.get(kinds[i]!);
      if (twin !== undefined) {
        volume.copyWithin(j * resourceCount, twin * resourceCount, (twin + 1) * resourceCount);
        continue;
      }
      firstOfKind.set(kinds[i]!, j);
      for (const r of active) {
        let sum = 0;
        for (let m = 0; m < models.length; m += stride) {
          sum += sizeOf(instance, models[m]!, shapes[i]!, r) * instance.min[models[m]!]!;
        }
        volume[j * resourceCount + r] = (sum / whole) * (models.length / Math.ceil(models.length / stride));
      }
    }
    return { servers, models, volume };
  });
}
