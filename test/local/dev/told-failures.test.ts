import { describe, expect, it } from 'vitest';
import type { CopyStatus, FleetStatus } from '../../../src/ir/index.ts';
import { ToldFailures } from '../../../src/local/dev/told-failures.ts';
import { aCopy, aFleetStatus, aKnownPod } from '../../support/statuses.ts';

describe('what is told of copies that failed', () => {
  it('is told once, however often it is tried again', () => {
    const told = new ToldFailures();
    const away = 'the store is away, request 7f3a-01 after 120 ms';
    const [first, ...more] = [
      failed(away),
      is({ state: 'waiting' }),
      is({ state: 'fetching' }),
      failed('the store is away, request 9bc1-22 after 3 ms'),
      failed(away),
    ].map((status) => told.news(status));
    expect(first).toEqual([`iris failed at cpu/0 (it is tried again): ${away}`]);
    expect(more.flat()).toEqual([]);
  });

  it('is told again for another reason, for good, of another version, and once it was loaded', () => {
    const told = new ToldFailures();
    const lines = [
      failed('no store'),
      failed('no folder'),
      failed('no folder', { terminal: true }),
      failed('no folder', { physical: 'iris-2' }),
      is({ physical: 'iris-2', state: 'ready' }),
      failed('no folder', { physical: 'iris-2' }),
      is({ state: 'failed', physical: 'iris-3' }),
    ].map((status) => told.news(status));
    expect(lines).toEqual([
      ['iris failed at cpu/0 (it is tried again): no store'],
      ['iris failed at cpu/0 (it is tried again): no folder'],
      ['iris failed at cpu/0: no folder'],
      ['iris failed at cpu/0 (it is tried again): no folder'],
      [],
      ['iris failed at cpu/0 (it is tried again): no folder'],
      ['iris failed at cpu/0 (it is tried again)'],
    ]);
  });
});

function failed(reason: string, more: Partial<CopyStatus> = {}): FleetStatus {
  return is({ state: 'failed', reason, ...more });
}

function is(copy: Partial<CopyStatus>): FleetStatus {
  return aFleetStatus({ pods: [aKnownPod({ copies: [aCopy(copy)] })] });
}
