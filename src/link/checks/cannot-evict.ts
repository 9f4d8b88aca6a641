import { originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { quoted } from '../words.ts';

export const cannotEvict: Check = {
  code: { code: 'STW1232', severity: 'error', title: 'A model on demand where nothing is loaded' },
  run({ models }, report) {
    for (const { part, model, candidates } of models) {
      const runtime = candidates[0]?.runtime;
      if (model?.residency !== 'onDemand' || runtime?.repositoryApi !== 'none') continue;
      report({
        message: `Model ${quoted(part.name)} is to be loaded on demand, but its Runtime ${quoted(runtime.name)} loads and unloads nothing`,
        origin: originAt(model.origin, '/spec/residency'),
        help: 'Its container serves what it is started with: make it `residency: always`.',
      });
    }
  },
};
