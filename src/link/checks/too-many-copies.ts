import { originAt } from '../../ir/index.ts';
import type { Check, LinkedServer } from '../linked.ts';
import { quoted } from '../words.ts';

export const tooManyCopies: Check = {
  code: { code: 'STW1214', severity: 'error', title: 'More copies than any server has replicas' },
  run({ models, mayExist }, report) {
    if (mayExist('Server')) return;
    for (const { part, model, candidates } of models) {
      if (model === undefined || model.replicas.min === 1) continue;
      const largest = largestOf(candidates);
      if (largest === undefined) continue;
      const { min } = model.replicas;
      const { max } = largest.part.replicas;
      if (min <= max || min > model.replicas.max) continue;
      report({
        message: `Model ${quoted(part.name)} asks for ${min} copies, but no server that can hold it has more than ${max} ${max === 1 ? 'replica' : 'replicas'}`,
        origin: originAt(model.origin, '/spec/replicas'),
        related: [
          {
            origin: originAt(largest.part.origin, '/spec/replicas'),
            message: `the largest, ${quoted(largest.part.name)}`,
          },
        ],
        help: `Copies sit on different replicas of one server: give ${quoted(largest.part.name)} ${min} replicas, or ask for ${max}.`,
      });
    }
  },
};

function largestOf(servers: readonly LinkedServer[]): LinkedServer | undefined {
  const [first, ...others] = servers;
  return first && others.reduce((a, b) => (b.part.replicas.max > a.part.replicas.max ? b : a), first);
}
