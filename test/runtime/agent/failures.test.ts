import { expect, test } from 'vitest';
import { clearFailure, failuresUnder, noteFailure } from '../../../src/runtime/agent/failures.ts';
import { planned, version } from './decide/views.ts';

const entry = planned('a', { current: version('a', 2), former: [version('a', 1)] });
const other = planned('b');

test('the second refusal is final, and the second death, and what is said to be', () => {
  for (const kind of ['refused', 'death'] as const) {
    const once = noteFailure({}, entry, 'a-2', kind, 'why');
    expect(once['a']?.failed['a-2']).not.toHaveProperty('terminal');
    expect(noteFailure(once, entry, 'a-2', kind, 'why')['a']?.failed['a-2']).toMatchObject({ terminal: true });
  }
  const mixed = noteFailure(noteFailure({}, entry, 'a-2', 'refused', 'why'), entry, 'a-2', 'death', 'why');
  expect(mixed['a']?.failed['a-2']).toEqual({ reason: 'why', refusals: 1, deaths: 1 });
  expect(noteFailure({}, entry, 'a-2', 'terminal', 'why')['a']?.failed['a-2']).toMatchObject({ terminal: true });
});

test('what may pass never becomes final', () => {
  let failures = {};
  for (let i = 0; i < 10; i++) failures = noteFailure(failures, entry, 'a-2', 'passing', 'why');
  expect(failures).toEqual({ a: { asked: 'a-2', failed: { 'a-2': { reason: 'why', refusals: 0, deaths: 0 } } } });
});

test('a version that is loaded has never failed', () => {
  const failures = noteFailure(noteFailure({}, entry, 'a-2', 'refused', 'why'), entry, 'a-1', 'refused', 'why');
  expect(Object.keys(clearFailure(failures, 'a', 'a-2')['a']?.failed ?? {})).toEqual(['a-1']);
  expect(clearFailure(failures, 'b', 'b-1')).toBe(failures);
});

test('a new plan forgets what it no longer names, and what it asks for anew', () => {
  const failures = ['a-1', 'a-2'].reduce((all, key) => noteFailure(all, entry, key, 'terminal', 'why'), {});
  const failed = (change: Parameters<typeof planned>[1]) =>
    Object.keys(failuresUnder([planned('a', change), other], failures)['a']?.failed ?? {});
  expect(failed({ current: version('a', 2), former: [version('a', 1)] })).toEqual(['a-1', 'a-2']);
  expect(failed({ current: version('a', 3), former: [version('a', 2), version('a', 1)] })).toEqual(['a-1', 'a-2']);
  expect(failed({ current: version('a', 3), former: [version('a', 2)] })).toEqual(['a-2']);
  expect(failed({ current: version('a', 1), former: [version('a', 2)] })).toEqual(['a-2']);
  expect(failuresUnder([other], failures)).toEqual({});
});

test('a version that went and came back through two plans is tried anew', () => {
  const failures = noteFailure({}, entry, 'a-2', 'terminal', 'why');
  const next = planned('a', { current: version('a', 3), former: [version('a', 2)] });
  const between = failuresUnder([next], failures);
  expect(between['a']?.asked).toBe('a-3');
  expect(failuresUnder([entry], between)).toEqual({});
});
