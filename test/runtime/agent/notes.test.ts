import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Notes } from '../../../src/runtime/agent/notes.ts';
import { fileSteps } from '../../../src/runtime/files.ts';
import { version } from './decide/views.ts';
import { mounted } from './stand-ins.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notes-'));
});
afterEach(() => {
  fileSteps.before = () => {};
  rmSync(folder, { recursive: true, force: true });
});

const names = { a: { model: 'a', version: version('a', 1, { loadedAs: 'a' }), limits: {} } };

test('what is written is read by the next run', () => {
  const notes = new Notes(join(folder, 'state'), () => {});
  expect(notes.plan()).toBeUndefined();
  expect(notes.names()).toEqual({});
  expect(notes.loading()).toBeUndefined();
  notes.endLoading();
  const { plan } = mounted([]);
  if (plan === undefined) throw new Error('the plan is torn');
  notes.savePlan(plan);
  notes.saveNames(names);
  notes.saveLoading('a/a-1');
  notes.saveFailures({ a: { asked: 'a-1', failed: {} } });
  const next = new Notes(join(folder, 'state'), () => {});
  expect(next.plan()).toEqual(plan);
  expect(next.names()).toEqual(names);
  expect(next.loading()).toEqual({ key: 'a/a-1', cut: false });
  next.cutLoading();
  expect(next.loading()).toEqual({ key: 'a/a-1', cut: true });
  expect(next.failures()).toEqual({ a: { asked: 'a-1', failed: {} } });
  next.endLoading();
  expect(next.loading()).toBeUndefined();
});

test('what is torn counts as not there, and is told', () => {
  const said: string[] = [];
  const notes = new Notes(folder, (event) => said.push(event));
  for (const [file, text] of [
    ['plan.json', '{"digest":'],
    ['names.json', '7'],
    ['failures.json', ''],
    ['loading.json', 'null'],
  ] as const) {
    writeFileSync(join(folder, file), text);
  }
  expect([notes.plan(), notes.names(), notes.failures(), notes.loading()]).toEqual([undefined, {}, {}, undefined]);
  expect(said).toEqual(Array(4).fill('state file ignored'));
});

test('an end between any two steps leaves the old or the new', () => {
  const notes = new Notes(folder, () => {});
  notes.saveNames({});
  for (let left = 0; ; left++) {
    let steps = left;
    fileSteps.before = () => {
      if (steps-- === 0) throw new Error('killed');
    };
    let killed = false;
    try {
      notes.saveNames(names);
    } catch {
      killed = true;
    }
    fileSteps.before = () => {};
    expect([{}, names]).toContainEqual(new Notes(folder, () => {}).names());
    if (!killed) {
      expect(left).toBeGreaterThan(3);
      break;
    }
    notes.saveNames({});
  }
});

test.each([
  ['names.json', { a: null, b: { model: 'b' }, c: { model: 'c', version: { physical: '../c' }, limits: {} } }],
  ['names.json', []],
  ['failures.json', { a: null, b: {}, c: { asked: 'c-1', failed: { 'c-1': null, 'c-2': { reason: 1 } } } }],
  ['failures.json', { a: { asked: 'a-1', failed: [null] } }],
])('of another shape, as another version may write it, %s says nothing: %j', (file, value) => {
  const notes = new Notes(folder, () => {});
  writeFileSync(join(folder, file), JSON.stringify(value));
  expect(notes.names()).toEqual({});
  expect(Object.values(notes.failures()).flatMap(({ failed }) => Object.values(failed))).toEqual([]);
});
