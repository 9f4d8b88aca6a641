import { expect, test } from 'vitest';
import { ServerWatch } from '../../../src/runtime/agent/server-watch.ts';
import { quickPace, StandInServer } from './stand-ins.ts';

test('two who ask at once what the server holds get one answer: two in a row are told one after the other', async () => {
  const server = new StandInServer();
  const answers: (() => void)[] = [];
  server.loaded = () => new Promise((resolve) => answers.push(() => resolve(new Set())));
  let counted = 0;
  const nothing = () => {};
  const events = { lives: nothing, died: nothing, measured: nothing, counted: () => void counted++ };
  const watch = new ServerWatch(server, quickPace, true, events);
  const both = [watch.count(), watch.count()];
  expect(answers.length).toBe(1);
  answers[0]?.();
  await Promise.all(both);
  expect(counted).toBe(1);
  void watch.count();
  expect(answers.length).toBe(2);
});
