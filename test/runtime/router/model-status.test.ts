import { describe, expect, it } from 'vitest';
import type { CopyStatus, RoutedModel } from '../../../src/ir/index.ts';
import { type FleetFacts, FleetLog } from '../../../src/runtime/router/fleet-log.ts';
import { decideAll, type SeenPod } from '../../../src/runtime/router/handover/index.ts';
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

describe('whether a model has answered', () => {
  const loading = aCopy({ model: 'churn', physical: 'churn-1a2b3c', state: 'loading' });
  const answered = (...commits: readonly FleetFacts[]) => {
    const log = new FleetLog();
    for (const facts of commits) log.note(facts, '2026-01-02T12:00:00.000Z');
    return log.standings.get('churn');
  };

  it('is remembered when it does not any more', () => {
    expect(answered(factsOf([loading]))).toMatchObject({ state: 'unavailable', answered: false });
    expect(answered(factsOf([ready]), factsOf([loading]))).toMatchObject({ state: 'unavailable', answered: true });
  });

  it('begins anew when it comes back into the plan', () => {
    const removed = factsOf([ready], true, []);
    expect(answered(factsOf([ready]), removed)).toMatchObject({ state: 'removed' });
    expect(answered(factsOf([ready]), removed, factsOf([loading]))).toMatchObject({ answered: false });
  });
});

/** @param copies what the pods of each ordinal say of it */
function stateOf(copies: readonly CopyStatus[], connected = true) {
  const log = new FleetLog();
  const facts = factsOf(copies, connected);
  log.note(facts, '2026-01-02T12:00:00.000Z');
  return log.status(facts).models[0];
}

function factsOf(copies: readonly CopyStatus[], connected = true, plan = [entry]): FleetFacts {
  const pods = copies.map(
    (copy, ordinal): SeenPod => ({
      ...aKnownPod({ ordinal, pod: `cpu-${ordinal}`, connected, copies: [copy] }),
      address: { host: '127.0.0.1', port: 9_000 + ordinal },
      released: new Set(),
    }),
  );
  const decisions = decideAll(plan, pods, { overdue: new Set(), stalled: new Set(), stranded: new Set() }, undefined);
  return { plan, decisions, accepted: decisions.routes, pods };
}
