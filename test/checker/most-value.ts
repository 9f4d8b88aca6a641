import type { ProblemModel, ProblemServer } from '../../src/ir/index.ts';

/** Cells of a table, and contents that are looked at, before the answer is left open. */
const CELLS = 60_000_000;
const CONTENTS = 20_000_000;

/** Models that ask the same and are worth the same. */
interface Kind {
  readonly value: number;
  readonly count: number;
  readonly memory: number;
  readonly gpu: number;
  readonly disk: number;
  readonly stays: boolean;
  readonly top: number;
  readonly gpuTop: number;
}

/**
 * The most that the legal content of one ordinal can be worth, in whole numbers; undefined where that is too much work.
 * A table over memory, T ascending; or over memory and GPU memory, where nothing is needed on top; else everything is
 * tried, as long as what is left could be worth more than the best.
 */
export function mostValue(
  server: ProblemServer,
  models: readonly ProblemModel[],
  worthOf: (model: ProblemModel) => number,
): number | undefined {
  const kinds = kindsOf(server, models, worthOf);
  const { memory, gpuMemory, slots, disk } = server.capacity;
  const limited = slots !== null || (disk !== null && kinds.some((kind) => kind.disk > 0));
  const allStay = kinds.every(({ stays }) => stays);
  const cells = kinds.length * (memory + 1);
  if (!limited && allStay && kinds.every(({ gpu, gpuTop }) => gpu + gpuTop === 0) && cells <= CELLS) {
    return overMemory(memory, kinds);
  }
  const noTop = kinds.every(({ top, gpuTop }) => top + gpuTop === 0);
  if (!limited && allStay && noTop && cells * (gpuMemory + 1) <= 5 * CELLS) return overBoth(memory, gpuMemory, kinds);
  return byTrying(server, kinds);
}

function kindsOf(
  { workers: w }: ProblemServer,
  models: readonly ProblemModel[],
  worthOf: (model: ProblemModel) => number,
): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const model of models) {
    const value = worthOf(model);
    if (value === 0) continue;
    const stays = model.residency === 'always';
    const replaced = stays && model.update === 'recreate';
    const kind = {
      value,
      memory: w * model.memory,
      gpu: w * model.gpuMemory,
      disk: 2 * model.disk,
      stays,
      top: w * (model.peak - (replaced ? model.memory : 0)),
      gpuTop: w * (model.gpuPeak - (replaced ? model.gpuMemory : 0)),
    };
    const key = JSON.stringify(kind);
    kinds.set(key, { ...kind, count: (kinds.get(key)?.count ?? 0) + 1 });
  }
  return [...kinds.values()];
}

function overMemory(memory: number, kinds: readonly Kind[]): number {
  const worth = new Float64Array(memory + 1);
  let most = 0;
  for (const { value, count, memory: size, top } of kinds.toSorted((a, b) => a.top - b.top)) {
    for (let copy = 0; copy < Math.min(count, size === 0 ? count : Math.floor(memory / size)); copy++) {
      for (let at = memory; at >= size; at--) worth[at] = Math.max(worth[at]!, worth[at - size]! + value);
    }
    if (top <= memory) most = Math.max(most, worth[memory - top]!);
  }
  return most;
}

function overBoth(memory: number, gpuMemory: number, kinds: readonly Kind[]): number {
  const width = gpuMemory + 1;
  const worth = new Float64Array((memory + 1) * width);
  for (const { value, count, memory: size, gpu } of kinds) {
    for (let copy = 0; copy < count; copy++) {
      for (let at = memory; at >= size; at--) {
        const from = (at - size) * width - gpu;
        const to = at * width;
        for (let g = gpuMemory; g >= gpu; g--) {
          const sum = worth[from + g]! + value;
          if (sum > worth[to + g]!) worth[to + g] = sum;
        }
      }
    }
  }
  return worth.at(-1)!;
}

function byTrying(server: ProblemServer, kinds: readonly Kind[]): number | undefined {
  const { capacity, overcommit } = server;
  const limit = (of: number): number => Math.floor((of * (100 + overcommit)) / 100);
  const [limitAll, gpuLimit] = [limit(capacity.memory), limit(capacity.gpuMemory)];
  // What a content may use of each resource, T left aside: what it is worth is bounded by each alone.
  const uses = (kind: Kind): number[] => [
    kind.stays ? kind.memory : 0,
    kind.memory,
    kind.stays ? kind.gpu : 0,
    kind.gpu,
    1,
    kind.disk,
  ];
  const most = [
    capacity.memory,
    limitAll,
    capacity.gpuMemory,
    gpuLimit,
    capacity.slots ?? Number.POSITIVE_INFINITY,
    capacity.disk ?? Number.POSITIVE_INFINITY,
  ];
  const order = kinds
    .map((kind) => ({ kind, part: uses(kind).reduce((sum, use, r) => sum + (most[r]! > 0 ? use / most[r]! : 0), 0) }))
    .sort((a, b) => b.kind.value / b.part - a.kind.value / a.part)
    .map(({ kind }) => ({ kind, uses: uses(kind) }));
  const dense = most.map((_, r) => {
    const density = new Float64Array(order.length + 1);
    for (let k = order.length - 1; k >= 0; k--) {
      const { kind, uses: asked } = order[k]!;
      density[k] = Math.max(density[k + 1]!, asked[r]! === 0 ? Number.POSITIVE_INFINITY : kind.value / asked[r]!);
    }
    return density;
  });
  let best = 0;
  let looked = 0;
  const left = most.slice();
  const visit = (at: number, value: number, top: number, gpuTop: number): void => {
    best = Math.max(best, value);
    for (let k = at; k < order.length; k++) {
      let bound = Number.POSITIVE_INFINITY;
      for (let r = 0; r < most.length; r++) {
        if (left[r]! === 0 && dense[r]![k]! === Number.POSITIVE_INFINITY) continue;
        bound = Math.min(bound, left[r]! * dense[r]![k]!);
      }
      if (value + bound < best + 0.5) return;
      const { kind, uses: asked } = order[k]!;
      const [newTop, newGpuTop] = [Math.max(top, kind.top), Math.max(gpuTop, kind.gpuTop)];
      let count = 0;
      while (count < kind.count && looked <= CONTENTS) {
        for (let r = 0; r < most.length; r++) left[r]! -= asked[r]!;
        count++;
        looked++;
        if (left.some((room) => room < 0) || left[0]! < newTop || left[2]! < newGpuTop) break;
        visit(k + 1, value + count * kind.value, newTop, newGpuTop);
      }
      for (let r = 0; r < most.length; r++) left[r]! += count * asked[r]!;
    }
  };
  visit(0, 0, 0, 0);
  return looked > CONTENTS ? undefined : best;
}
