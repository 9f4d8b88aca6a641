import { isObject, type Json, type JsonObject } from '../../ir/index.ts';
import { canonicalQuantity, mebibytes } from './quantity.ts';

/**
 * A PodSpec in the form in which the API server gives it back, so that nothing ever looks changed: quantities canonical,
 * no nulls, no empty lists or maps. Each container states its resources: what is not said gets a small default.
 */
export function settlePod(pod: JsonObject): JsonObject {
  const settled: Record<string, Json> = {};
  for (const [field, value] of Object.entries(pod)) {
    settled[field] =
      (field === 'containers' || field === 'initContainers') && Array.isArray(value)
        ? value.map((container: Json) => (isObject(container) ? withResources(container) : container))
        : field === 'volumes' && Array.isArray(value)
          ? value.map((volume: Json) => (isObject(volume) ? withSize(volume) : volume))
          : value;
  }
  return withoutEmpty(settled) as JsonObject;
}

const defaultAmounts: Readonly<Record<string, string>> = {
  cpu: '100m',
  memory: mebibytes(128),
  'ephemeral-storage': mebibytes(64),
};

/** For an emptyDir without a limit, in MiB. */
const defaultVolumeSize = 1024;

function withResources(container: JsonObject): JsonObject {
  const given = isObject(container['resources']) ? container['resources'] : {};
  const requests = isObject(given['requests']) ? given['requests'] : {};
  const limits = isObject(given['limits']) ? given['limits'] : {};
  const names = new Set([...Object.keys(defaultAmounts), ...Object.keys(requests), ...Object.keys(limits)]);
  const amounts = (first: JsonObject, second: JsonObject): JsonObject =>
    Object.fromEntries(
      [...names].map((name) => [name, canonical(first[name] ?? second[name] ?? defaultAmounts[name] ?? '0')]),
    );
  return {
    ...container,
    resources: { ...given, requests: amounts(requests, limits), limits: amounts(limits, requests) },
  };
}

function withSize(volume: JsonObject): JsonObject {
  const { emptyDir } = volume;
  if (!isObject(emptyDir)) return volume;
  return {
    ...volume,
    emptyDir: { ...emptyDir, sizeLimit: canonical(emptyDir['sizeLimit'] ?? mebibytes(defaultVolumeSize)) },
  };
}

function canonical(value: Json): Json {
  return typeof value === 'string' || typeof value === 'number' ? (canonicalQuantity(value) ?? value) : value;
}

/** Without nulls and empty lists and maps, at any depth; but an empty selector says something: everything. */
function withoutEmpty(value: Json, field = ''): Json | undefined {
  if (value === null) return undefined;
  if (Array.isArray(value)) {
    const kept: Json[] = [];
    for (const item of value as readonly Json[]) {
      const left = withoutEmpty(item);
      if (left !== undefined) kept.push(left);
    }
    return kept.length === 0 ? undefined : kept;
  }
  if (!isObject(value)) return value;
  const kept: Record<string, Json> = {};
  let any = false;
  for (const key of Object.keys(value)) {
    const left = withoutEmpty(value[key] ?? null, key);
    if (left === undefined) continue;
    any = true;
    kept[key] = left;
  }
  return any || field.endsWith('Selector') ? kept : undefined;
}
