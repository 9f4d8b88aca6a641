import { suggest } from '../../diagnostics/index.ts';
import { originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { covers } from '../stores.ts';
import { uriFault } from '../uris.ts';
import { listed, quoted } from '../words.ts';

export const unknownSecret: Check = {
  code: { code: 'STW1207', severity: 'error', title: 'A Secret that opens no store of the artifact' },
  run({ models, environment }, report) {
    if (environment === undefined) return;
    for (const { part } of models) {
      const { uri, secret } = part.storage;
      if (secret === undefined || uriFault(uri) !== undefined) continue;
      const covering = environment.stores.filter((store) => covers(store.uri, uri));
      if (covering.length === 0 || covering.some((store) => store.secret === secret)) continue;
      const secrets = covering.flatMap((store) => store.secret ?? []);
      const meant = suggest(secret, secrets);
      report({
        message: `Model ${quoted(part.name)} names the Secret ${quoted(secret)}, which opens no store of its artifact`,
        origin: originAt(part.origin, '/spec/storage/secret'),
        help:
          meant !== undefined
            ? `Did you mean ${quoted(meant)}?`
            : secrets.length > 0
              ? `Stores that cover the artifact have the Secrets ${listed(secrets)}.`
              : `The store ${quoted(covering[0]?.name ?? '')} that covers the artifact has no Secret: remove \`secret\` here, or add it to a store.`,
      });
    }
  },
};
