import { originAt, pointerStep } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { quoted } from '../words.ts';

/** Labels that say of every object whose it is and what. */
const ours = /^(stowage\.dev\/.*|app\.kubernetes\.io\/(name|component|part-of|managed-by))$/;

export const reservedLabel: Check = {
  code: { code: 'STW1261', severity: 'error', title: 'A label that is Stowage’s own' },
  run({ environment }, report) {
    if (environment === undefined) return;
    const { origin, observability } = environment;
    for (const part of ['prometheus', 'dashboard'] as const) {
      for (const label of Object.keys(observability[part]?.labels ?? {})) {
        if (!ours.test(label)) continue;
        const at = originAt(origin, `/spec/observability/${part}/labels/${pointerStep(label)}`);
        report({
          message: `The label ${quoted(label)} is one that Stowage gives`,
          origin: { ...at, part: 'key' },
          help: 'Remove it. Objects keep the labels by which Stowage’s own are known: let whoever looks for them go by another label.',
        });
      }
    }
  },
};
