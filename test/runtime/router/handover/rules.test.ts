import { describe, expect, test } from 'vitest';
import type { RoutedModel } from '../../../../src/ir/index.ts';
import { decideAll, wordsOf } from '../../../../src/runtime/router/handover/index.ts';
import { aRouted } from '../../../support/fake-agent.ts';
import { decided, noTimes, pods } from './seen.ts';

const m = (changes: Partial<RoutedModel> = {}) => aRouted({ name: 'm', ...changes });
const m2 = (changes: Partial<RoutedModel> = {}) => m({ physical: 'm-2', former: ['m-1'], ...changes });
const overdue = { ...noTimes, overdue: new Set(['m']) };

/** What is there; where requests go; what is released once Envoy has accepted that. */
type Row = readonly [string, RoutedModel, string, string, string];

const both = [0, 1];

const rows: Readonly<Record<string, readonly Row[]>> = {
  'which version serves': [
    ['the planned one alone', m(), '0: m-1 ready', 'm-1@0', ''],
    ['nothing there', m(), '1:', 'no server that has it is there', ''],
    ['it is loading', m(), '0: m-1 loading', 'it is being loaded', ''],
    ['it waits', m(), '0: m-1 waiting', 'it is to be loaded', ''],
    ['it failed', m(), '0: m-1 failed', 'it could not be loaded', ''],
    ['dropping is not there', m(), '0: m-1 dropping', 'no server that has it is there', ''],
    ['the old one until the new one is there', m2(), '0: m-1 leaving, m-2 loading', 'm-1@0', ''],
    ['the new one when it is', m2(), '0: m-1 leaving, m-2 ready', 'm-2@0', 'm-1@0'],
    ['of two, both', m2({ at: both }), '0: m-1 leaving, m-2 ready; 1: m-1 leaving', 'm-1@0 m-1@1', ''],
    [
      'as many as the old one has',
      m2({ at: both }),
      '0: m-1 leaving, m-2 ready; 1: m-1 leaving, m-2 ready',
      'm-2@0 m-2@1',
      'm-1@0 m-1@1',
    ],
    ['as many as the plan requires', m2(), '0: m-1 leaving, m-2 ready; 1: m-1 leaving', 'm-2@0', 'm-1@0 m-1@1'],
    [
      'the newest former one',
      m({ physical: 'm-3', former: ['m-2', 'm-1'] }),
      '0: m-1 ready; 1: m-2 ready',
      'm-2@1',
      '',
    ],
    ['a version that nobody names', m({ physical: 'm-3' }), '0: m-9 leaving', 'm-9@0', ''],
    [
      'of these the one with most copies',
      m({ physical: 'm-3' }),
      '0: m-9 ready; 1: m-8 ready; 2: m-8 ready',
      'm-8@1 m-8@2',
      '',
    ],
  ],
  'which copies of it': [
    ['a moved one when it is there', m({ at: [1] }), '0: m-1 leaving; 1: m-1 ready', 'm-1@1', 'm-1@0'],
    ['until then the old one', m({ at: [1] }), '0: m-1 leaving; 1: m-1 loading', 'm-1@0', ''],
    ['as many as are required', m({ at: [1, 2] }), '0: m-1 leaving; 1: m-1 ready; 2: m-1 loading', 'm-1@0 m-1@1', ''],
    ['further copies', m({ spare: [1] }), '0: m-1 ready; 1: m-1 ready', 'm-1@0 m-1@1', ''],
    ['of a draining pod none, where another stays', m({ at: both }), '0~: m-1 leaving; 1: m-1 ready', 'm-1@1', 'm-1@0'],
    ['one whose stream broke, last', m({ at: both }), '0!: m-1 ready; 1: m-1 ready', 'm-1@1 | m-1@0', ''],
    ['only such a one', m(), '0!: m-1 ready', '| m-1@0', ''],
    ['an agent with an older plan says nothing of going', m({ at: [1] }), '0: m-1 ready; 1: m-1 ready', 'm-1@1', ''],
    [
      'nothing goes for the sake of one that is not heard',
      m({ at: [1] }),
      '0: m-1 leaving; 1!: m-1 ready',
      'm-1@0 | m-1@1',
      '',
    ],
    [
      'a failed place is not waited for',
      m({ at: [1, 2] }),
      '0: m-1 leaving; 1: m-1 ready; 2: m-1 failed',
      'm-1@0 m-1@1',
      '',
    ],
  ],
  'making way': [
    [
      'the lowest ordinal first',
      m2({ at: both, update: 'recreate' }),
      '0: m-1 leaving, m-2 waiting; 1: m-1 leaving, m-2 waiting',
      'm-1@1',
      'm-1@0',
    ],
    [
      'no second one before it serves again',
      m2({ at: both, update: 'recreate' }),
      '0: m-2 loading; 1: m-1 leaving, m-2 waiting',
      'm-1@1',
      '',
    ],
    [
      'then the next',
      m2({ at: [0, 1, 2], update: 'recreate' }),
      '0: m-2 ready; 1: m-1 leaving, m-2 waiting; 2: m-1 leaving, m-2 waiting',
      'm-1@2',
      'm-1@1',
    ],
    [
      'not before the new one waits for it',
      m2({ at: both, update: 'recreate' }),
      '0: m-1 leaving, m-2 fetching; 1: m-1 leaving, m-2 fetching',
      'm-1@0 m-1@1',
      '',
    ],
    ['never by surge', m2({ at: both }), '0: m-1 leaving, m-2 waiting; 1: m-1 leaving', 'm-1@0 m-1@1', ''],
    [
      'in place, under the same name',
      m2({ at: both, update: 'inPlace', loadedAs: 'm' }),
      '0: m-1 leaving named, m-2 waiting named; 1: m-1 leaving named, m-2 waiting named',
      'm-1@1',
      'm-1@0',
    ],
    [
      'the last one, if the plan says so',
      m2({ update: 'recreate', mayInterrupt: true }),
      '0: m-1 leaving, m-2 waiting',
      'it is to be loaded',
      'm-1@0',
    ],
    [
      'not for the sake of one that is not heard',
      m2({ at: both, update: 'recreate' }),
      '0: m-1 leaving, m-2 waiting; 1!: m-1 ready',
      'm-1@0 | m-1@1',
      '',
    ],
    [
      'for room, if the plan says so',
      m({ at: [1], mayInterrupt: true }),
      '0: m-1 leaving; 1: m-1 waiting',
      'it is to be loaded',
      'm-1@0',
    ],
    ['for room, if it does not', m({ at: [1] }), '0: m-1 leaving; 1: m-1 waiting', 'm-1@0', ''],
    ['for room, while it loads', m({ at: [1], mayInterrupt: true }), '0: m-1 leaving; 1: m-1 loading', 'm-1@0', ''],
    ['where all pods end, one after the other', m({ at: both }), '0~: m-1 leaving; 1~: m-1 leaving', 'm-1@1', 'm-1@0'],
    ['where the only pod ends, not at once', m(), '0~: m-1 leaving', 'm-1@0', ''],
  ],
  'what the plan does not have': [['is let go', m({ name: 'other' }), '0: m-1 leaving', '404', 'm-1@0']],
  'a version that failed for good': [
    [
      'is given up',
      m2({ at: both }),
      '0: m-1 leaving, m-2 ready; 1: m-1 ready, m-2 failed terminal',
      'm-1@0 m-1@1',
      '',
    ],
    ['serves where nothing else can', m2({ at: both }), '0: m-2 leaving; 1: m-2 failed terminal', 'm-2@0', ''],
  ],
};

