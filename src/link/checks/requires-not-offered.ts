import { suggest } from '../../diagnostics/index.ts';
import { originAt } from '../../ir/index.ts';
import { reservedWords } from '../capabilities.ts';
import { type Check, pinnedServer } from '../linked.ts';
import { listed, quoted, remembering } from '../words.ts';

/** Each word on its own: which words no server has together is told when the model cannot be placed. */
export const requiresNotOffered: Check = {
  code: { code: 'STW1213', severity: 'error', title: 'A required capability that no server has' },
  run(linked, report) {
    const { models, servers, mayExist } = linked;
    // That there is none at all is told as such.
    if (servers.length === 0) return;
    if (mayExist('Server') || servers.some(({ runtime }) => runtime === undefined)) return;
    const own = [...new Set(servers.flatMap(({ part }) => part.capabilities))].sort();
    const all = new Set(servers.flatMap(({ server }) => server?.capabilities ?? []));
    const words = [...all].filter((each) => !reservedWords.some((prefix) => each.startsWith(prefix)));
    const nearest = remembering((word: string) => suggest(word, words));
    for (const model of models) {
      const { part } = model;
      // A format that no server offers is fault enough.
      if (part.requires.length === 0 || model.offering.length === 0) continue;
      const pinned = pinnedServer(model, linked);
      const offered = pinned ? new Set(pinned.server?.capabilities ?? []) : all;
      part.requires.forEach((word, index) => {
        if (offered.has(word) || word.startsWith('tenant=')) return;
        const meant = nearest(word);
        const who = pinned ? `Server ${quoted(pinned.part.name)}, which it is pinned to, lacks` : 'No server has';
        report({
          message: `${who} the capability ${quoted(word)} that Model ${quoted(part.name)} requires`,
          origin: originAt(part.origin, `/spec/requires/${index}`),
          related: pinned && [{ origin: originAt(pinned.part.origin), message: 'the server' }],
          help:
            meant !== undefined && offered.has(meant)
              ? `Did you mean ${quoted(meant)}?`
              : `Add it to \`spec.capabilities\` of a Server${own.length > 0 ? `; the ones there are: ${listed(own)}` : ''}.`,
        });
      });
    }
  },
};
