import {
  type Artifact,
  compareOrdinals,
  type ImmutableFields,
  isObject,
  type Json,
  type JsonObject,
  type LockedModel,
  type LockedServer,
  type Ordinal,
  parseOrdinal,
  physicalName,
  type Version,
} from '../ir/index.ts';

/** What one line of a lock says. */
export type Line =
  | { readonly kind: 'header'; readonly version: Json; readonly solver: string }
  | { readonly kind: 'server'; readonly server: LockedServer; readonly repaired: boolean }
  | { readonly kind: 'model'; readonly model: LockedModel; readonly repaired: boolean };

const largestNumber = 99_999;
const longestText = 4096;
const deepest = 64;
const formerKept = 2;

/**
 * Reads one line; undefined where it says nothing that can be used. Values that cannot be are left out or replaced
 * (`repaired`); fields that are not known are dropped.
 */
export function readLine(text: string): Line | undefined {
  const value = parseObject(text);
  if (value === undefined) return undefined;
  if (value['lock'] !== undefined) {
    return { kind: 'header', version: value['lock'], solver: asText(value['solver']) ?? '' };
  }
  return readServer(value) ?? readModel(value);
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const value = JSON.parse(text) as Json;
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function readServer(value: JsonObject): Line | undefined {
  const name = asName(value['server']);
  const immutable = readImmutable(value['immutable']);
  if (name === undefined || immutable === undefined) return undefined;
  const base = asNumber(value['base']);
  return { kind: 'server', server: { name, base: base ?? 0, immutable }, repaired: base === undefined };
}

function readImmutable(value: Json | undefined): ImmutableFields | undefined {
  if (!isObject(value)) return undefined;
  const serviceName = asText(value['serviceName']);
  const podManagementPolicy = asText(value['podManagementPolicy']);
  if (serviceName === undefined || podManagementPolicy === undefined) return undefined;
  const cache = value['cache'];
  if (cache === undefined) return { serviceName, podManagementPolicy };
  if (!isObject(cache)) return undefined;
  const size = asMebibytes(cache['size']);
  const storageClass = asText(cache['storageClass']);
  if (size === undefined || storageClass === undefined) return undefined;
  return { serviceName, podManagementPolicy, cache: { size, storageClass } };
}

function readModel(value: JsonObject): Line | undefined {
  const name = asName(value['model']);
  const current = name === undefined ? undefined : readVersion(name, value['current']);
  if (name === undefined || current === undefined) return undefined;
  const at = readPlaces(value['at'], []);
  const spare = readPlaces(value['spare'] ?? [], at.places);
  const formerValues = value['former'] ?? [];
  const former = (Array.isArray(formerValues) ? formerValues : [])
    .map((one: Json) => readVersion(name, one))
    .filter((version) => version !== undefined);
  const demand = asText(value['demand']);
  const step = asNumber(value['step']);
  const mayInterrupt = value['mayInterrupt'];
  const repaired =
    at.repaired ||
    spare.repaired ||
    !Array.isArray(formerValues) ||
    former.length < formerValues.length ||
    former.length > formerKept ||
    demand === undefined ||
    (step === undefined && value['step'] !== undefined) ||
    (mayInterrupt !== true && mayInterrupt !== undefined);
  const model: LockedModel = {
    name,
    at: at.places,
    spare: spare.places,
    // No hash is empty: the model counts as changed.
    demand: demand ?? '',
    current,
    former: former.slice(0, formerKept),
    ...(step !== undefined && { step }),
    ...(mayInterrupt === true && { mayInterrupt }),
  };
  return { kind: 'model', model, repaired };
}

/** The ordinals of a list, each once and in order, without those that are `taken`. */
function readPlaces(
  value: Json | undefined,
  taken: readonly string[],
): { places: readonly string[]; repaired: boolean } {
  if (!Array.isArray(value)) return { places: [], repaired: true };
  if (value.length === 0) return { places: [], repaired: false };
  const others = new Set(taken);
  const places = new Map<string, Ordinal>();
  for (const place of value as readonly Json[]) {
    if (typeof place !== 'string' || others.has(place)) continue;
    const ordinal = parseOrdinal(place);
    if (ordinal !== undefined && asName(ordinal.server) !== undefined) places.set(place, ordinal);
  }
  const repaired = places.size < value.length;
  if (places.size < 2) return { places: [...places.keys()], repaired };
  const sorted = [...places].toSorted(([, a], [, b]) => compareOrdinals(a, b));
  return { places: sorted.map(([place]) => place), repaired };
}

/** A version whose physical name is that of its artifact, and which is loaded under no other model's name. */
function readVersion(name: string, value: Json | undefined): Version | undefined {
  if (!isObject(value)) return undefined;
  const physical = asText(value['physical']);
  const needs = readNeeds(value);
  const artifact = readArtifact(value['artifact']);
  if (physical === undefined || needs === undefined || artifact === undefined) return undefined;
  if (physical !== physicalName(name, artifact)) return undefined;
  const loadedAs = value['loadedAs'];
  if (loadedAs === undefined) return { artifact, physical, ...needs };
  return loadedAs === name ? { artifact, loadedAs, physical, ...needs } : undefined;
}

/** Undefined: no amounts, or a peak below what stays. */
function readNeeds(value: JsonObject): Pick<Version, 'memory' | 'peak' | 'gpuMemory' | 'gpuPeak' | 'disk'> | undefined {
  const memory = asMebibytes(value['memory']);
  const peak = asMebibytes(value['peak'] ?? memory);
  const gpuMemory = asMebibytes(value['gpuMemory'] ?? 0);
  const gpuPeak = asMebibytes(value['gpuPeak'] ?? gpuMemory);
  const disk = asMebibytes(value['disk'] ?? 0);
  if (memory === undefined || peak === undefined || peak < memory) return undefined;
  if (gpuMemory === undefined || gpuPeak === undefined || gpuPeak < gpuMemory || disk === undefined) return undefined;
  return {
    ...(disk > 0 && { disk }),
    ...(gpuMemory > 0 && { gpuMemory }),
    ...(gpuPeak > 0 && { gpuPeak }),
    memory,
    peak,
  };
}

function readArtifact(value: Json | undefined): Artifact | undefined {
  if (!isObject(value)) return undefined;
  const uri = asText(value['uri']);
  const store = asText(value['store']);
  const format = asText(value['format']);
  if (uri === undefined || store === undefined || format === undefined) return undefined;
  const { digest, formatVersion, parameters, version } = value;
  for (const text of [digest, formatVersion, version]) {
    if (text !== undefined && asText(text) === undefined) return undefined;
  }
  if (parameters !== undefined && (!isObject(parameters) || !isTame(parameters, deepest))) return undefined;
  // In the order of canonical JSON, which makes hashing cheap.
  return {
    ...(digest !== undefined && { digest: digest as string }),
    format,
    ...(formatVersion !== undefined && { formatVersion: formatVersion as string }),
    ...(parameters !== undefined && { parameters }),
    store,
    uri,
    ...(version !== undefined && { version: version as string }),
  };
}

/** Whether a value is no deeper than `depth` and has no key that specs refuse. */
function isTame(value: Json, depth: number): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (depth === 0) return false;
  if (Array.isArray(value)) return value.every((inner: Json) => isTame(inner, depth - 1));
  return Object.entries(value).every(([key, inner]) => !isPrototypeKey(key) && isTame(inner, depth - 1));
}

function isPrototypeKey(key: string): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'prototype';
}

function asText(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value.length <= longestText ? value : undefined;
}

/** A name that an object in Kubernetes can have. */
function asName(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value.length <= 253 && /^[a-z0-9]([-.a-z0-9]*[a-z0-9])?$/.test(value)
    ? value
    : undefined;
}

function asNumber(value: Json | undefined): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= largestNumber
    ? value
    : undefined;
}

function asMebibytes(value: Json | undefined): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
