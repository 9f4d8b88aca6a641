import { describe, expect, test } from 'vitest';
import { largeCases } from '../runtime/model-check/cases.ts';
import { search } from '../runtime/model-check/search.ts';

describe('every order of what can happen, in larger cases', () => {
  test.each(largeCases)('$name', (one) => {
    const { ends, fault } = search(one);
    expect(fault).toBeUndefined();
    expect(ends).toBeGreaterThan(0);
  });
});
