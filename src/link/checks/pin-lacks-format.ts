import { originAt } from '../../ir/index.ts';
import { offer } from '../capabilities.ts';
import { type Check, pinnedServer } from '../linked.ts';
import { formatName, listed, quoted } from '../words.ts';

export const pinLacksFormat: Check = {
  code: { code: 'STW1212', severity: 'error', title: 'A pin to a server that lacks the format' },
  run(linked, report) {
    for (const model of linked.models) {
      const { part, offering } = model;
      const pinned = pinnedServer(model, linked);
      // Without any server that offers it, the format is the fault, and is told as such.
      if (pinned?.runtime === undefined || offering.length === 0 || offer(pinned.runtime, part.format) !== undefined)
        continue;
      report({
        message: `Model ${quoted(part.name)} is pinned to Server ${quoted(pinned.part.name)}, which does not offer ${quoted(formatName(part.format))}`,
        origin: originAt(part.origin, '/spec/server'),
        related: [{ origin: originAt(pinned.part.origin, '/spec/runtime'), message: 'its runtime' }],
        help: `${listed(offering.map((server) => server.part.name))} ${offering.length > 1 ? 'offer' : 'offers'} it. Without \`server\` the model goes where it fits.`,
      });
    }
  },
};
