import { originAt } from '../../ir/index.ts';
import type { Check, LinkedServer } from '../linked.ts';
import { quoted, remembering } from '../words.ts';

export const tooManyCopies: Check = {
  code: { code: 'STW1214', severity: 'error', title: 'More copies than any server has replicas' },
  run({ models, mayExist }, report) {
    if (mayExist('Server')) return;
    // Models that can go to the same servers share one list of them.
    const largestOf = remembering(largest);
    for (const { part, model, candidates } of models) {
      if (model === undefined || model.replicas.min === 1) continue;
      const server = largestOf(candidates);
      if (server === undefined) continue;
      const { min } = model.replicas;
      const { max } = server.part.replicas;
      if (min <= max || min > model.replicas.max) continue;
      report({
        message: `Model ${quoted(part.name)} asks for ${min} copies, but no server that can hold it has more than ${max} ${max === 1 ? 'replica' : 'replicas'}`,
        origin: originAt(model.origin, '/spec/replicas'),
        related: [
          {
            origin: originAt(server.part.origin, '/spec/replicas'),
            message: `the largest, ${quoted(server.part.name)}`,
          },
        ],
        help: `Copies sit on different replicas of one server: give ${quoted(server.part.name)} ${min} replicas, or ask for ${max}.`,
      });
    }
  },
};

function largest(servers: readonly LinkedServer[]): LinkedServer | undefined {
  const [first, ...others] = servers;
  return first && others.reduce((a, b) => (b.part.replicas.max > a.part.replicas.max ? b : a), first);
}
