import { expect, test } from 'vitest';
import { Deadlines } from '../../../src/runtime/router/deadlines.ts';

test('what holds for the whole time is over, and what stopped meanwhile begins anew', () => {
  const deadlines = new Deadlines(100);
  deadlines.keep(new Set(['a', 'b']), 1_000);
  expect([...deadlines.over(1_099)]).toEqual([]);
  expect(deadlines.next(1_040)).toBe(60);
  deadlines.keep(new Set(['a']), 1_050);
  deadlines.keep(new Set(['a', 'b']), 1_060);
  expect([...deadlines.over(1_100)]).toEqual(['a']);
  expect(deadlines.next(1_100)).toBe(60);
  expect([...deadlines.over(1_160)]).toEqual(['a', 'b']);
  expect(deadlines.next(1_160)).toBeUndefined();
});
