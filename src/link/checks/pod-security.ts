import { originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { podVolumes } from '../pod.ts';
import { brokenRules } from '../pod-rules.ts';
import { asList, asObject, quoted } from '../words.ts';

export const podSecurity: Check = {
  code: { code: 'STW1220', severity: 'error', title: 'A pod field below the security floor' },
  run({ parts }, report) {
    for (const { name, pod, origin } of parts.servers) {
      const tell = (pointer: string, words: string, help: string): void =>
        report({
          message: `The pod of Server ${quoted(name)} ${words}`,
          origin: originAt(origin, pointer),
          help: `${help} Every pod that is emitted keeps to the restricted Pod Security Standard.`,
        });
      for (const { rule, pointer } of brokenRules(pod)) {
        if (rule.kind === 'floor') tell(pointer, rule.words, rule.help);
      }
      if ((pod['serviceAccountName'] ?? null) !== null) {
        tell(
          '/spec/pod/serviceAccountName',
          'names a service account',
          'Remove it: each server has one of its own, with no rights.',
        );
      }
      for (const { fields, pointer } of podVolumes(pod)) {
        for (const [index, source] of asList(asObject(fields['projected'])['sources']).entries()) {
          if (asObject(source)['serviceAccountToken'] === undefined) continue;
          tell(
            `${pointer}/projected/sources/${index}/serviceAccountToken`,
            'has a volume with a token of its service account',
            'Remove it: nothing in the pod talks to the Kubernetes API.',
          );
        }
      }
    }
  },
};
