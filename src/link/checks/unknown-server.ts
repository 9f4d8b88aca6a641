import { suggest } from '../../diagnostics/index.ts';
import { originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { listedAll, quoted, remembering } from '../words.ts';

export const unknownServer: Check = {
  code: { code: 'STW1205', severity: 'error', title: 'A pin to an unknown server' },
  run({ models, servers, mayExist }, report) {
    // That there is none at all is told as such.
    if (servers.length === 0) return;
    const names = servers.map(({ part }) => part.name);
    const known = new Set(names);
    const nearest = remembering((name: string) => suggest(name, names));
    for (const { part } of models) {
      if (part.server === undefined || known.has(part.server) || mayExist('Server', part.server)) continue;
      const meant = nearest(part.server);
      report({
        message: `Model ${quoted(part.name)} is pinned to Server ${quoted(part.server)}, which does not exist`,
        origin: originAt(part.origin, '/spec/server'),
        help:
          meant !== undefined
            ? `Did you mean ${quoted(meant)}?`
            : `${listedAll('server', names)} Without \`server\` the model goes where it fits.`,
      });
    }
  },
};
