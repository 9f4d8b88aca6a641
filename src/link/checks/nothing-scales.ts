import { hasTarget, isAutoscaled, originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { quoted } from '../words.ts';

export const nothingScales: Check = {
  code: { code: 'STW1273', severity: 'warning', title: 'Bounds that no autoscaler is emitted for' },
  run({ parts }, report) {
    for (const server of parts.servers) {
      const { name, replicas, origin } = server;
      if (hasTarget(server) || !isAutoscaled(server)) continue;
      report({
        message: `Server ${quoted(name)} has from ${replicas.min} to ${replicas.max} replicas, and nothing that sets their number`,
        origin: { ...originAt(origin, '/spec/autoscale'), part: 'key' },
        help: `Give \`autoscale\` a target (\`cpu\`, \`inFlight\` or \`requestsPerSecond\`), or say \`replicas: { min: ${replicas.min}, max: ${replicas.max} }\` instead: then as many run as the models need. An autoscaler of your own has to follow the base, which \`stowage compile\` prints.`,
      });
    }
  },
};
