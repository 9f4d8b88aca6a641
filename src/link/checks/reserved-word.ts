import { type NodeOrigin, originAt } from '../../ir/index.ts';
import { reservedWords } from '../capabilities.ts';
import type { Check } from '../linked.ts';
import { quoted } from '../words.ts';

const tenantAlone = ['tenant='];

export const reservedWord: Check = {
  code: { code: 'STW1229', severity: 'error', title: 'A reserved capability' },
  run({ parts }, report) {
    const check = (word: string, prefixes: readonly string[], origin: NodeOrigin, pointer: string): void => {
      const prefix = prefixes.find((each) => word.startsWith(each));
      if (prefix === undefined) return;
      const field = prefix.slice(0, -1);
      report({
        message: `The capability ${quoted(word)} is one that the compiler gives`,
        origin: originAt(origin, pointer),
        help: `Words with \`${prefix}\` follow from \`spec.${field}\`: remove it here and set that field.`,
      });
    };
    for (const { capabilities, origin } of parts.servers) {
      for (const [index, word] of capabilities.entries()) {
        check(word, reservedWords, origin, `/spec/capabilities/${index}`);
      }
    }
    for (const { requires, origin } of parts.models) {
      // A model may require a runtime; that is how a choice between several is made.
      for (const [index, word] of requires.entries()) check(word, tenantAlone, origin, `/spec/requires/${index}`);
    }
  },
};