for (const [rule, table] of Object.entries(rows)) {
  describe(rule, () => {
    test.each(table)('%s', (_name, entry, seen, leads, released) => {
      const is = decided([entry], pods(seen));
      expect([is.led, is.released]).toEqual([leads, released]);
    });
  });
}

test('after the deadline one new copy is enough, of a version and of a place', () => {
  const version = decided([m2({ at: both })], pods('0: m-1 leaving, m-2 ready; 1: m-1 leaving'), overdue);
  expect([version.led, version.released]).toEqual(['m-2@0', 'm-1@0 m-1@1']);
  const place = decided([m({ at: [1, 2] })], pods('0: m-1 leaving; 1: m-1 ready; 2: m-1 loading'), overdue);
  expect([place.led, place.released]).toEqual(['m-1@1', 'm-1@0']);
  expect(decided([m({ at: [1] })], pods('0: m-1 leaving; 1: m-1 loading'), overdue).led).toBe('m-1@0');
});

test('the deadline runs while old ones serve along though a new one is there, and until they are gone', () => {
  const underWay = (entry: RoutedModel, seen: string, times = noTimes) =>
    decided([entry], pods(seen), times).decisions.models.get('m')?.isUnderWay;
  expect(underWay(m2({ at: both }), '0: m-1 leaving, m-2 loading; 1: m-1 leaving')).toBe(false);
  for (const times of [noTimes, overdue]) {
    expect(underWay(m2({ at: both }), '0: m-1 leaving, m-2 ready; 1: m-1 leaving', times)).toBe(true);
    expect(underWay(m({ at: [1, 2] }), '0: m-1 leaving; 1: m-1 ready; 2: m-1 loading', times)).toBe(true);
  }
  expect(underWay(m2({ at: both }), '0: m-2 ready; 1: m-2 ready')).toBe(false);
});

test('a pod that has been ending for long gives up what has nowhere else to go', () => {
  const stranded = { ...noTimes, stranded: new Set(['cpu/0']) };
  const is = decided([m()], pods('0~: m-1 leaving'), stranded);
  expect([is.led, is.released]).toEqual(['no server that has it is there', 'm-1@0']);
  expect(decided([m({ at: both })], pods('0~: m-1 leaving'), stranded).led).toBe('m-1@0');
});

