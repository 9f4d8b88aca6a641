import { originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { covers } from '../stores.ts';
import { uriFault } from '../uris.ts';
import { listed, quoted } from '../words.ts';

export const unknownStore: Check = {
  code: { code: 'STW1206', severity: 'error', title: 'An artifact outside all stores' },
  run({ models, environment }, report) {
    if (environment === undefined) return;
    const { stores } = environment;
    for (const { part } of models) {
      const { uri } = part.storage;
      if (stores.some((store) => covers(store.uri, uri)) || uriFault(uri) !== undefined) continue;
      report({
        message: `The artifact of Model ${quoted(part.name)} lies under no store of the Environment: ${quoted(uri)}`,
        origin: originAt(part.origin, '/spec/storage/uri'),
        related: [{ origin: originAt(environment.origin, '/spec/stores'), message: 'the stores' }],
        help:
          stores.length > 0
            ? `The stores have ${listed(stores.map((store) => store.uri))}. Agents fetch from nowhere else: mend the URI or add a store.`
            : 'The Environment has no store. Agents fetch from nowhere else: add one that covers the URI.',
      });
    }
  },
};
