import { suggest } from '../../diagnostics/index.ts';
import { isReservedVolume, originAt, reservedInPod } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { isReservedPath, podContainers, podVolumes, serverContainer } from '../pod.ts';
import { asList, asObject, listed, quoted } from '../words.ts';

/** Models are code: what runs them sees neither Envoy's admin socket nor keys, and no other container of a user does. */
export const podMount: Check = {
  code: { code: 'STW1237', severity: 'error', title: 'A mount that is not of the pod’s own volumes' },
  run({ parts }, report) {
    for (const { name: server, pod, origin } of parts.servers) {
      const own = podVolumes(pod).flatMap(({ name }) => name ?? []);
      const containers = [...podContainers(pod, 'containers'), ...podContainers(pod, 'initContainers')];
      for (const { name = '', fields, pointer } of containers) {
        const subject = `Container ${quoted(name)} of Server ${quoted(server)}`;
        for (const list of ['volumeMounts', 'volumeDevices']) {
          for (const [index, mount] of asList(fields[list]).entries()) {
            const { name: volume, mountPath } = asObject(mount);
            if (typeof volume !== 'string') continue;
            const at = `${pointer}/${list}/${index}`;
            if (!own.includes(volume)) {
              const meant = suggest(volume, own);
              const ours = isReservedVolume(volume);
              report({
                message: ours
                  ? `${subject} mounts the volume ${quoted(volume)}, which is not for it`
                  : `${subject} mounts the volume ${quoted(volume)}, which does not exist`,
                origin: originAt(origin, `${at}/name`),
                help: ours
                  ? 'Remove it: only agent and Envoy see the volumes that the compiler adds.'
                  : meant !== undefined
                    ? `Did you mean ${quoted(meant)}?`
                    : own.length > 0
                      ? `Volumes of this pod: ${listed(own)}.`
                      : 'Add it to `volumes` of the pod.',
              });
            } else if (name === serverContainer && typeof mountPath === 'string' && isReservedPath(mountPath)) {
              report({
                message: `${subject} mounts the volume ${quoted(volume)} over the models`,
                origin: originAt(origin, `${at}/mountPath`),
                help: `Mount it outside \`${reservedInPod.mountPath}\`, where the agent puts what the server loads.`,
              });
            }
          }
        }
      }
    }
  },
};