test('a pod that ends too is no other place', () => {
  const stranded = { ...noTimes, stranded: new Set(['cpu/0']) };
  for (const more of [{ refuge: 1 }, { spare: [1] }]) {
    const released = (seen: string, times: typeof noTimes = stranded) => decided([m(more)], pods(seen), times).released;
    expect(released('0~: m-1 leaving; 1: ')).toBe('');
    expect(released('0~: m-1 leaving; 1~: ')).toBe('m-1@0');
    expect(released('0~: m-1 leaving; 1~: ', noTimes)).toBe('');
  }
});

test('a pod on which a version waits is told once it is ready on another', () => {
  const entry = m({ physical: 'm-2', at: [0, 1] });
  const told = (text: string) =>
    [...decided([entry], pods(text)).words].map(([{ ordinal }, { proven }]) => [ordinal, proven]);
  expect(told('0: m-1 leaving, m-2 loading; 1: m-1 leaving, m-2 waiting')).toEqual([
    [0, undefined],
    [1, undefined],
  ]);
  expect(told('0: m-1 leaving, m-2 ready; 1: m-1 leaving, m-2 waiting')).toEqual([
    [0, undefined],
    [1, ['m-2']],
  ]);
  // What a pod said last before its stream broke may be so no more.
  expect(told('0!: m-2 ready; 1: m-1 leaving, m-2 waiting')).toEqual([[1, undefined]]);
});

test('a refuge is asked for while the only pod ends, and takes over', () => {
  const entry = m({ refuge: 1 });
  const asked = decided([entry], pods('0~: m-1 leaving; 1:'));
  expect([...asked.words].map(([{ ordinal }, { refuge }]) => [ordinal, refuge])).toEqual([
    [0, []],
    [1, ['m']],
  ]);
  const over = decided([entry], pods('0~: m-1 leaving; 1: m-1 ready'));
  expect([over.led, over.released]).toEqual(['m-1@1', 'm-1@0']);
  const back = decided([entry], pods('0: m-1 loading; 1: m-1 leaving'));
  expect([back.led, back.released]).toEqual(['m-1@1', '']);
});

test('what failed for good somewhere is told to every pod of the server', () => {
  const { words } = decided([m2({ at: both })], pods('0: m-2 ready; 1: m-2 failed terminal'));
  for (const [, { aborted }] of words) expect(aborted).toEqual([{ physical: 'm-2', reason: 'cpu/1: bad' }]);
  expect(words.size).toBe(2);
});

test('nothing is released before Envoy has accepted, nor while it has been given something else', () => {
  const entry = m({ at: [1] });
  const before = decideAll([entry], pods('0: m-1 leaving; 1: m-1 loading'), noTimes);
  const seen = pods('0: m-1 leaving; 1: m-1 ready');
  const now = decideAll([entry], seen, noTimes);
  const released = (current: Parameters<typeof wordsOf>[3]) =>
    [...wordsOf([entry], seen, now, current).words.values()].flatMap((word) => word.released);
  expect(released(undefined)).toEqual([]);
  expect(released([before.routes])).toEqual([]);
  expect(released([now.routes, before.routes])).toEqual([]);
  expect(released([now.routes])).toEqual(['m-1']);
});

test('what was released is not relied on: its stream is renewed where it is needed', () => {
  const entry = m({ at: [0, 1] });
  const [a, b] = pods('0~: m-1 leaving; 1~: m-1 leaving');
  if (a === undefined || b === undefined) throw new Error('two pods');
  const let1go = { ...b, released: new Set(['m-1']) };
  // The lowest ordinal would make way, but the other may be gone: so that one does.
  expect(decided([entry], [a, let1go]).led).toBe('m-1@0');
  // Envoy goes by routes to the other alone: this one stays until that one is heard anew.
  const seen = [a, let1go];
  const to1 = decideAll([m({ at: [1] })], pods('1: m-1 ready'), noTimes).routes;
  const { renew, words } = wordsOf([entry], seen, { ...decideAll([entry], seen, noTimes), routes: to1 }, [to1]);
  expect(words.get(a)?.released).toEqual([]);
  expect(renew).toEqual([let1go]);
});

test('of two that differ in the name they are loaded by, none is released before both may go', () => {
  const [pod] = pods('0: m-1 leaving, m-1 ready named');
  if (pod === undefined) throw new Error('a pod');
  const is = decided([m({ loadedAs: 'm', update: 'inPlace' })], [pod]);
  expect(is.decisions.routes.get('m')?.leads.map(({ loadName }) => loadName)).toEqual(['m']);
  expect(is.released).toBe('m-1@0');
});

test('routes that did not change are the same objects, and so is the table', () => {
  const plan = [m(), aRouted({ name: 'n' })];
  const first = decideAll(plan, pods('0: m-1 ready, n-1 ready'), noTimes);
  expect(decideAll(plan, pods('0: m-1 ready, n-1 ready'), noTimes, first.routes).routes).toBe(first.routes);
  const second = decideAll(plan, pods('0: m-1 ready, n-1 dropping'), noTimes, first.routes);
  expect(second.routes).not.toBe(first.routes);
  expect(second.routes.get('m')).toBe(first.routes.get('m'));
  expect(decideAll([m()], pods('0: m-1 ready'), noTimes, first.routes).routes.size).toBe(1);
});
