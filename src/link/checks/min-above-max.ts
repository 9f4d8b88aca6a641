import { type NodeOrigin, originAt, type Range } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { quoted } from '../words.ts';

export const minAboveMax: Check = {
  code: { code: 'STW1216', severity: 'error', title: 'A minimum above its maximum' },
  run({ parts, environment }, report) {
    const check = (
      owner: string,
      things: string,
      range: Range | undefined,
      origin: NodeOrigin,
      pointer: string,
    ): void => {
      if (range === undefined || range.min <= range.max) return;
      report({
        message: `${owner} asks for at least ${range.min} ${things} and at most ${range.max}`,
        origin: originAt(origin, `${pointer}/min`),
        related: [{ origin: originAt(origin, `${pointer}/max`), message: 'the maximum' }],
        help: 'Raise `max` or lower `min`.',
      });
    };
    for (const { name, replicas, origin } of parts.servers) {
      check(`Server ${quoted(name)}`, 'replicas', replicas, origin, '/spec/replicas');
    }
    for (const { name, replicas, origin } of parts.models) {
      check(`Model ${quoted(name)}`, 'copies', replicas, origin, '/spec/replicas');
    }
    if (environment === undefined) return;
    const { defaults, origin } = environment;
    check('The default for models', 'copies', defaults.model.replicas, origin, '/spec/defaults/model/replicas');
  },
};
