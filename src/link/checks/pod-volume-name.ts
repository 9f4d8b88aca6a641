import { isReservedVolume, type Origin, originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { podVolumes } from '../pod.ts';
import { quoted } from '../words.ts';

export const podVolumeName: Check = {
  code: { code: 'STW1236', severity: 'error', title: 'A volume with a name that is taken' },
  run({ parts }, report) {
    for (const { name: server, pod, origin } of parts.servers) {
      const seen = new Map<string, Origin>();
      for (const { name, pointer } of podVolumes(pod)) {
        if (name === undefined) continue;
        const at = originAt(origin, `${pointer}/name`);
        const first = seen.get(name);
        if (isReservedVolume(name)) {
          report({
            message: `The pod of Server ${quoted(server)} has a volume ${quoted(name)}, which every such pod has`,
            origin: at,
            help: `Give it another name, such as \`my-${name}\`.`,
          });
        } else if (first !== undefined) {
          report({
            message: `The pod of Server ${quoted(server)} has two volumes named ${quoted(name)}`,
            origin: at,
            related: [{ origin: first, message: 'the first one' }],
            help: 'Give one of them another name, or remove it.',
          });
        } else seen.set(name, at);
      }
    }
  },
};
