import { byCodeUnit } from '../diagnostics/index.ts';
import {
  type Artifact,
  canonicalJson,
  type Json,
  type Lock,
  type LockedModel,
  type LockedServer,
  type Version,
} from '../ir/index.ts';

/**
 * The lock as text: a header, a line a server, a line a model, each sorted by name, and nothing that sums up several
 * lines, so that branches conflict only where they change the same server or model.
 */
export function writeLock(lock: Lock): string {
  const servers = lock.servers.toSorted((a, b) => byCodeUnit(a.name, b.name)).map(serverLine);
  const models = lock.models.toSorted((a, b) => byCodeUnit(a.name, b.name)).map(modelLine);
  return `${[headerLine(lock), ...servers, ...models].join('\n')}\n`;
}

function headerLine({ version, solver }: Lock): string {
  return JSON.stringify({ lock: version, solver });
}

export function serverLine({ name, base, immutable }: LockedServer): string {
  const { serviceName, podManagementPolicy, cache } = immutable;
  return JSON.stringify({
    server: name,
    base,
    immutable: {
      serviceName,
      podManagementPolicy,
      ...(cache && { cache: { size: cache.size, storageClass: cache.storageClass } }),
    },
  });
}

/** Fields that are undefined are left out. */
export function modelLine({ name, at, spare, demand, current, former, step, mayInterrupt }: LockedModel): string {
  return JSON.stringify({
    model: name,
    at,
    spare: spare.length > 0 ? spare : undefined,
    demand,
    current: versionJson(current),
    former: former.length > 0 ? former.map(versionJson) : undefined,
    step,
    mayInterrupt,
  });
}

function versionJson({ physical, loadedAs, artifact, ...needs }: Version): object {
  const { memory, peak, gpuMemory, gpuPeak, disk } = needs;
  return {
    physical,
    loadedAs,
    memory,
    peak: peak === memory ? undefined : peak,
    gpuMemory,
    gpuPeak: gpuPeak === gpuMemory ? undefined : gpuPeak,
    disk,
    artifact: artifactJson(artifact),
  };
}

function artifactJson({ uri, store, version, digest, format, formatVersion, parameters }: Artifact): object {
  return {
    uri,
    store,
    version,
    digest,
    format,
    formatVersion,
    parameters: parameters && (JSON.parse(canonicalJson(parameters)) as Json),
  };
}
