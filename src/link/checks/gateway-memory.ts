import { originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { sizeName } from '../words.ts';

/** How many of the largest bodies at once a gateway should hold: it waits for the whole of each. */
const bodies = 4;

export const gatewayMemory: Check = {
  code: { code: 'STW1242', severity: 'warning', title: 'Requests that are too large for the gateway’s memory' },
  run({ environment }, report) {
    if (environment === undefined) return;
    const { gateway, origin } = environment;
    const needed = Math.ceil((bodies * gateway.maxRequestBytes) / 2 ** 20);
    if (needed <= gateway.resources.memory) return;
    report({
      message: `The gateway accepts requests of ${sizeName(Math.ceil(gateway.maxRequestBytes / 2 ** 20))}, of which ${bodies} at once need more than its memory of ${sizeName(gateway.resources.memory)}`,
      origin: originAt(origin, '/spec/gateway/maxRequest'),
      related: [{ origin: originAt(origin, '/spec/gateway/resources/memory'), message: 'its memory' }],
      help: `Each gateway pod holds the whole of a request before it sends it on. Give it ${sizeName(needed)} or more, or accept less.`,
    });
  },
};
