import { originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { quoted, sizeName } from '../words.ts';

export const peakBelowSize: Check = {
  code: { code: 'STW1215', severity: 'error', title: 'A peak below the size' },
  run({ models }, report) {
    for (const { model } of models) {
      if (model === undefined) continue;
      const { memory, peak, gpuMemory, gpuPeak } = model.demand;
      if (peak >= memory && gpuPeak >= gpuMemory) continue;
      const pairs = [
        ['memory', memory, 'peak', peak],
        ['gpuMemory', gpuMemory, 'gpuPeak', gpuPeak],
      ] as const;
      for (const [sizeField, size, peakField, most] of pairs) {
        if (most >= size) continue;
        report({
          message: `\`${peakField}\` of Model ${quoted(model.name)} is ${sizeName(most)}, less than its \`${sizeField}\` of ${sizeName(size)}`,
          origin: originAt(model.origin, `/spec/${peakField}`),
          related: [{ origin: originAt(model.origin, `/spec/${sizeField}`), message: 'its size' }],
          help: `The peak is the most while loading, the model's own included: at least ${sizeName(size)}. Without \`${peakField}\` it is just that.`,
        });
      }
    }
  },
};
