import { suggest } from '../../diagnostics/index.ts';
import { originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { listed, quoted, remembering } from '../words.ts';

export const unknownServer: Check = {
  code: { code: 'STW1205', severity: 'error', title: 'A pin to an unknown server' },
  run({ models, servers, mayExist }, report) {
    const names = servers.map(({ part }) => part.name);
    const known = new Set(names);
    const nearest = remembering((name: string) => suggest(name, names));
    for (const { part } of models) {
      if (part.server === undefined || known.has(part.server) || mayExist('Server', part.server)) continue;
      const meant = nearest(part.server);
      report({
        message: `Model ${quoted(part.name)} is pinned to the server ${quoted(part.server)}, which does not exist`,
        origin: originAt(part.origin, '/spec/server'),
        help:
          meant !== undefined
            ? `Did you mean ${quoted(meant)}?`
            : names.length > 0
              ? `There are ${listed(names)}. Without \`server\` the model goes where it fits.`
              : 'There is no server at all: add a document of kind `Server`.',
      });
    }
  },
};
