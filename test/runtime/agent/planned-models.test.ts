import { expect, test } from 'vitest';
import { plannedModels } from '../../../src/runtime/agent/planned-models.ts';
import { planned, version } from './decide/views.ts';

test('takes entries as they are, with fields that it does not know', () => {
  const entry = { ...planned('a', { refuge: 1, step: 2, mayInterrupt: true }), colour: 'blue' };
  expect(plannedModels([entry])).toEqual({ models: [entry], ignored: [] });
  const sized = planned('b', { current: version('b', 1, { gpuMemory: 1, gpuPeak: 2, disk: 3, loadedAs: 'b' }) });
  expect(plannedModels([sized]).models).toEqual([sized]);
});

test.each([
  ['another kind', { kind: 'pipeline' }],
  ['a place that is none', { at: ['0'] }],
  ['an unknown residency', { residency: 'sometimes' }],
  ['an unknown update', { update: 'teleport' }],
  ['no limits', { limits: undefined }],
  ['a limit that is none', { limits: { concurrency: 'many' } }],
  ['a version without sizes', { current: { ...version('a', 1), memory: undefined } }],
  ['a name that leads elsewhere', { current: version('a', 1, { physical: '../a' }) }],
  ['another name that does', { former: [version('a', 1, { loadedAs: 'a/b' })] }],
  [
    'a digest that is no text',
    { former: [{ ...version('a', 1), artifact: { ...version('a', 1).artifact, digest: 7 } }] },
  ],
  ['no artifact', { current: { ...version('a', 1), artifact: undefined } }],
])('leaves out an entry with %s', (_, change) => {
  const entry = { ...planned('a'), ...change };
  expect(plannedModels([entry, planned('b')])).toEqual({ models: [planned('b')], ignored: ['a'] });
});

test('leaves out what is no entry at all', () => {
  expect(plannedModels([null, 'a', 7, [], {}]).models).toEqual([]);
});

test('a name that comes twice counts once, and so does a version', () => {
  const twice = { ...planned('a'), former: [version('a', 1), version('a', 0), version('a', 0)] };
  const { models, ignored } = plannedModels([twice, planned('a', { step: 2 })]);
  expect(models).toEqual([{ ...planned('a'), former: [version('a', 0)] }]);
  expect(ignored).toEqual(['a']);
});
