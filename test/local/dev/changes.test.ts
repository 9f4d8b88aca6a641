import { describe, expect, it } from 'vitest';
import type { ModelStatus } from '../../../src/ir/index.ts';
import { describeChanges } from '../../../src/local/index.ts';
import { aFleetStatus, aModelStatus } from '../../support/statuses.ts';

const ready = aModelStatus();
const away = without(aModelStatus({ state: 'unavailable', at: [], missing: ['cpu/0'] }), 'serving');

describe('what changed in a fleet', () => {
  it.each<[string, ModelStatus | undefined, ModelStatus | undefined, readonly string[]]>([
    ['nothing', ready, ready, []],
    ['a model that was there when we came', undefined, ready, ['iris is ready at cpu/0']],
    ['a model that has never answered', undefined, away, []],
    ['a model that still does not', away, { ...away, reason: 'cpu/0: loading' }, []],
    ['a model that comes up', away, ready, ['iris is ready at cpu/0']],
    [
      'a model that goes down',
      ready,
      { ...away, reason: 'no copy is ready' },
      ['iris does not answer: no copy is ready'],
    ],
    ['a model that moves', ready, aModelStatus({ at: ['cpu/1'] }), ['iris moved to cpu/1']],
    [
      'a version that is on its way',
      ready,
      aModelStatus({ state: 'partial', wanted: 'iris-2', missing: ['cpu/0'] }),
      [],
    ],
    [
      'a version that serves',
      aModelStatus({ state: 'partial', wanted: 'iris-2', missing: ['cpu/0'] }),
      aModelStatus({ wanted: 'iris-2', serving: 'iris-2' }),
      ['iris is ready at cpu/0 in version iris-2'],
    ],
    [
      'a version that serves from one copy first',
      aModelStatus({ state: 'partial', wanted: 'iris-2', at: ['cpu/0', 'cpu/1'] }),
      aModelStatus({ state: 'partial', wanted: 'iris-2', serving: 'iris-2', missing: ['cpu/1'] }),
      ['iris answers in version iris-2 from 1 of 2 copies'],
    ],
    [
      'a version that serves before all is told',
      ready,
      aModelStatus({
        state: 'partial',
        wanted: 'iris-2',
        serving: 'iris-2',
        reason: 'the newest routes are on their way',
      }),
      ['iris answers in version iris-2'],
    ],
    [
      'the former version instead',
      ready,
      aModelStatus({ state: 'partial', serving: 'iris-0', missing: ['cpu/0'], reason: 'iris-1 failed' }),
      ['iris answers in version iris-0: iris-1 failed'],
    ],
    [
      'a copy less',
      aModelStatus({ at: ['cpu/0', 'cpu/1'] }),
      aModelStatus({ state: 'partial', missing: ['cpu/1'] }),
      ['iris answers from 1 of 2 copies'],
    ],
    [
      'one that the plan lets go',
      ready,
      without(aModelStatus({ state: 'removed' }), 'wanted'),
      ['iris is no longer planned, and ends'],
    ],
    [
      'one that waits on demand',
      away,
      { ...away, state: 'onDemand', reason: 'cpu/0: waiting, no room' },
      ['iris is on demand, and not loaded: cpu/0: waiting, no room'],
    ],
    ['one that is gone', ready, undefined, ['iris is gone']],
  ])('%s', (_, before, now, lines) => {
    const status = (model: ModelStatus | undefined) => aFleetStatus({ models: model ? [model] : [] });
    expect(describeChanges(before && status(before), status(now))).toEqual(lines);
  });

  it('tells of faults of the gateway', () => {
    expect(describeChanges(aFleetStatus(), aFleetStatus({ planFault: 'torn', routesFault: 'refused' }))).toEqual([
      'the gateway keeps its last plan: torn',
      'the gateway keeps its last routes: refused',
    ]);
  });
});

function without<Key extends keyof ModelStatus>(model: ModelStatus, key: Key): ModelStatus {
  const { [key]: _, ...rest } = model;
  return rest as ModelStatus;
}
