/**
 * Seeded instances of bin packing, generated as the papers describe them, as problems of one pool: a bin is an ordinal,
 * an item a model that needs nothing on top while it loads.
 */
import type { Problem, ProblemModel } from '../src/ir/index.ts';
import { plain, problem, server } from '../test/support/problems.ts';
import { Random } from '../test/support/random.ts';

/** One problem and the class it is counted in. */
export interface Instance {
  readonly group: string;
  readonly problem: Problem;
}

/** E. Falkenauer, "A hybrid grouping genetic algorithm for bin packing", Journal of Heuristics 2 (1996). */
export function falkenauer(each: number): Instance[] {
  const uniform = [120, 250, 500, 1000].flatMap((n) =>
    repeat(each, (i) => {
      const random = new Random(1000 * n + i);
      return { group: `Falkenauer u${n}`, problem: pool(150, draw(n, random, 20, 100)) };
    }),
  );
  const triplets = [60, 120, 249, 501].flatMap((n) =>
    repeat(each, (i) => {
      const random = new Random(7_000_000 + 1000 * n + i);
      const items = repeat(n / 3, () => triplet(1000, 380, 490, 250, random)).flat();
      return { group: `Falkenauer t${n}`, problem: pool(1000, shuffle(items, random)) };
    }),
  );
  return [...uniform, ...triplets];
}

/**
 * A. Scholl, R. Klein and C. Jürgens, "BISON", Computers & Operations Research 24 (1997), sets 1 to 3, and
 * P. Schwerin and G. Wäscher, "The bin-packing problem", International Transactions in Operational Research 4 (1997).
 */
export function scholl(each: number): Instance[] {
  const random = new Random(1997);
  const first = [50, 100, 200, 500].flatMap((n) =>
    [100, 120, 150].flatMap((capacity) =>
      [1, 20, 30].flatMap((least) =>
        repeat(each, () => ({ group: 'Scholl 1', problem: pool(capacity, draw(n, random, least, 100)) })),
      ),
    ),
  );
  const second = [50, 100, 200, 500].flatMap((n) =>
    [3, 5, 7, 9].flatMap((part) =>
      [0.2, 0.5, 0.9].flatMap((spread) => {
        const mean = Math.floor(1000 / part);
        const [least, most] = [Math.ceil(mean * (1 - spread)), Math.floor(mean * (1 + spread))];
        return repeat(each, () => ({ group: 'Scholl 2', problem: pool(1000, draw(n, random, least, most)) }));
      }),
    ),
  );
  const third = repeat(5 * each, () => ({
    group: 'Scholl 3',
    problem: pool(100_000, draw(200, random, 20_000, 35_000)),
  }));
  const schwerin = [100, 120].flatMap((n) =>
    repeat(each === 1 ? 5 : 11, () => ({ group: 'Schwerin', problem: pool(1000, draw(n, random, 150, 200)) })),
  );
  return [...first, ...second, ...third, ...schwerin];
}

/**
 * The ten classes of A. Caprara and P. Toth, "Lower bounds and algorithms for the 2-dimensional vector packing
 * problem", Discrete Applied Mathematics 111 (2001); the second dimension is GPU memory. Sizes 25 to 200; classes 9
 * and 10 hold triplets that fill their bins, so that n is a multiple of three.
 */
export function twoDimensional(each: number): Instance[] {
  return repeat(10, (i) => i + 1).flatMap((kind) =>
    [25, 50, 200].flatMap((n) =>
      repeat(each, (i) => {
        const random = new Random(100_000 * kind + 100 * n + i);
        const [capacity, items] = vectors(kind, kind >= 9 ? n + (n === 50 ? 1 : n === 25 ? -1 : 1) : n, random);
        return { group: `2-D class ${kind}`, problem: vectorPool(capacity, items) };
      }),
    ),
  );
}

type Pair = readonly [number, number];

function vectors(kind: number, n: number, random: Random): [number, Pair[]] {
  const both = (least: number, most: number): Pair[] =>
    repeat(n, () => [between(random, least, most), between(random, least, most)]);
  switch (kind) {
    case 1:
      return [1000, both(100, 400)];
    case 2:
      return [1000, both(1, 1000)];
    case 3:
      return [1000, both(200, 800)];
    case 4:
      return [1000, both(50, 200)];
    case 5:
      return [1000, both(25, 100)];
    case 6:
      return [150, both(20, 100)];
    case 7:
      return [150, draw(n, random, 20, 100).map((v): Pair => [v, between(random, v - 10, v + 10)])];
    case 8:
      return [150, draw(n, random, 20, 100).map((v): Pair => [v, between(random, 110 - v, 130 - v)])];
    case 9: {
      const triple = (): Pair[] => {
        const [a, b] = [triplet(1000, 380, 490, 250, random), triplet(1000, 380, 490, 250, random)];
        return a.map((v, i): Pair => [v, b[i]!]);
      };
      return [1000, shuffle(repeat(n / 3, triple).flat(), random)];
    }
    default: {
      const items = repeat(n / 3, () => triplet(1000, 380, 490, 250, random)).flat();
      return [1000, shuffle(items, random).map((v): Pair => [v, Math.round(2000 / 3) - v])];
    }
  }
}

/** Three sizes that fill a bin. */
function triplet(capacity: number, least: number, most: number, smallest: number, random: Random): number[] {
  const first = between(random, least, most);
  const second = between(random, smallest, Math.floor((capacity - first) / 2));
  return [first, second, capacity - first - second];
}

/** A pool of equal replicas, as many as there are items. */
export function pool(capacity: number, sizes: readonly number[]): Problem {
  const one = server('pool', capacity, { replicas: { min: 0, max: sizes.length } });
  return problem(
    [one],
    sizes.map((size, i) => plain(name(i), size)),
  );
}

function vectorPool(capacity: number, items: readonly Pair[]): Problem {
  const one = server('pool', capacity, {
    replicas: { min: 0, max: items.length },
    capacity: { memory: capacity, gpuMemory: capacity, slots: null, disk: null },
  });
  const models = items.map(([memory, gpuMemory], i): ProblemModel => plain(name(i), memory, { gpuMemory }));
  return problem([one], models);
}

function name(i: number): string {
  return `item-${String(i).padStart(4, '0')}`;
}

function between(random: Random, least: number, most: number): number {
  return least + random.int(most - least + 1);
}

function draw(n: number, random: Random, least: number, most: number): number[] {
  return repeat(n, () => between(random, least, most));
}

function repeat<T>(n: number, make: (i: number) => T): T[] {
  return Array.from({ length: n }, (_, i) => make(i));
}

function shuffle<T>(items: readonly T[], random: Random): T[] {
  const list = [...items];
  for (let i = list.length - 1; i > 0; i--) {
    const j = random.int(i + 1);
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
  return list;
}
