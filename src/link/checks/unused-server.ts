import { originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { quoted } from '../words.ts';

export const unusedServer: Check = {
  code: { code: 'STW1219', severity: 'warning', title: 'A server that no model can go to' },
  run({ servers, models, mayExist }, report) {
    // A fleet without models is one that begins; models that could not be read may be the ones that go there.
    if (models.length === 0 || mayExist('Model') || servers.some(({ runtime }) => runtime === undefined)) return;
    // A model with a fault of its own may be meant for it.
    if (models.some(({ candidates }) => candidates.length === 0)) return;
    const lists = new Set(models.map(({ candidates }) => candidates));
    const used = new Set([...lists].flat());
    for (const server of servers) {
      if (used.has(server)) continue;
      report({
        message: `No model can go to Server ${quoted(server.part.name)}`,
        origin: originAt(server.part.origin),
        help: 'Its runtime offers no format that a model has, or its models require what it lacks. Remove it, or mend what keeps models away.',
      });
    }
  },
};
