import { expect, test } from 'vitest';
import type { RoutedModel } from '../../../../src/ir/index.ts';
import { timedModels } from '../../../../src/runtime/router/handover/index.ts';
import { aRouted } from '../../../support/fake-agent.ts';
import { decided, noTimes, pods } from './seen.ts';

/** `m` is to go from 0 and 1 to 2, and waits for room there; `b` waits for room on 0. */
const m = aRouted({ name: 'm', at: [2] });
const others = [aRouted({ name: 'b' }), aRouted({ name: 'c', at: [1] })];
const circle = '0: b-1 waiting room, m-1 leaving; 1: m-1 leaving; 2: b-1 leaving, m-1 waiting room';
const stalled = { ...noTimes, stalled: new Set(['m']) };

/** Where requests go, what is released, and whether the time of a standstill runs, before it is over and then. */
function steps(text: string, entry: RoutedModel = m) {
  const of = (times: typeof noTimes) => {
    const { decisions, led, released } = decided([entry, ...others], pods(text), times);
    return [led, released, timedModels(decisions).inTheWay.has('m')];
  };
  return { before: of(noTimes), after: of(stalled) };
}

test('a copy whose room others wait for makes way when its model has stood still for long', () => {
  expect(steps(circle)).toEqual({ before: ['m-1@0 m-1@1', '', true], after: ['m-1@1', 'm-1@0', true] });
});

test('the lowest ordinal of those whose room others wait for, and no second one before it has gone', () => {
  const both = circle.replace('1: ', '1: c-1 waiting room, ');
  expect(steps(both).after).toEqual(['m-1@1', 'm-1@0', true]);
  expect(steps(both.replace('; 1: ', '; 3: m-1 leaving; 1: ')).after).toEqual(['m-1@1 m-1@3', 'm-1@0', true]);
  expect(steps(circle.replace('0: b-1 waiting room', '0: b-1 waiting')).after).toEqual(['m-1@0 m-1@1', '', false]);
  const going = `${both.replace('m-1 leaving', 'm-1 dropping')}; 3: m-1 leaving`;
  expect(steps(going).after).toEqual(['m-1@1 m-1@3', '', false]);
});

const still: readonly (readonly [string, string, RoutedModel])[] = [
  ['it is the last one', circle.replace('1: m-1 leaving', '1: '), m],
  ['the other one is not heard', circle.replace('1:', '1!:'), m],
  ['the other one is on a pod that ends', circle.replace('1:', '1~:'), m],
  ['its new copy is being loaded', circle.replace('m-1 waiting room', 'm-1 loading'), m],
  ['its new copy waits for something else', circle.replace('m-1 waiting room', 'm-1 waiting'), m],
  ['another new copy is being loaded', `${circle}; 3: m-1 loading`, { ...m, at: [2, 3] }],
  ['a new copy has come, so that the deadline of the handover counts', `${circle}; 3: m-1 ready`, { ...m, at: [2, 3] }],
  ['the new version was given up', `${circle}; 3: m-2 failed terminal`, { ...m, physical: 'm-2', former: ['m-1'] }],
];

test.each(still)('none does where %s', (_name, text, entry) => {
  const { before, after } = steps(text, entry);
  expect(before[2]).toBe(false);
  expect(after).toEqual(before);
});

test('so does one of the version before that has no room beside it', () => {
  const entry = { ...m, physical: 'm-2', former: ['m-1'], at: [0, 1] };
  const text = '0: m-1 leaving, m-2 waiting room; 1: m-1 leaving, m-2 waiting room';
  expect(steps(text, entry)).toEqual({ before: ['m-1@0 m-1@1', '', true], after: ['m-1@1', 'm-1@0', true] });
});

test('what was let go instead is needed first', () => {
  const entry = { ...m, physical: 'm-2', former: ['m-1'], at: [0, 1] };
  const [first, second] = pods('0: m-1 leaving, m-2 waiting room; 1: m-1 leaving, m-2 waiting room');
  if (first === undefined || second === undefined) throw new Error('two pods');
  const seen = [first, { ...second, released: new Set(['m-1']) }];
  const { decisions, led, released } = decided([entry], seen, stalled);
  expect([led, released]).toEqual(['m-1@0 m-1@1', '']);
  expect(decisions.models.get('m')?.needed.map(({ pod }) => pod.ordinal)).toEqual([1]);
});
