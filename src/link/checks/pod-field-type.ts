import { originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { podShape } from '../pod-shape.ts';
import { quoted } from '../words.ts';

export const podFieldType: Check = {
  code: { code: 'STW1234', severity: 'error', title: 'A pod field that holds what it cannot hold' },
  run({ parts }, report) {
    for (const { name, pod, origin } of parts.servers) {
      for (const { kind, pointer, words, help } of podShape(pod)) {
        if (kind !== 'type') continue;
        report({ message: `The pod of Server ${quoted(name)} ${words}`, origin: originAt(origin, pointer), help });
      }
    }
  },
};
