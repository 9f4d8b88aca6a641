import { describe, expect, test } from 'vitest';
import { smallCases } from './cases.ts';
import { search } from './search.ts';

/**
 * Every order of plans, statuses, words, acceptances and faults, by the real rules of agents and routers: no model that
 * the plan keeps is let fall, each end is the plan, and there is always a way to an end.
 */
describe('every order of what can happen', () => {
  test.each(smallCases)('$name', (one) => {
    const { worlds, ends, fault } = search(one);
    expect(fault).toBeUndefined();
    expect(ends).toBeGreaterThan(0);
    // A case in which hardly anything can happen shows nothing.
    expect(worlds).toBeGreaterThan(50);
  });

  test('the search finds what is let fall: a model that may be interrupted, taken for one that may not', () => {
    const one = smallCases.find(({ name }) => name === 'old before new, one copy');
    const { fault } = search({ ...(one as (typeof smallCases)[number]), mayInterrupt: [] });
    expect(fault?.what).toBe('m is lost at gateway 0');
  });

  test('the search finds a plan that is not reached: a version that always fails', () => {
    const [one] = smallCases;
    const { fault } = search({ ...(one as (typeof smallCases)[number]), budget: { failures: 1 }, bad: ['m-2'] });
    expect(fault?.what).toContain('m is at m-1@0');
  });
});
