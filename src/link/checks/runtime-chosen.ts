import { originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { formatName, listed, quoted } from '../words.ts';

/** Where priorities decide, nothing is said: they are there to decide. */
export const runtimeChosen: Check = {
  code: { code: 'STW1218', severity: 'info', title: 'A format that several runtimes offer alike' },
  run({ models }, report) {
    for (const { part, runtimes } of models) {
      const [chosen, ...others] = runtimes;
      const alike = others.filter(({ priority }) => priority === chosen?.priority);
      if (chosen === undefined || alike.length === 0) continue;
      const name = chosen.runtime.name;
      report({
        message: `The format ${quoted(formatName(part.format))} of model ${quoted(part.name)} is offered alike by ${listed([name, ...alike.map(({ runtime }) => runtime.name)])}; the first by name is taken: ${quoted(name)}`,
        origin: originAt(part.origin, '/spec/format'),
        help: `Say which is meant: \`requires: [runtime=${name}]\`, or pin the model by \`server\`.`,
      });
    }
  },
};
