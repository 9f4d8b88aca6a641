import { originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { quoted } from '../words.ts';

export const environmentRepeated: Check = {
  code: { code: 'STW1202', severity: 'error', title: 'More than one Environment' },
  run({ parts }, report) {
    const [first, ...others] = parts.environments;
    if (first === undefined) return;
    for (const { name, origin } of others) {
      // Two of the same name are duplicates, which are told as such.
      if (name === first.name) continue;
      report({
        message: `${quoted(name)} is a second Environment among the inputs`,
        origin: originAt(origin),
        related: [{ origin: originAt(first.origin), message: `the first one, ${quoted(first.name)}` }],
        help: 'Each environment is compiled on its own: list it in `stowage.yaml` with inputs of its own.',
      });
    }
  },
};
