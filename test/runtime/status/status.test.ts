import { describe, expect, it } from 'vitest';
import { differences, renderStatus, since } from '../../../src/runtime/status/index.ts';
import { expectGolden } from '../../support/golden.ts';
import { aCopy, aFleetStatus, aKnownPod, aModelStatus } from '../../support/statuses.ts';

/** One of everything that a person can get to see. */
const busy = aFleetStatus({
  models: [
    aModelStatus({ name: 'churn', wanted: 'churn-1a2b3c', serving: 'churn-1a2b3c', at: ['cpu/0', 'cpu/1'] }),
    aModelStatus({
      name: 'fraud-score',
      state: 'partial',
      since: '2026-01-02T11:59:48.000Z',
      wanted: 'fraud-score-222222',
      serving: 'fraud-score-111111',
      at: ['cpu/1'],
      missing: ['cpu/0'],
      reason: 'cpu/0: fetching, 3 MiB are there',
    }),
    aModelStatus({
      name: 'gone',
      state: 'removed',
      since: '2026-01-02T11:57:00.000Z',
      wanted: undefined as never,
      serving: undefined as never,
      at: [],
      reason: 'the plan no longer has it',
    }),
    aModelStatus({
      name: 'search',
      state: 'partial',
      wanted: 'search-444444',
      serving: 'search-444444',
      missing: ['cpu/1'],
    }),
    aModelStatus({
      name: 'upsell',
      state: 'unavailable',
      since: '2025-12-30T11:00:00.000Z',
      wanted: 'upsell-555555',
      serving: undefined as never,
      at: [],
      missing: ['cpu/0', 'gpu/0', 'gpu/1'],
    }),
  ],
  pods: [
    aKnownPod({
      copies: [
        aCopy({ model: 'churn', physical: 'churn-1a2b3c' }),
        aCopy({ model: 'fraud-score', physical: 'fraud-score-222222', state: 'fetching' }),
        aCopy({ model: 'gone', physical: 'gone-333333', state: 'dropping' }),
        aCopy({
          model: 'upsell',
          physical: 'upsell-555555',
          state: 'failed',
          terminal: true,
          reason: 'its digest is sha256:9f…, not sha256:1c…\u001b[31m',
        }),
      ],
    }),
    aKnownPod({ ordinal: 1, pod: 'cpu-1', connected: false, memory: { capacity: 3840, planned: 1100.4, peak: 1200 } }),
    aKnownPod({
      server: 'gpu',
      pod: 'gpu-0',
      live: false,
      draining: true,
      planFault: 'plan 12345678 of server/gpu has 1 of 2 shards',
      copies: [],
    }),
  ],
  planFault: 'the shards of two plans are there',
  routesFault: 'Envoy refused routes-http.json',
});

describe('the status of a fleet', () => {
  it('is a table of models, one of servers, and what is not as planned', () => {
    expectGolden('status/busy.txt', renderStatus(busy, { color: false }));
    expectGolden('status/ready.txt', renderStatus(aFleetStatus(), { color: false }));
    expectGolden(
      'status/empty.txt',
      renderStatus(aFleetStatus({ models: [], pods: [], plan: undefined as never }), { color: false }),
    );
  });

  it('is aligned the same with colours as without', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal takes for a colour
    const plain = renderStatus(busy, { color: true }).replace(/\u001b\[[0-9;]*m/g, '');
    expect(plain).toBe(renderStatus(busy, { color: false }));
  });

  it('tells of models on demand that wait for room, and calls that as planned', () => {
    const waiting = aFleetStatus({
      models: [
        aModelStatus(),
        aModelStatus({
          name: 'stock',
          state: 'onDemand',
          wanted: 'stock-555555',
          serving: undefined as never,
          at: [],
          missing: ['cpu/0'],
          reason: 'cpu/0: waiting, there is no room for it beside the others',
        }),
      ],
    });
    expect(differences(waiting)).toEqual([]);
    expectGolden('status/on-demand.txt', renderStatus(waiting, { color: false }));
  });

  it('has no difference only where every model, pod and gateway is as planned', () => {
    expect(differences(aFleetStatus())).toEqual([]);
    for (const changed of [
      aFleetStatus({ plan: undefined as never }),
      aFleetStatus({ planFault: 'x' }),
      aFleetStatus({ routesFault: 'x' }),
      aFleetStatus({ models: [aModelStatus({ state: 'partial' })] }),
      aFleetStatus({ models: [aModelStatus({ state: 'unavailable' })] }),
      aFleetStatus({ models: [aModelStatus({ state: 'removed' })] }),
      aFleetStatus({ pods: [aKnownPod({ connected: false })] }),
      aFleetStatus({ pods: [aKnownPod({ live: false })] }),
      aFleetStatus({ pods: [aKnownPod({ draining: true })] }),
      aFleetStatus({ pods: [aKnownPod({ planFault: 'x' })] }),
    ]) {
      expect(differences(changed)).toHaveLength(1);
    }
  });
});

describe('how long ago', () => {
  it.each([
    ['2026-01-02T11:59:59.500Z', '0 s'],
    ['2026-01-02T11:59:01.000Z', '59 s'],
    ['2026-01-02T11:59:00.000Z', '1 min'],
    ['2026-01-02T10:00:00.000Z', '2 h'],
    ['2025-12-31T12:00:00.000Z', '2 d'],
    ['2026-01-02T13:00:00.000Z', '0 s'],
    ['soon', ''],
  ])('%s is %s', (time, text) => expect(since(time, '2026-01-02T12:00:00.000Z')).toBe(text));
});
