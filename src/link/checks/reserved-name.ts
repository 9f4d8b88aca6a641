import { originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { quoted } from '../words.ts';

/** Objects of the environment itself begin with this. */
const prefix = 'stowage-';

export const reservedName: Check = {
  code: { code: 'STW1224', severity: 'error', title: 'A reserved name' },
  run({ parts }, report) {
    for (const { name, origin } of parts.servers) {
      if (!name.startsWith(prefix) && name !== 'kubernetes') continue;
      report({
        message: `A server cannot be named ${quoted(name)}`,
        origin: originAt(origin),
        help: `Its objects carry its name, and ${name === 'kubernetes' ? 'Kubernetes has a Service of that name' : `names with \`${prefix}\` belong to the environment itself`}. Give it another one.`,
      });
    }
  },
};
