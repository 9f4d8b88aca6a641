import { originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { listed, quoted } from '../words.ts';

export const ambiguousStore: Check = {
  code: { code: 'STW1208', severity: 'error', title: 'An artifact that two stores cover alike' },
  run({ models, environment }, report) {
    if (environment === undefined) return;
    for (const { part, stores } of models) {
      if (stores.length < 2) continue;
      const names = new Set(stores.map(({ name }) => name));
      if (names.size < 2) continue;
      const secrets = stores.flatMap(({ secret }) => secret ?? []);
      report({
        message: `The stores ${listed([...names])} cover the artifact of Model ${quoted(part.name)} alike`,
        origin: originAt(part.origin, '/spec/storage/uri'),
        related: stores.map((store) => ({
          origin: originAt(environment.origin, `/spec/stores/${environment.stores.indexOf(store)}/uri`),
          message: `store ${quoted(store.name)}`,
        })),
        help:
          part.storage.secret === undefined && new Set(secrets).size > 1
            ? `Say by \`storage.secret\` which one is meant: ${listed(secrets, 'or')}.`
            : 'Remove one of the stores, or give them URIs that differ.',
      });
    }
  },
};
