import { expect, test } from 'vitest';
import type { PodLoad } from '../../../src/ir/index.ts';
import { Statuses, type StatusFacts } from '../../../src/runtime/agent/status.ts';
import { copy } from './decide/views.ts';

const nothing = { inFlight: 0, requestsPerSecond: 0 };

function told(
  statuses: Statuses,
  used: number | undefined,
  load: PodLoad | undefined = nothing,
  copies: StatusFacts['copies'] = [],
) {
  const facts: StatusFacts = {
    settings: { environment: 'test', server: 'cpu' },
    place: { ordinal: 0, pod: 'cpu-0', address: { host: '10.0.0.1', port: 1 } },
    instance: 'one',
    plan: undefined,
    planFault: undefined,
    live: true,
    draining: false,
    memory: { capacity: 1000, planned: 0, peak: 0, ...(used !== undefined && { used }) },
    load,
    copies,
  };
  return statuses.write(facts, new Date(0));
}

test('memory is told where it differs much from what was told last, or was not known', () => {
  const statuses = new Statuses();
  expect(told(statuses, undefined)).toMatchObject({ sequence: 1 });
  expect(told(statuses, 100)?.memory.used).toBe(100);
  expect(told(statuses, 110)).toBeUndefined();
  expect(told(statuses, 116)?.memory.used).toBe(116);
  expect(told(statuses, undefined)?.memory.used).toBeUndefined();
});

test('load that is told for its own sake changes nothing else', () => {
  const statuses = new Statuses();
  const { memory } = told(statuses, 100) ?? {};
  expect(told(statuses, 110, { inFlight: 2, requestsPerSecond: 5 })).toMatchObject({ sequence: 2, memory });
  expect(told(statuses, 120, { inFlight: 2, requestsPerSecond: 5.1 })).toMatchObject({ memory: { used: 120 } });
  expect(told(statuses, 120, { inFlight: 2, requestsPerSecond: 5.2 })).toBeUndefined();
});

test('what a copy waits for is told, and that it is for room', () => {
  const waiting = copy('a', 1, 'waiting', { reason: 'all slots are taken' });
  const statuses = new Statuses();
  const [said] = told(statuses, 100, nothing, [waiting])?.copies ?? [];
  expect(said).toMatchObject({ state: 'waiting', reason: 'all slots are taken' });
  expect(said).not.toHaveProperty('forRoom');
  expect(told(statuses, 100, nothing, [{ ...waiting, forRoom: true }])?.copies).toEqual([{ ...said, forRoom: true }]);
});
