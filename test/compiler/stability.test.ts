import { expect, it } from 'vitest';
import { compileHistories } from './histories.ts';

it('commit after commit: legal, stable, nothing lost, the same again in any order', async () => {
  const { compiled, refused, moved, former } = await compileHistories(6, 31);
  expect(compiled).toBeGreaterThan(2 * refused);
  expect(moved).toBeGreaterThan(0);
  expect(former).toBeGreaterThan(0);
}, 30_000);
