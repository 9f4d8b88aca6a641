import { hasTarget, originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { quoted } from '../words.ts';

export const nothingToScale: Check = {
  code: { code: 'STW1271', severity: 'warning', title: 'An autoscaler that has nothing to scale' },
  run({ parts }, report) {
    for (const server of parts.servers) {
      const { name, replicas, origin } = server;
      if (!hasTarget(server) || replicas.min !== replicas.max) continue;
      report({
        message: `Server ${quoted(name)} is to be scaled between ${replicas.min} and ${replicas.max} replicas`,
        origin: originAt(origin, '/spec/autoscale/max'),
        help: 'Raise `max`, or say `replicas` instead of `autoscale`.',
      });
    }
  },
};
