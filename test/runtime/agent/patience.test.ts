import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Patience } from '../../../src/runtime/agent/patience.ts';

test('ends for each version after its own time, and begins anew for one that need not wait meanwhile', async () => {
  let told = 0;
  const patience = new Patience(200, new AbortController().signal, () => {
    told++;
  });
  patience.wait(['a', 'b']);
  await pause(100);
  expect(patience.ended).toEqual([]);
  patience.wait(['a']);
  patience.wait(['a', 'b']);
  await pause(150);
  expect(patience.ended).toEqual(['a']);
  // It does not wait any more, since it need not; that is no reason to wait again.
  patience.wait(['b']);
  expect(patience.ended).toEqual(['a']);
  await pause(150);
  expect(patience.ended.toSorted()).toEqual(['a', 'b']);
  expect(told).toBe(3);
  patience.keep(new Set(['b']));
  expect(patience.ended).toEqual(['b']);
});
