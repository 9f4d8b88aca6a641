import { originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { serverVariable } from '../pod.ts';
import { podWorkers, workersVariable } from '../servers.ts';
import { quoted } from '../words.ts';

export const unreadableWorkers: Check = {
  code: { code: 'STW1228', severity: 'error', title: 'A number of workers that cannot be read' },
  run({ servers }, report) {
    for (const { part, runtime } of servers) {
      if (runtime?.layout !== 'mlserver' || part.workers !== undefined) continue;
      const variable = serverVariable(part.pod, workersVariable);
      if (variable === undefined || podWorkers(part, runtime) !== undefined) continue;
      const found = typeof variable.value === 'string' ? `is ${quoted(variable.value)}` : 'has no value that is a text';
      report({
        message: `\`${workersVariable}\` in the pod of Server ${quoted(part.name)} ${found}`,
        origin: originAt(part.origin, `${variable.pointer}/value`),
        help: 'Each worker holds a copy of every model, so the placement must know how many there are: write a number in quotes, `"0"` for none besides the server itself.',
      });
    }
  },
};
