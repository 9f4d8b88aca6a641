import { originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { quoted } from '../words.ts';

export const noSize: Check = {
  code: { code: 'STW1210', severity: 'error', title: 'A model without a size' },
  run({ models, sizes }, report) {
    // What it says of a model cannot be read.
    if (sizes?.faulty) return;
    for (const { part } of models) {
      if (part.demand.memory !== undefined) continue;
      const measured =
        sizes !== undefined && Object.hasOwn(sizes.models, part.name) ? sizes.models[part.name] : undefined;
      if (measured?.memory !== undefined) continue;
      report({
        message: `Nothing says how much memory Model ${quoted(part.name)} needs`,
        origin: originAt(part.origin),
        help: 'Write it as `spec.memory`, or in a `sizes.yaml` that `stowage.yaml` names as `sizes`.',
      });
    }
  },
};
