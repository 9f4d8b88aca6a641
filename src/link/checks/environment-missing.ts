import type { Check } from '../linked.ts';

export const environmentMissing: Check = {
  code: { code: 'STW1201', severity: 'error', title: 'No Environment' },
  run({ parts, mayExist }, report) {
    if (parts.environments.length > 0 || mayExist('Environment')) return;
    report({
      message: 'None of the inputs has an Environment',
      help: 'Add a document of kind `Environment` that says the namespace and where artifacts come from.',
    });
  },
};
