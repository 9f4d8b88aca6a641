import { type NodeOrigin, originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { quoted } from '../words.ts';

interface Named {
  readonly name: string;
  readonly origin?: NodeOrigin;
}

export const duplicateName: Check = {
  code: { code: 'STW1203', severity: 'error', title: 'Two nodes of one kind with the same name' },
  run({ parts, environment }, report) {
    const kinds: readonly (readonly [kind: string, nodes: readonly Named[]])[] = [
      ['Environment', parts.environments],
      ['Runtime', parts.runtimes.filter(({ origin }) => origin !== undefined)],
      ['Server', parts.servers],
      ['Model', parts.models],
    ];
    for (const [kind, nodes] of kinds) {
      let first: Named | undefined;
      for (const node of nodes) {
        if (first?.name !== node.name) {
          first = node;
          continue;
        }
        report({
          message: `There are two ${kind}s named ${quoted(node.name)}`,
          origin: node.origin && originAt(node.origin),
          related: first.origin && [{ origin: originAt(first.origin), message: 'the first one' }],
          help: 'Give one of them another name, or remove it.',
        });
      }
    }
    if (environment === undefined) return;
    const { origin, stores, exposure } = environment;
    const lists: readonly (readonly [what: string, pointer: string, items: readonly { readonly name: string }[]])[] = [
      ['stores', '/spec/stores', stores],
      ...Object.entries(exposure).map(
        ([form, items]) => ['exposures of one form', `/spec/exposure/${form}`, items] as const,
      ),
    ];
    for (const [what, pointer, items] of lists) {
      items.forEach(({ name }, index) => {
        if (items[index - 1]?.name !== name) return;
        report({
          message: `There are two ${what} named ${quoted(name)}`,
          origin: originAt(origin, `${pointer}/${index}/name`),
          related: [{ origin: originAt(origin, `${pointer}/${index - 1}/name`), message: 'the first one' }],
          help: 'Give one of them another name, or remove it.',
        });
      });
    }
  },
};
