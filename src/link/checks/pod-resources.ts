import { originAt, parseQuantity, pointerStep, toMebibytes, toMillicores } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { serverPart } from '../pod.ts';
import { asObject, quoted, sizeName } from '../words.ts';

/** Memory and GPUs are what the placement counts with, CPU what it is asked for: they stand in the Server alone. */
export const podResources: Check = {
  code: { code: 'STW1223', severity: 'error', title: 'Resources of the pod that contradict the server' },
  run({ servers }, report) {
    for (const { part, server } of servers) {
      const { name, memory, gpu, pod, origin } = part;
      const container = serverPart(pod);
      if (container === undefined) continue;
      const resources = asObject(container.fields['resources']);
      for (const list of ['requests', 'limits'] as const) {
        for (const [resource, amount] of Object.entries(asObject(resources[list]))) {
          if (amount === null) continue;
          const step = pointerStep(resource);
          const pointer = `${container.pointer}/resources/${list}/${step}`;
          const text = typeof amount === 'string' ? amount : JSON.stringify(amount);
          const quantity = parseQuantity(text);
          const at = originAt(origin, pointer);
          if (resource === 'memory' && !(quantity && toMebibytes(quantity, 'down') === memory)) {
            report({
              message: `The pod of Server ${quoted(name)} has \`${list}.memory\` ${quoted(text)}, but \`spec.memory\` is ${sizeName(memory)}`,
              origin: at,
              related: [{ origin: originAt(origin, '/spec/memory'), message: 'the memory of the server' }],
              help: 'Remove it here: request and limit are both `spec.memory`, which the placement counts with.',
            });
          }
          const cpu = server?.cpu;
          if (resource === 'cpu' && cpu !== undefined) {
            const given = quantity && toMillicores(quantity);
            const fits = given !== undefined && (list === 'requests' ? given === cpu : given >= cpu);
            if (!fits) {
              report({
                message: `The pod of Server ${quoted(name)} has \`${list}.cpu\` ${quoted(text)}, but \`spec.cpu\` is ${cpu}m`,
                origin: at,
                related: [
                  { origin: originAt(server?.origin ?? origin, '/spec/cpu'), message: 'the CPU of the server' },
                ],
                help:
                  list === 'requests'
                    ? 'Remove it here: the request is `spec.cpu`.'
                    : 'Remove it here, or raise it: a limit is at least `spec.cpu`.',
              });
            }
          }
          const isGpu = resource === gpu?.resource || resource.endsWith('/gpu');
          if (isGpu && !(resource === gpu?.resource && text === '1')) {
            report({
              message: `The pod of Server ${quoted(name)} asks for ${quoted(text)} of ${quoted(resource)} by itself`,
              origin: at,
              help: gpu
                ? `Remove it here: a replica has the one GPU of \`spec.gpu\`, ${quoted(gpu.resource)}; use more replicas for more.`
                : 'Write it as `spec.gpu`, with the memory of the GPU, which the placement counts with.',
            });
          }
        }
      }
    }
  },
};
