import { expect, it } from 'vitest';
import { compileHistories } from '../support/histories.ts';

it('commit after commit: legal, stable, nothing lost, the same again in any order', async () => {
  const { compiled, refused, moved, former } = await compileHistories(8, 33);
  expect(compiled).toBeGreaterThan(refused);
  expect(moved).toBeGreaterThan(0);
  expect(former).toBeGreaterThan(0);
}, 30_000);
