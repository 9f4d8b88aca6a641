import { originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { quoted } from '../words.ts';

export const environmentRepeated: Check = {
  code: { code: 'STW1202', severity: 'error', title: 'More than one Environment' },
  run({ parts, expected }, report) {
    const first = parts.environments.find(({ name }) => name === expected) ?? parts.environments[0];
    if (first === undefined) return;
    for (const { name, origin } of parts.environments) {
      // Two of the same name are duplicates, which are told as such.
      if (name === first.name) continue;
      report({
        message: `Environment ${quoted(name)} is a second one among the inputs`,
        origin: originAt(origin),
        related: [
          {
            origin: originAt(first.origin),
            message: first.name === expected ? 'the one that is compiled' : `the first one, ${quoted(first.name)}`,
          },
        ],
        help: 'Each environment is compiled on its own: list it in `stowage.yaml` with inputs of its own.',
      });
    }
  },
};
