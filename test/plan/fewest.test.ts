import { describe, expect, it } from 'vitest';
import { plansAgainstBest } from './exhaustive.ts';

describe('the order of a transition', () => {
  it('interrupts as few models as any order does, in tight fleets', () => {
    const small = plansAgainstBest(500, 1500, { ordinals: 3, memory: 8, models: 9 });
    expect(small).toEqual({ all: 416, possible: 207, found: 207, worse: 0, needed: 260, interrupted: 260, stuck: 5 });
    const larger = plansAgainstBest(40, 1501, { ordinals: 4, memory: 12, models: 10 });
    expect(larger).toEqual({ all: 39, possible: 21, found: 21, worse: 0, needed: 20, interrupted: 20, stuck: 0 });
  });
});
