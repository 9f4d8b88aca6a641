import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Problem } from '../../src/ir/index.ts';
import { boundsFor, type ComponentBounds } from '../../src/place/bounds/bound.ts';
import { follow } from '../../src/place/pack/guided.ts';
import { Loose } from '../../src/place/pack/loose.ts';
import { tighten } from '../../src/place/pack/tighten.ts';
import { worthOf } from '../../src/place/pack/worth.ts';
import { buildInstance } from '../../src/place/state/instance.ts';
import { Packing } from '../../src/place/state/packing.ts';
import { largeProblem } from '../support/large-problem.ts';
import { problems } from '../support/problems.ts';

const patience = 60_000;
const several = fc
  .tuple(fc.integer({ min: 1, max: 1000 }), fc.boolean())
  .map(([seed, surge]) => largeProblem({ models: 200, servers: 6, perOrdinal: 8, surge, seed }));

/** A placement as the fluid guides to, of the problem's components of several servers. */
function followed(asked: Problem): { packing: Packing; bounds: readonly ComponentBounds[]; unplaced: number } {
  const instance = buildInstance(asked, 'fast');
  const bounds = boundsFor(instance, () => true).filter(({ component }) => component.servers.length > 1);
  const all = [...instance.models.keys()];
  const guides = bounds.map((one) => one.fluid()!.guide());
  const { packing, unplaced } = follow(new Packing(instance, { spent: 0 }), all, guides);
  return { packing, bounds, unplaced: unplaced.length };
}

function tightened(asked: Problem, left: number): { before: number; packing: Packing } | undefined {
  const { packing, bounds, unplaced } = followed(asked);
  if (unplaced > 0) return undefined;
  const before = packing.cost();
  for (const one of bounds) tighten(packing, one, one.fluid()!.prices, { left });
  return { before, packing };
}

/** Which models each ordinal below the base holds, in no order within an ordinal. */
function contents(packing: Packing): readonly (readonly (readonly number[])[])[] {
  return packing.pools.map((pool, s) =>
    Array.from({ length: packing.base[s]! }, (_, k) => [...pool.held(k)].sort((a, b) => a - b)),
  );
}

function expectLegal(packing: Packing): void {
  const { min, servers } = packing.instance;
  for (const [s, pool] of packing.pools.entries()) {
    expect(packing.base[s]!).toBeGreaterThanOrEqual(servers[s]!.min);
    expect(packing.base[s]!).toBeLessThanOrEqual(servers[s]!.max);
    for (let k = 0; k < packing.base[s]!; k++) expect(pool.legal(k)).toBe(true);
    for (let k = packing.base[s]!; k < pool.size; k++) expect(pool.held(k)).toEqual([]);
  }
  for (const model of packing.instance.models.keys()) {
    const copies = packing.copies(model);
    expect(new Set(copies).size).toBe(min[model]);
    for (const k of copies) expect(packing.pools[packing.server[model]!]!.held(k)).toContain(model);
  }
}

test('tightening costs no more, places all and is legal', { timeout: patience }, () => {
  fc.assert(
    fc.property(several, (asked) => {
      const result = tightened(asked, 100_000);
      if (!result) return;
      expect(result.packing.cost()).toBeLessThanOrEqual(result.before);
      expectLegal(result.packing);
    }),
    { numRuns: 15 },
  );
});

test('it is worth it: of a fleet at least one ordinal in a hundred is saved', { timeout: patience }, () => {
  const { before, packing } = tightened(
    largeProblem({ models: 1500, servers: 10, perOrdinal: 25, surge: false, seed: 1 }),
    3_000_000,
  )!;
  expect(packing.cost()).toBeLessThan(0.99 * before);
});

test('the same problem is tightened alike', { timeout: patience }, () => {
  const asked = largeProblem({ models: 300, servers: 6, perOrdinal: 8, surge: true, seed: 2 });
  const [a, b] = [tightened(asked, 200_000)!, tightened(asked, 200_000)!];
  expect(contents(a.packing)).toEqual(contents(b.packing));
});

test('no legal ordinal holds more worth than it costs', { timeout: patience }, () => {
  fc.assert(
    fc.property(several, (asked) => {
      const { packing, bounds } = followed(asked);
      for (const one of bounds) {
        const { value } = worthOf(packing.instance, one.component, one.fluid()!.prices);
        for (const s of one.component.servers) {
          for (let k = 0; k < packing.base[s]!; k++) {
            const held = packing.pools[s]!.held(k).reduce((sum, model) => sum + value[model]!, 0);
            expect(held).toBeLessThanOrEqual(packing.instance.servers[s]!.cost * (1 + 1e-9));
          }
        }
      }
    }),
    { numRuns: 15 },
  );
});

test('dropping ordinals is taken back to the mark', { timeout: patience }, () => {
  fc.assert(
    fc.property(
      problems({ servers: 4, models: 12, replicas: 4 }),
      fc.array(fc.nat(), { maxLength: 8 }),
      (asked, dice) => {
        const { packing, bounds } = followed(asked);
        const before = { base: [...packing.base], contents: contents(packing), cost: packing.cost() };
        const mark = packing.mark();
        for (const one of bounds) {
          const loose = new Loose(packing, one.component, new Float64Array(asked.models.length));
          for (const die of dice) {
            const s = one.component.servers[die % one.component.servers.length]!;
            if (packing.base[s] === 0) continue;
            const k = die % packing.base[s]!;
            for (const model of [...packing.pools[s]!.held(k)]) loose.take(model, k);
            packing.dropOrdinal(s, k);
            if (die % 3 === 0) packing.open(s, packing.base[s]! + 1);
          }
        }
        packing.rollback(mark);
        expect({ base: [...packing.base], contents: contents(packing), cost: packing.cost() }).toEqual(before);
      },
    ),
  );
});
