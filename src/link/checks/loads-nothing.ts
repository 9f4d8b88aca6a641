import { originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { listed, quoted } from '../words.ts';

/** Two servers of such a runtime run two containers, and only one of them holds the model. */
export const loadsNothing: Check = {
  code: { code: 'STW1231', severity: 'error', title: 'A model that is in one container of several' },
  run({ models, mayExist }, report) {
    if (mayExist('Server')) return;
    for (const { part, candidates } of models) {
      if (candidates.length < 2 || candidates[0]?.runtime?.repositoryApi !== 'none') continue;
      const names = candidates.map((server) => server.part.name);
      report({
        message: `Model ${quoted(part.name)} could go to ${listed(names)}, which serve only what their containers are started with`,
        origin: originAt(part.origin),
        related: candidates
          .slice(0, 4)
          .map((server) => ({ origin: originAt(server.part.origin), message: 'one of them' })),
        help: `Say by \`server\` which one holds it: ${listed(names, 'or')}.`,
      });
    }
  },
};
