import { type Origin, originAt, reservedInPod } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { podContainers, serverContainer } from '../pod.ts';
import { listed, quoted } from '../words.ts';

const ours: readonly string[] = reservedInPod.containers;

export const podContainer: Check = {
  code: { code: 'STW1221', severity: 'error', title: 'A pod container that cannot be merged' },
  run({ parts }, report) {
    for (const { name: server, pod, origin } of parts.servers) {
      const seen = new Map<string, Origin>();
      for (const list of ['containers', 'initContainers'] as const) {
        for (const { name, fields, pointer } of podContainers(pod, list)) {
          const at = originAt(origin, `${pointer}/name`);
          const owner = `The pod of Server ${quoted(server)}`;
          if (name === undefined) {
            report({
              message: `${owner} has a container without a name`,
              origin: originAt(origin, pointer),
              help: `Containers merge by name; the inference server is \`${serverContainer}\`.`,
            });
          } else if (seen.has(name)) {
            report({
              message: `${owner} has two containers named ${quoted(name)}`,
              origin: at,
              related: [{ origin: seen.get(name) ?? at, message: 'the first one' }],
              help: 'Names are unique in a pod, init containers included.',
            });
          } else if (ours.includes(name)) {
            report({
              message: `${owner} has a container named ${quoted(name)}, which the compiler adds itself`,
              origin: at,
              help: `${listed(ours)} cannot be changed here; give yours another name.`,
            });
          } else if (list === 'initContainers' && name === serverContainer) {
            report({
              message: `${owner} has an init container named ${quoted(name)}`,
              origin: at,
              help: 'That is the inference server, which stands under `containers`; give the init container another name.',
            });
          } else if (name !== serverContainer && typeof fields['image'] !== 'string') {
            report({
              message: `${owner} has a container ${quoted(name)} without an image`,
              origin: at,
              help: `If the inference server is meant, its container is named \`${serverContainer}\`. A container of your own needs an \`image\`.`,
            });
          }
          if (name !== undefined && !seen.has(name)) seen.set(name, at);
        }
      }
    }
  },
};
