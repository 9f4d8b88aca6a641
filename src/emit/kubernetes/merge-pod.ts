import { isObject, type Json, type JsonObject } from '../../ir/index.ts';

/**
 * Lists of a PodSpec that are keyed, and the field that is the key; as Kubernetes' strategic merge patches have it.
 * `*` stands for any one step of the path.
 */
const listKeys: Readonly<Record<string, string>> = {
  containers: 'name',
  initContainers: 'name',
  volumes: 'name',
  imagePullSecrets: 'name',
  hostAliases: 'ip',
  resourceClaims: 'name',
  topologySpreadConstraints: 'topologyKey',
  'containers/env': 'name',
  'containers/ports': 'containerPort',
  'containers/volumeMounts': 'mountPath',
  'containers/volumeDevices': 'devicePath',
  'containers/resources/claims': 'name',
};

/** Lists without a key whose entries add up. All other lists (command, args) are replaced as a whole. */
const addedLists: ReadonlySet<string> = new Set([
  'tolerations',
  'containers/envFrom',
  'securityContext/supplementalGroups',
  'affinity/podAntiAffinity/preferredDuringSchedulingIgnoredDuringExecution',
]);

/**
 * The user's part of a PodSpec laid over ours, as kustomize would: maps merge, keyed lists merge by key, `null` takes a
 * field away, and what is new goes to the end. A container of the user's that has the name of one of our sidecars is
 * laid over that one, in whichever list it stands.
 */
export function mergePod(ours: JsonObject, theirs: JsonObject): JsonObject {
  return mergeMaps(ours, sidecarsToTheirList(ours, theirs), '');
}

function sidecarsToTheirList(ours: JsonObject, theirs: JsonObject): JsonObject {
  const sidecars = new Set(list(ours['initContainers']).map(nameOf));
  const moved = list(theirs['containers']).filter((container) => sidecars.has(nameOf(container)));
  if (moved.length === 0) return theirs;
  return {
    ...theirs,
    containers: list(theirs['containers']).filter((container) => !moved.includes(container)),
    initContainers: [...list(theirs['initContainers']), ...moved],
  };
}

function mergeMaps(ours: JsonObject, theirs: JsonObject, path: string): JsonObject {
  const merged: Record<string, Json> = { ...ours };
  for (const [key, value] of Object.entries(theirs)) {
    if (value === null) delete merged[key];
    else merged[key] = mergeValues(merged[key], value, path === '' ? key : `${path}/${key}`);
  }
  return merged;
}

function mergeValues(ours: Json | undefined, theirs: Json, path: string): Json {
  if (isList(theirs)) return isList(ours) ? mergeLists(ours, theirs, path) : theirs.map(withoutNulls);
  if (isObject(theirs)) return isObject(ours) ? mergeMaps(ours, theirs, path) : withoutNulls(theirs);
  return theirs;
}

function mergeLists(ours: readonly Json[], theirs: readonly Json[], path: string): readonly Json[] {
  const kind = path.replace(/^initContainers(?=\/)/, 'containers');
  if (addedLists.has(kind)) return [...ours, ...theirs.map(withoutNulls)];
  const key = listKeys[kind];
  if (key === undefined) return theirs.map(withoutNulls);
  const merged = [...ours];
  for (const item of theirs) {
    const at = merged.findIndex((each) => isObject(each) && isObject(item) && each[key] === item[key]);
    const before = merged[at];
    if (isObject(before) && isObject(item)) merged[at] = mergeMaps(before, oneSource(kind, before, item), path);
    else merged.push(withoutNulls(item));
  }
  return merged;
}

/** A volume has one source and a variable one value: a new one replaces the old. */
function oneSource(kind: string, before: JsonObject, item: JsonObject): JsonObject {
  if (kind !== 'volumes' && kind !== 'containers/env') return item;
  const replaced = Object.keys(before).filter((field) => field !== 'name' && !(field in item));
  return { ...Object.fromEntries(replaced.map((field) => [field, null])), ...item };
}

function withoutNulls(value: Json): Json {
  if (isList(value)) return value.map(withoutNulls);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === null ? [] : [[key, withoutNulls(inner)]])),
  );
}

function list(value: Json | undefined): readonly Json[] {
  return isList(value) ? value : [];
}

function nameOf(value: Json): Json | undefined {
  return isObject(value) ? value['name'] : undefined;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
