/** Kinds of this version that the compiler does not read yet, each with what to do meanwhile. */
export const laterKinds: ReadonlyMap<string, string> = new Map([
  [
    'Pipeline',
    'Until it is, call the models one after the other from the client; keep this document outside the inputs.',
  ],
  [
    'Experiment',
    'Until it is, give each candidate a Model of its own and split the traffic in the client; keep this document outside the inputs.',
  ],
]);

/** Fields that are planned, by kind and pointer, each with what to do meanwhile. */
const laterFields: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Environment: {
    '/spec/auth': 'Remove it. Until it is, put an authenticating proxy or ingress before the gateway.',
    '/spec/kafka': 'Remove it. Nothing of this version uses Kafka.',
  },
  Runtime: {
    '/spec/protocol': 'Remove it. All runtimes of this version speak the Open Inference Protocol.',
    '/spec/extends': 'Remove it, and write out all fields: a Runtime takes the place of a built-in one as a whole.',
  },
  Server: {
    '/spec/gpu/count': 'Remove it. A replica has one GPU at most; use more replicas.',
    '/spec/gpus': 'Remove it. A replica has one GPU at most, which `spec.gpu` describes; use more replicas.',
  },
  Model: {
    '/spec/logger': 'Remove it. Until it is, log payloads in the client.',
    '/spec/role': 'Remove it. Every model of this version is a predictor.',
    '/spec/signature': 'Remove it. Until it is, tensors are not checked.',
    '/spec/explains': 'Remove it. Every model of this version is a predictor.',
  },
};

/** What to do instead of a planned field; undefined where the field is not planned. */
export function laterField(kind: string, pointer: string): string | undefined {
  const fields = laterFields[kind] ?? {};
  return Object.hasOwn(fields, pointer) ? fields[pointer] : undefined;
}

/** Runtimes that are planned as built-in ones. */
export const laterRuntimes: readonly string[] = ['ovms', 'torchserve'];
