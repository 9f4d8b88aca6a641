import { originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { uriFault } from '../uris.ts';
import { quoted } from '../words.ts';

export const storageUri: Check = {
  code: { code: 'STW1209', severity: 'error', title: 'A storage URI that cannot be used' },
  run({ models, environment }, report) {
    environment?.stores.forEach(({ name, uri }, index) => {
      const fault = uriFault(uri);
      if (fault === undefined) return;
      report({
        message: `The URI of store ${quoted(name)} ${fault.message}`,
        origin: originAt(environment.origin, `/spec/stores/${index}/uri`),
        help: fault.help,
      });
    });
    for (const { part } of models) {
      const fault = uriFault(part.storage.uri);
      if (fault === undefined) continue;
      report({
        message: `The storage URI of Model ${quoted(part.name)} ${fault.message}`,
        origin: originAt(part.origin, '/spec/storage/uri'),
        help: fault.help,
      });
    }
  },
};
