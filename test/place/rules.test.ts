import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Sums } from '../../src/place/pack/sums.ts';
import { components } from '../../src/place/state/components.ts';
import { buildInstance, homesOf, type Instance } from '../../src/place/state/instance.ts';
import { itemsOf } from '../../src/place/state/items.ts';
import { Load } from '../../src/place/state/load.ts';
import { Pool } from '../../src/place/state/pool.ts';
import { problems } from '../support/problems.ts';

/** An ordinal that holds what it could take of the models, in the order of the dice. */
function filled(instance: Instance, dice: readonly number[]): Pool {
  const pool = new Pool(instance, instance.servers[0]!);
  pool.ensure(1);
  for (const die of dice) {
    const model = die % instance.models.length;
    if (homesOf(instance, model).length === 0 || pool.held(0).includes(model)) continue;
    if (pool.fits(model, 0)) pool.add(model, 0);
  }
  return pool;
}

test('rules 1 to 3 are counted alike: by ordinals, with one copy gone, and as patterns', () => {
  const seen = { fits: 0, none: 0 };
  fc.assert(
    fc.property(
      problems({ servers: 1, models: 12, replicas: 4 }),
      fc.array(fc.nat(), { maxLength: 20 }),
      (asked, dice) => {
        const instance = buildInstance(asked);
        if (instance.models.length === 0) return;
        const pool = filled(instance, dice);
        const held = [...pool.held(0)];
        const others = [...instance.models.keys()].filter((model) => !held.includes(model));
        const sums = new Sums(instance, pool, 0);
        for (const out of [-1, ...held]) {
          sums.without(out);
          if (out >= 0) pool.remove(out, 0);
          for (const model of others) {
            const fits = pool.fits(model, 0);
            expect(sums.takes(model)).toBe(fits);
            seen[fits ? 'fits' : 'none']++;
          }
          if (out >= 0) pool.add(out, 0);
        }
        const items = itemsOf(instance, components(instance, () => true)[0]!);
        const kindOf = (model: number) => items.list.find(({ models }) => models.includes(model));
        const load = new Load(items);
        for (const model of held) load.add(kindOf(model)!, 1);
        for (const model of others) {
          const kind = kindOf(model);
          if (kind) expect(load.room(kind, 1) > 0).toBe(pool.fits(model, 0));
        }
      },
    ),
    { seed: 41, numRuns: 400 },
  );
  expect(Math.min(seen.fits, seen.none)).toBeGreaterThan(500);
});
