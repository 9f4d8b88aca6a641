import type { Json, ModelLimits, ModelPart, Range } from '../../ir/index.ts';
import type { Amounts } from '../amounts.ts';
import { defined } from '../defined.ts';
import type { ModelDocument } from './model.gen.ts';
import { nodeOrigin, type Subject } from './subject.ts';
import { withoutSlash } from './uri.ts';

type Spec = ModelDocument['spec'];

export function modelPart(spec: Spec, subject: Subject): ModelPart {
  const { amounts } = subject;
  const { name, version } = typeof spec.format === 'string' ? { name: spec.format } : spec.format;
  const { uri, digest, secret } = spec.storage;
  return {
    name: subject.name,
    origin: nodeOrigin(subject),
    format: defined({ name, version: version === undefined ? undefined : String(version) }),
    storage: defined({
      uri: withoutSlash(uri),
      version: spec.storage.version === undefined ? undefined : String(spec.storage.version),
      digest,
      secret,
    }),
    demand: demand(spec, '/spec', amounts),
    requires: spec.requires ?? [],
    parameters: (spec.parameters ?? {}) as Readonly<Record<string, Json>>,
    load: spec.load ?? 1,
    ...defined({
      server: spec.server,
      tenant: spec.tenant,
      replicas: spec.replicas === undefined ? undefined : replicaRange(spec.replicas),
      residency: spec.residency,
      update: spec.update,
      idempotent: spec.idempotent,
      rename: spec.rename,
      limits: spec.limits && limits(spec.limits, '/spec/limits', amounts),
    }),
  };
}

/** Copies: `{min}` alone means as many, `{max}` alone at least one. */
/** A number, or bounds; without a most, as many as the least. */
export function replicaRange(replicas: NonNullable<Spec['replicas']>): Range {
  if (typeof replicas === 'number') return { min: replicas, max: replicas };
  const min = replicas.min ?? 1;
  return { min, max: replicas.max ?? min };
}

export function limits(spec: NonNullable<Spec['limits']>, pointer: string, amounts: Amounts): ModelLimits {
  return defined({
    concurrency: spec.concurrency,
    timeout: spec.timeout === undefined ? undefined : amounts.seconds(`${pointer}/timeout`, spec.timeout),
  });
}

/** What is said of a model's size, here or in `sizes.yaml`. */
export function demand(
  spec: Pick<Spec, 'memory' | 'peak' | 'gpuMemory' | 'gpuPeak' | 'disk'>,
  pointer: string,
  amounts: Amounts,
): ModelPart['demand'] {
  const size = (field: 'memory' | 'peak' | 'gpuMemory' | 'gpuPeak' | 'disk'): number | undefined => {
    const value = spec[field];
    const zero = field !== 'memory' && field !== 'peak';
    return value === undefined ? undefined : amounts.mebibytes(`${pointer}/${field}`, value, 'up', zero);
  };
  return defined({
    memory: size('memory'),
    peak: size('peak'),
    gpuMemory: size('gpuMemory'),
    gpuPeak: size('gpuPeak'),
    disk: size('disk'),
  });
}
