import { originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { quoted, sizeName } from '../words.ts';

export const noRoomForModels: Check = {
  code: { code: 'STW1217', severity: 'error', title: 'A server whose runtime uses up its memory' },
  run({ servers }, report) {
    for (const { part, runtime } of servers) {
      if (runtime === undefined || part.memory > runtime.baseMemory) continue;
      report({
        message: `Server ${quoted(part.name)} has ${sizeName(part.memory)} of memory, and its Runtime ${quoted(runtime.name)} needs ${sizeName(runtime.baseMemory)} without any model`,
        origin: originAt(part.origin, '/spec/memory'),
        related: runtime.origin && [
          { origin: originAt(runtime.origin, '/spec/baseMemory'), message: 'what the runtime needs' },
        ],
        help: `Models get what is above ${sizeName(runtime.baseMemory)}: give the server more.`,
      });
    }
  },
};
