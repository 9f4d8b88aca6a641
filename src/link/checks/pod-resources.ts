import { originAt, parseQuantity, toMebibytes } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { serverPart } from '../pod.ts';
import { asObject, quoted, sizeName } from '../words.ts';

/** Memory and GPUs are what the placement counts with: they stand in the Server alone. */
export const podResources: Check = {
  code: { code: 'STW1223', severity: 'error', title: 'Resources of the pod that contradict the server' },
  run({ parts }, report) {
    for (const { name, memory, gpu, pod, origin } of parts.servers) {
      const container = serverPart(pod);
      if (container === undefined) continue;
      const resources = asObject(container.fields['resources']);
      for (const list of ['requests', 'limits'] as const) {
        for (const [resource, amount] of Object.entries(asObject(resources[list]))) {
          const step = resource.replaceAll('~', '~0').replaceAll('/', '~1');
          const pointer = `${container.pointer}/resources/${list}/${step}`;
          const text = typeof amount === 'string' ? amount : JSON.stringify(amount);
          const quantity = parseQuantity(text);
          const at = originAt(origin, pointer);
          if (resource === 'memory' && !(quantity && toMebibytes(quantity, 'down') === memory)) {
            report({
              message: `The pod of server ${quoted(name)} has \`${list}.memory\` ${quoted(text)}, but \`spec.memory\` is ${sizeName(memory)}`,
              origin: at,
              related: [{ origin: originAt(origin, '/spec/memory'), message: 'the memory of the server' }],
              help: 'Remove it here: request and limit are both `spec.memory`, which the placement counts with.',
            });
          }
          const isGpu = resource === gpu?.resource || resource.endsWith('/gpu');
          if (isGpu && !(resource === gpu?.resource && text === '1')) {
            report({
              message: `The pod of server ${quoted(name)} asks for ${quoted(text)} of ${quoted(resource)} by itself`,
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
