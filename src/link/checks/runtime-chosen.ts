import { originAt } from '../../ir/index.ts';
import type { Check, LinkedModel } from '../linked.ts';
import { formatName, listed, quoted } from '../words.ts';

/** Where priorities decide, nothing is said: they are there to decide. One word for all models of a format. */
export const runtimeChosen: Check = {
  code: { code: 'STW1218', severity: 'info', title: 'A format that several runtimes offer alike' },
  run({ models }, report) {
    const groups = new Map<string, { readonly names: readonly string[]; readonly models: LinkedModel[] }>();
    for (const model of models) {
      const names = offeredAlike(model);
      if (names.length < 2) continue;
      const key = JSON.stringify([formatName(model.part.format), names]);
      const group = groups.get(key) ?? { names, models: [] };
      group.models.push(model);
      groups.set(key, group);
    }
    for (const { names, models: alike } of groups.values()) {
      const [first] = alike;
      const [name] = names;
      if (first === undefined || name === undefined) continue;
      const { part } = first;
      const others = alike.length > 1 ? ` and ${alike.length - 1} more` : '';
      report({
        message: `The format ${quoted(formatName(part.format))} of Model ${quoted(part.name)}${others} is offered alike by ${listed(names)}; the first by name is taken: ${quoted(name)}`,
        origin: originAt(part.origin, '/spec/format'),
        help: `Say which is meant: \`requires: [runtime=${name}]\`, or pin the model by \`server\`.`,
      });
    }
  },
};

/** The chosen runtime and those of the same priority. */
function offeredAlike({ runtimes }: LinkedModel): readonly string[] {
  if (runtimes.length < 2) return [];
  return runtimes.filter(({ priority }) => priority === runtimes[0]?.priority).map(({ runtime }) => runtime.name);
}
