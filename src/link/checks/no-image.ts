import { originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { serverPart } from '../pod.ts';
import { quoted } from '../words.ts';

export const noImage: Check = {
  code: { code: 'STW1226', severity: 'error', title: 'A server without an image' },
  run({ servers }, report) {
    for (const { part, runtime } of servers) {
      if (runtime === undefined || runtime.image !== '' || serverPart(part.pod)?.fields['image'] !== undefined)
        continue;
      report({
        message: `Nothing says which image Server ${quoted(part.name)} runs: its Runtime ${quoted(runtime.name)} has none`,
        origin: originAt(part.origin, '/spec/runtime'),
        help: `Name it in the pod, \`pod: {containers: [{name: server, image: …}]}\`, or in the Environment, as \`spec.images.runtimes.${runtime.name}\`.`,
      });
    }
  },
};
