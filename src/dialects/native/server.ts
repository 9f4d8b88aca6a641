import { type JsonObject, originAt, type ServerPart } from '../../ir/index.ts';
import { dialectCodes } from '../codes.ts';
import { defined } from '../defined.ts';
import { serverDefaults as absent } from './defaults.ts';
import { replicaRange } from './model.ts';
import type { ServerDocument } from './server.gen.ts';
import { nodeOrigin, type Subject, subjectName } from './subject.ts';

/** Undefined, and reported, where the spec contradicts itself. */
export function serverPart(spec: ServerDocument['spec'], subject: Subject): ServerPart | undefined {
  const { amounts } = subject;
  const { autoscale, gpu } = spec;
  if (autoscale && spec.replicas !== undefined) return twoReplicas(subject);
  const disk = spec.disk === undefined ? undefined : amounts.mebibytes('/spec/disk', spec.disk, 'down');
  return {
    name: subject.name,
    origin: nodeOrigin(subject, autoscale && { '/spec/replicas': '/spec/autoscale' }),
    runtime: spec.runtime,
    replicas: replicaRange(autoscale ?? spec.replicas ?? 1),
    memory: amounts.mebibytes('/spec/memory', spec.memory, 'down'),
    capacity: defined({
      gpuMemory: gpu && amounts.mebibytes('/spec/gpu/memory', gpu.memory, 'down'),
      slots: spec.slots,
      disk,
    }),
    capabilities: spec.capabilities ?? [],
    cost: spec.cost ?? absent.cost,
    planShards: spec.planShards ?? absent.planShards,
    pod: (spec.pod ?? {}) as JsonObject,
    ...defined({
      autoscale: autoscale && targets(autoscale),
      cpu: spec.cpu === undefined ? undefined : amounts.millicores('/spec/cpu', spec.cpu),
      gpu: gpu && { resource: gpu.resource ?? absent.gpuResource },
      overcommit: spec.overcommit,
      tenant: spec.tenant,
      cache: spec.cache && cache(spec.cache, disk, subject),
    }),
  };
}

function targets({
  cpu,
  inFlight,
  requestsPerSecond,
}: NonNullable<ServerDocument['spec']['autoscale']>): ServerPart['autoscale'] {
  return defined({ cpu, inFlight, requestsPerSecond });
}

/** MiB, where neither cache nor disk says a size. */
const cacheSize = 10 * 1024;

function cache(
  { size, storageClass }: NonNullable<ServerDocument['spec']['cache']>,
  disk: number | undefined,
  { amounts }: Subject,
): ServerPart['cache'] {
  return {
    size: size === undefined ? (disk ?? cacheSize) : amounts.mebibytes('/spec/cache/size', size, 'down'),
    ...defined({ storageClass }),
  };
}

function twoReplicas(subject: Subject): undefined {
  const origin = nodeOrigin(subject);
  subject.diagnostics.report(dialectCodes.twoReplicas, {
    message: `${subjectName('Server', subject.name)} has both \`spec.replicas\` and \`spec.autoscale\``,
    origin: { ...originAt(origin, '/spec/replicas'), part: 'key' },
    related: [{ origin: { ...originAt(origin, '/spec/autoscale'), part: 'key' }, message: 'autoscaled here' }],
    help: 'Remove `replicas`: `autoscale` has the bounds. Or remove `autoscale`, for a number that is Git’s.',
  });
  return undefined;
}
