import { describe, expect, it } from 'vitest';
import type { CopyStatus, RoutedModel } from '../../../src/ir/index.ts';
import { FleetLog } from '../../../src/runtime/router/fleet-log.ts';
import { decideAll, type RouteTable, type SeenPod } from '../../../src/runtime/router/handover/index.ts';
import { aCopy, aKnownPod } from '../../support/statuses.ts';

const entry: RoutedModel = {
  kind: 'model',
  name: 'churn',
  physical: 'churn-1a2b3c',
  former: [],
  server: 'cpu',
  at: [0, 1],
  spare: [],
  idempotent: true,
  residency: 'onDemand',
  update: 'surge',
};

const waits = aCopy({ model: 'churn', physical: 'churn-1a2b3c', state: 'waiting', reason: 'no room', onDemand: true });
const ready = aCopy({ model: 'churn', physical: 'churn-1a2b3c' });

describe('a model that is loaded on demand', () => {
  it('is on demand where every copy waits for room, and ready where those that do not wait are', () => {
    expect(stateOf([waits, waits])).toMatchObject({ state: 'onDemand', reason: 'cpu/0: waiting, no room' });
    expect(stateOf([waits, ready])).toMatchObject({ state: 'ready', at: ['cpu/1'], missing: ['cpu/0'] });
    expect(stateOf([ready, ready])).toMatchObject({ state: 'ready', missing: [] });
  });

  it('is unavailable where a copy waits for anything else, or its pod cannot be heard', () => {
    const { onDemand: _, ...turn } = waits;
    expect(stateOf([waits, turn])).toMatchObject({ state: 'unavailable' });
    expect(stateOf([waits])).toMatchObject({ state: 'unavailable' });
    expect(stateOf([waits, waits], false)).toMatchObject({ state: 'unavailable' });
  });
});

/** @param copies what the pods of each ordinal say of it */
function stateOf(copies: readonly CopyStatus[], connected = true) {
  const pods = copies.map(
    (copy, ordinal): SeenPod => ({
      ...aKnownPod({ ordinal, pod: `cpu-${ordinal}`, connected, copies: [copy] }),
      address: { host: '127.0.0.1', port: 9_000 + ordinal },
      released: new Set(),
    }),
  );
  const decisions = decideAll([entry], pods, { overdue: new Set(), stranded: new Set() }, undefined);
  const accepted: RouteTable = decisions.routes;
  const log = new FleetLog();
  const facts = { plan: [entry], decisions, accepted, pods };
  log.note(facts, '2026-01-02T12:00:00.000Z');
  return log.status(facts).models[0];
}
