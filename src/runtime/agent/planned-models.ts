import { isObject, type Json, type PlannedModel } from '../../ir/index.ts';
import { copyKey } from './decide/index.ts';

/**
 * Entries of a plan that this agent can act on, in their order. One of another kind, or without a field that it needs, is
 * of a newer format and is left out, and its name told; so is one of a name that was there before.
 */
export function plannedModels(entries: readonly unknown[]): {
  readonly models: readonly PlannedModel[];
  readonly ignored: readonly string[];
} {
  const models = new Map<string, PlannedModel>();
  const ignored: string[] = [];
  for (const entry of entries) {
    if (isPlannedModel(entry) && !models.has(entry.name)) models.set(entry.name, withoutRepeats(entry));
    else ignored.push(isObject(entry) ? String(entry['name']) : '');
  }
  return { models: [...models.values()], ignored };
}

/** An entry in which no version comes twice. */
function withoutRepeats(entry: PlannedModel): PlannedModel {
  const seen = new Set([copyKey(entry.current)]);
  const former = entry.former.filter((version) => {
    const key = copyKey(version);
    return !seen.has(key) && seen.add(key);
  });
  return { ...entry, former };
}

function isPlannedModel(value: unknown): value is PlannedModel {
  if (!isObject(value)) return false;
  const { name, kind, current, former, at, spare, refuge, residency, update, limits, step } = value;
  return (
    typeof name === 'string' &&
    (kind === undefined || kind === 'model') &&
    isVersion(current) &&
    isListOf(former, isVersion) &&
    isListOf(at, isCount) &&
    isListOf(spare, isCount) &&
    (refuge === undefined || isCount(refuge)) &&
    (residency === 'always' || residency === 'onDemand') &&
    (update === 'surge' || update === 'recreate' || update === 'inPlace') &&
    isObject(limits) &&
    isOptional(limits['concurrency'], isCount) &&
    isOptional(limits['timeout'], isCount) &&
    isOptional(step, isCount)
  );
}

/** Whether an agent can act on a version. */
export function isVersion(value: Json | undefined): boolean {
  if (!isObject(value)) return false;
  const { physical, loadedAs, artifact, memory, peak, gpuMemory, gpuPeak, disk } = value;
  return (
    isName(physical) &&
    isOptional(loadedAs, isName) &&
    isObject(artifact) &&
    ['uri', 'store', 'format'].every((field) => typeof artifact[field] === 'string') &&
    ['version', 'digest'].every((field) => isOptional(artifact[field], (text) => typeof text === 'string')) &&
    [memory, peak].every(isCount) &&
    [gpuMemory, gpuPeak, disk].every((size) => isOptional(size, isCount))
  );
}

/** Names become folders and parts of paths; physical ones may be longer than labels. */
function isName(value: Json | undefined): boolean {
  return typeof value === 'string' && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(value);
}

function isCount(value: Json | undefined): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isListOf(value: Json | undefined, is: (item: Json) => boolean): boolean {
  return Array.isArray(value) && value.every(is);
}

function isOptional(value: Json | undefined, is: (item: Json) => boolean): boolean {
  return value === undefined || is(value);
}
