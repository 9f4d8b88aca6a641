import { gracePeriod, layoutVariables, originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { serverVariable } from '../pod.ts';
import { brokenRules } from '../pod-rules.ts';
import { quoted } from '../words.ts';

export const podOwnField: Check = {
  code: { code: 'STW1239', severity: 'error', title: 'A pod field that is not the user’s to decide' },
  run({ servers, environment }, report) {
    for (const { part, runtime } of servers) {
      const { name, pod, origin } = part;
      const tell = (pointer: string, words: string, help: string): void =>
        report({ message: `The pod of Server ${quoted(name)} ${words}`, origin: originAt(origin, pointer), help });
      for (const { rule, pointer } of brokenRules(pod)) if (rule.kind === 'own') tell(pointer, rule.words, rule.help);
      if (runtime === undefined) continue;

      for (const variable of layoutVariables[runtime.layout] ?? []) {
        const given = serverVariable(pod, variable);
        if (given === undefined || given.value === runtime.env[variable]) continue;
        tell(
          given.pointer,
          `changes ${quoted(variable)}`,
          'Remove it: by it agent and sidecar find the server, which listens on loopback alone.',
        );
      }

      const { terminationGracePeriodSeconds: grace } = pod;
      if (environment === undefined || typeof grace !== 'number') continue;
      const { requestTimeout } = environment.gateway;
      const needed = gracePeriod(runtime, requestTimeout);
      if (grace >= needed) continue;
      tell(
        '/spec/pod/terminationGracePeriodSeconds',
        `has ${grace} seconds to end, but needs ${needed}`,
        `Remove it, or take ${needed} or more: the longest load of ${runtime.loadTimeout} seconds, twice the longest request of ${requestTimeout}, and some to spare.`,
      );
    }
  },
};
