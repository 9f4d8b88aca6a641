import { expect, it } from 'vitest';
import { compileHistories } from '../compiler/histories.ts';

const histories = 150;

it('commit after commit, at length', async () => {
  const { compiled, refused } = await compileHistories(histories, 32);
  expect(compiled).toBeGreaterThan(2 * refused);
});
