import { originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';

export const noServer: Check = {
  code: { code: 'STW1240', severity: 'error', title: 'No Server' },
  run({ servers, models, mayExist }, report) {
    const [first] = models;
    if (first === undefined || servers.length > 0 || mayExist('Server')) return;
    report({
      message: `None of the inputs has a Server, and there ${models.length === 1 ? 'is a Model' : `are ${models.length} Models`}`,
      origin: originAt(first.part.origin),
      help: 'Add a document of kind `Server`, with a runtime that offers the formats of the models.',
    });
  },
};
