import { originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { quoted } from '../words.ts';

export const timeoutAboveGateway: Check = {
  code: { code: 'STW1241', severity: 'error', title: 'A timeout above the gateway’s' },
  run({ parts, environment }, report) {
    if (environment === undefined) return;
    const { gateway, defaults, origin } = environment;
    const check = (whose: string, timeout: number | undefined, at: ReturnType<typeof originAt>): void => {
      if (timeout === undefined || timeout <= gateway.requestTimeout) return;
      report({
        message: `${whose} has a timeout of ${timeout}s, but the gateway ends each request after ${gateway.requestTimeout}s`,
        origin: at,
        related: [{ origin: originAt(origin, '/spec/gateway/requestTimeout'), message: 'the longest request' }],
        help: `Raise \`spec.gateway.requestTimeout\` of the Environment to ${timeout}s, or lower this one.`,
      });
    };
    check(
      'The default for models',
      defaults.model.limits?.timeout,
      originAt(origin, '/spec/defaults/model/limits/timeout'),
    );
    for (const part of parts.models) {
      check(`Model ${quoted(part.name)}`, part.limits?.timeout, originAt(part.origin, '/spec/limits/timeout'));
    }
  },
};
