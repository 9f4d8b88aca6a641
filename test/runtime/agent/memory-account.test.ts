import { expect, test } from 'vitest';
import { MemoryAccount } from '../../../src/runtime/agent/memory-account.ts';
import { copy, version } from './decide/views.ts';

test('says nothing before the server has', () => {
  expect(new MemoryAccount(false, 200).used([])).toBeUndefined();
  expect(new MemoryAccount(false, 200).told(1000, [])).toEqual({ capacity: 1000, planned: 0, peak: 0 });
});

test('what a server does not give back is used again, once', () => {
  const account = new MemoryAccount(false, 200);
  account.measure(700);
  expect(account.used([])).toBe(700);
  account.unload(version('a', 1));
  expect(account.used([])).toBe(600);
  account.load(version('b', 1), [copy('b', 1, 'loading')]);
  expect(account.used([])).toBe(700);
  account.unload(version('b', 1));
  account.restart();
  account.measure(250);
  expect(account.used([])).toBe(250);
});

test('a server that gives back says so itself', () => {
  const account = new MemoryAccount(true, 200);
  account.measure(700);
  account.unload(version('a', 1));
  expect(account.used([])).toBe(700);
});

test('no more is used again than what is loaded leaves', () => {
  const account = new MemoryAccount(false, 200);
  account.measure(350);
  for (let i = 0; i < 5; i++) account.unload(version('a', 1));
  expect(account.used([])).toBe(200);
  expect(account.used([copy('b', 1, 'ready')])).toBe(300);
  expect(account.used([copy('b', 1, 'ready'), copy('c', 1, 'leaving')])).toBe(350);
});

test('tells the most that was planned at once, the load under way included', () => {
  const account = new MemoryAccount(false, 200);
  account.measure(300);
  const loading = copy('b', 1, 'loading', { version: version('b', 1, { peak: 150 }) });
  expect(account.told(1000, [copy('a', 1, 'ready'), loading])).toEqual({
    capacity: 1000,
    planned: 100,
    peak: 250,
    used: 300,
  });
  expect(account.told(1000, [copy('a', 1, 'ready')])).toMatchObject({ planned: 100, peak: 250 });
  account.restart();
  expect(account.told(1000, [])).toEqual({ capacity: 1000, planned: 0, peak: 0 });
});
