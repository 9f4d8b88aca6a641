import { type NodeOrigin, originAt, type Range } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { quoted } from '../words.ts';

export const minAboveMax: Check = {
  code: { code: 'STW1216', severity: 'error', title: 'A minimum above its maximum' },
  run({ parts, environment }, report) {
    const check = (
      kind: string,
      name: string | undefined,
      things: string,
      range: Range | undefined,
      origin: NodeOrigin,
      pointer: string,
    ): void => {
      if (range === undefined || range.min <= range.max) return;
      const owner = name === undefined ? kind : `${kind} ${quoted(name)}`;
      report({
        message: `${owner} asks for at least ${range.min} ${things} and at most ${range.max}`,
        origin: originAt(origin, `${pointer}/min`),
        related: [{ origin: originAt(origin, `${pointer}/max`), message: 'the maximum' }],
        help: 'Raise `max` or lower `min`.',
      });
    };
    for (const { name, replicas, origin } of parts.servers) {
      check('Server', name, 'replicas', replicas, origin, '/spec/replicas');
    }
    for (const { name, replicas, origin } of parts.models) {
      check('Model', name, 'copies', replicas, origin, '/spec/replicas');
    }
    if (environment === undefined) return;
    const { defaults, origin } = environment;
    check(
      'The default for models',
      undefined,
      'copies',
      defaults.model.replicas,
      origin,
      '/spec/defaults/model/replicas',
    );
  },
};
