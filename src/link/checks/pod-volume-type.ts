import { suggest } from '../../diagnostics/index.ts';
import { originAt, pointerStep, volumeTypes } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { podVolumes } from '../pod.ts';
import { listed, quoted } from '../words.ts';

const allowed: readonly string[] = volumeTypes;

export const podVolumeType: Check = {
  code: { code: 'STW1235', severity: 'error', title: 'A volume of a type that is not allowed' },
  run({ parts }, report) {
    for (const { name: server, pod, origin } of parts.servers) {
      for (const { name, fields, pointer } of podVolumes(pod)) {
        for (const [type, source] of Object.entries(fields)) {
          if (type === 'name' || source === null || allowed.includes(type)) continue;
          const meant = suggest(type, allowed);
          const choice = `A volume can be one of ${listed(allowed, 'or', allowed.length)}.`;
          report({
            message: `The pod of Server ${quoted(server)} has a volume ${quoted(name ?? '')} of the type ${quoted(type)}`,
            origin: {
              ...originAt(origin, `${pointer}/${pointerStep(type)}`),
              part: 'key',
            },
            help: meant === undefined ? choice : `Did you mean \`${meant}\`? ${choice}`,
          });
        }
      }
    }
  },
};
