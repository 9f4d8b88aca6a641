import { suggest } from '../../diagnostics/index.ts';
import { originAt } from '../../ir/index.ts';
import { offer } from '../capabilities.ts';
import type { Check } from '../linked.ts';
import { formatName, listed, quoted, remembering } from '../words.ts';

export const formatNotOffered: Check = {
  code: { code: 'STW1211', severity: 'error', title: 'A format that no server offers' },
  run({ models, servers, runtimes, mayExist }, report) {
    // That there is none at all is told as such.
    if (servers.length === 0) return;
    // A server or runtime that could not be read may be the one that offers it.
    if (mayExist('Server') || servers.some(({ runtime }) => runtime === undefined)) return;
    const known = [...new Set([...runtimes.values()].flatMap(({ formats }) => formats.map(({ name }) => name)))];
    const nearest = remembering((name: string) => (known.includes(name) ? undefined : suggest(name, known)));
    for (const { part, offering } of models) {
      if (offering.length > 0) continue;
      const { format } = part;
      const able = [...runtimes.values()].filter((runtime) => offer(runtime, format)).map(({ name }) => name);
      const versions = servers.flatMap(({ runtime }) =>
        (runtime?.formats ?? []).flatMap(({ name, version }) => (name === format.name ? (version ?? []) : [])),
      );
      const meant = nearest(format.name);
      report({
        message: `No server offers the format ${quoted(formatName(format))} of Model ${quoted(part.name)}`,
        origin: originAt(part.origin, '/spec/format'),
        help:
          meant !== undefined
            ? `Did you mean ${quoted(meant)}?`
            : able.length > 0
              ? `Add a Server with the runtime ${listed(able, 'or')}.`
              : versions.length > 0
                ? `Servers offer ${quoted(format.name)} in the versions ${listed([...new Set(versions)].sort())}; without a version any will do.`
                : 'No runtime offers it: add a Runtime that does, and a Server of it.',
      });
    }
  },
};
