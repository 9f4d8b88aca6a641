import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundsFor } from '../../src/place/bounds/bound.ts';
import { Knapsack } from '../../src/place/bounds/knapsack.ts';
import { buildInstance } from '../../src/place/state/instance.ts';
import { itemsOf } from '../../src/place/state/items.ts';
import { Load } from '../../src/place/state/load.ts';
import { mostValue } from '../checker/most-value.ts';
import { problems } from '../support/problems.ts';

const worths = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 12, maxLength: 12 });

test('the most valuable ordinal is legal, and as valuable as the checker finds', () => {
  let compared = 0;
  fc.assert(
    fc.property(problems({ servers: 1, models: 12, replicas: 4 }), worths, fc.boolean(), (asked, values, simple) => {
      // With memory alone in play the table answers, else the search.
      const servers = simple
        ? asked.servers.map((one) => ({
            ...one,
            overcommit: 0,
            capacity: { ...one.capacity, slots: null, disk: null },
          }))
        : asked.servers;
      const models = simple
        ? asked.models.map((one) => ({ ...one, residency: 'always' as const, gpuMemory: 0, gpuPeak: 0 }))
        : asked.models;
      const instance = buildInstance({ ...asked, servers, models });
      const [bounds] = boundsFor(instance, () => true);
      const items = itemsOf(instance, bounds!.component);
      if (items.list.length === 0) return;
      const worth = items.list.map((_, i) => values[i]!);
      const filling = new Knapsack(items).fill(worth, items.counts, Number.POSITIVE_INFINITY, true);
      const load = new Load(items);
      for (const [i, count] of filling.pattern.entries()) {
        expect(load.room(items.list[i]!, count)).toBe(count);
        load.add(items.list[i]!, count);
      }
      const inside = new Map(
        items.list.flatMap(({ models: own }, i) => own.map((m) => [instance.models[m]!.name, worth[i]!] as const)),
      );
      const held = instance.models.filter(({ name }) => inside.has(name));
      expect(filling.value).toBeCloseTo(mostValue(servers[0]!, held, ({ name }) => inside.get(name)!)!, 6);
      expect(filling.most).toBeGreaterThanOrEqual(filling.value);
      compared++;
    }),
    { seed: 11, numRuns: 300 },
  );
  expect(compared).toBeGreaterThan(100);
});
