import { type Particulars, suggest } from '../../diagnostics/index.ts';
import { originAt } from '../../ir/index.ts';
import type { Check, Linked } from '../linked.ts';
import { listedAll, quoted } from '../words.ts';

export const unknownRuntime: Check = {
  code: { code: 'STW1204', severity: 'error', title: 'An unknown runtime' },
  run(linked, report) {
    const { servers, runtimes, environment, mayExist } = linked;
    for (const { part, runtime } of servers) {
      if (runtime !== undefined || mayExist('Runtime', part.runtime)) continue;
      report({
        message: `Server ${quoted(part.name)} has the Runtime ${quoted(part.runtime)}, which does not exist`,
        origin: originAt(part.origin, '/spec/runtime'),
        ...wayOut(part.runtime, linked),
      });
    }
    for (const name of Object.keys(environment?.runtimeImages ?? {})) {
      if (environment === undefined || runtimes.has(name) || mayExist('Runtime', name)) continue;
      report({
        message: `The Environment has an image for the Runtime ${quoted(name)}, which does not exist`,
        origin: { ...originAt(environment.origin, `/spec/images/runtimes/${name}`), part: 'key' },
        ...wayOut(name, linked),
      });
    }
  },
};

function wayOut(name: string, { runtimes }: Linked): Pick<Particulars, 'help'> {
  const names = [...runtimes.keys()];
  const meant = suggest(name, names);
  const choice = `${listedAll('runtime', names)} Others need a document of kind \`Runtime\`.`;
  return { help: meant === undefined ? choice : `Did you mean ${quoted(meant)}? ${choice}` };
}
