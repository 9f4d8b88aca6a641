import { describe, expect, it } from 'vitest';
import { greedAgainstBest } from './exhaustive.ts';

describe('the greedy order of a transition', () => {
  it('interrupts more than the best order in at most 1 of 100 tiny, tight fleets', () => {
    const { all, worse, needed, interrupted } = greedAgainstBest(500, 1500);
    expect(all).toBe(500);
    expect(worse).toBeLessThanOrEqual(5);
    expect(interrupted - needed).toBeLessThanOrEqual(5);
    expect(needed).toBeGreaterThan(30);
  });
});
