import { type Origin, originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { podShape } from '../pod-shape.ts';
import { quoted } from '../words.ts';

/** A warning, since a newer Kubernetes may know the field. */
export const podUnknownField: Check = {
  code: { code: 'STW1233', severity: 'warning', title: 'An unknown field in a pod' },
  run({ parts }, report) {
    for (const { name, pod, origin } of parts.servers) {
      for (const { kind, pointer, words, help, meant } of podShape(pod)) {
        if (kind !== 'unknown') continue;
        const at: Origin = { ...originAt(origin, pointer), part: 'key' };
        report({
          message: `The pod of Server ${quoted(name)} ${words}`,
          origin: at,
          help,
          fix: meant === undefined ? undefined : { title: `Write \`${meant}\``, origin: at, text: meant },
        });
      }
    }
  },
};
