import { hasTarget, originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { quoted } from '../words.ts';

export const scalesEmpty: Check = {
  code: { code: 'STW1272', severity: 'warning', title: 'Replicas that no model can use' },
  run({ servers, models, mayExist }, report) {
    if (mayExist('Model')) return;
    // Models that ask for the same share one list of candidates.
    const known = new Set(models.map(({ candidates }) => candidates));
    const growing = new Set(
      models
        .filter(({ model }) => model === undefined || model.replicas.max > model.replicas.min)
        .map(({ candidates }) => candidates),
    );
    for (const server of servers) {
      const { name, replicas, origin } = server.part;
      if (!hasTarget(server.part) || replicas.min >= replicas.max) continue;
      const isAmong = (lists: Iterable<typeof servers>) => [...lists].some((list) => list.includes(server));
      // Where no model can go there at all, another check says so.
      if (!isAmong(known) || isAmong(growing)) continue;
      report({
        message: `Server ${quoted(name)} scales up to ${replicas.max} replicas, and no model that can go there may have more copies than it always has`,
        origin: originAt(origin, '/spec/autoscale/max'),
        help: 'Replicas above the base hold further copies of models and nothing else. Give models that are in demand `replicas: {min: 1, max: 3}`, or all of them by the Environment’s `defaults.model.replicas`; or say `replicas` instead of `autoscale`.',
      });
    }
  },
};
