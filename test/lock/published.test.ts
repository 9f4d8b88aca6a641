import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeLock } from '../../src/lock/index.ts';
import { anyLock } from '../support/any-lock.ts';
import { schemaFaults } from '../support/schema.ts';

describe('the schema of the lock', () => {
  const faults = schemaFaults('lock.schema.json');

  it('describes every line that is written', () => {
    fc.assert(
      fc.property(anyLock, (lock) => {
        const lines = writeLock(lock).trimEnd().split('\n');
        expect(lines.flatMap((line) => faults(JSON.parse(line)))).toEqual([]);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('refuses what is none', () => {
    expect(faults({ lock: 2, solver: '1' })).not.toEqual([]);
    expect(faults({ model: 'a', at: ['cpu'], demand: '', current: {} })).not.toEqual([]);
  });
});
