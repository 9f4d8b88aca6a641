import { originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { floorViolations } from '../pod-floor.ts';
import { quoted } from '../words.ts';

export const podSecurity: Check = {
  code: { code: 'STW1220', severity: 'error', title: 'A pod field below the security floor' },
  run({ parts }, report) {
    for (const { name, pod, origin } of parts.servers) {
      for (const { pointer, message, help } of floorViolations(pod)) {
        report({
          message: `The pod of server ${quoted(name)} ${message}`,
          origin: originAt(origin, `/spec/pod${pointer}`),
          help: `${help} Every pod that is emitted keeps to the restricted Pod Security Standard.`,
        });
      }
    }
  },
};
