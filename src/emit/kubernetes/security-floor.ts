import {
  containerRules,
  isAllowed,
  isObject,
  type Json,
  type JsonObject,
  lowestId,
  type PodRule,
  podRules,
  volumeTypes,
} from '../../ir/index.ts';
import { containers } from '../../names/index.ts';

/** Who the processes of a pod are. Files that they share belong to the group, which all have. */
const userIds: Readonly<Record<string, number>> = {
  [containers.envoy]: lowestId + 1,
  [containers.agent]: lowestId + 2,
  [containers.router]: lowestId + 2,
  [containers.witness]: lowestId + 2,
};

const allowedInVolume: ReadonlySet<string> = new Set(['name', ...volumeTypes]);

/**
 * Makes any PodSpec keep to the Pod Security Standard "restricted" and to what we add to it: a read-only root file
 * system, high user and group ids, no service-account token. What is stricter already stays. Link has refused what this
 * would change of a user's pod; it is done all the same, so that no manifest rests on a check.
 */
export function securityFloor(pod: JsonObject): JsonObject {
  const floored: Record<string, Json> = { ...applied(podRules, pod) };
  for (const list of ['initContainers', 'containers'] as const) {
    const items = floored[list];
    if (Array.isArray(items)) floored[list] = items.map((item: Json) => (isObject(item) ? containerFloor(item) : item));
  }
  const { volumes } = floored;
  if (Array.isArray(volumes)) floored['volumes'] = volumes.filter((volume: Json) => isAllowedVolume(volume));
  return floored;
}

function containerFloor(container: JsonObject): JsonObject {
  const floored = applied(containerRules, container);
  const user = userIds[String(container['name'])];
  const context = floored['securityContext'];
  return user === undefined
    ? floored
    : { ...floored, securityContext: { ...(isObject(context) && context), runAsUser: user } };
}

function isAllowedVolume(volume: Json): boolean {
  return isObject(volume) && Object.keys(volume).every((field) => allowedInVolume.has(field));
}

function applied(rules: readonly PodRule[], fields: JsonObject): JsonObject {
  return rules.reduce((now, rule) => within(now, rule, rule.path), fields);
}

/** The fields with the rule kept along the rest of its path. */
function within(fields: JsonObject, rule: PodRule, [step = '', ...rest]: readonly string[]): JsonObject {
  const value = fields[step];
  if (rest.length === 0) {
    if (rule.becomes === undefined) {
      if (value === undefined) return fields;
      const { [step]: _gone, ...others } = fields;
      return others;
    }
    if (value === undefined ? !rule.always : isAllowed(rule, value)) return fields;
    return { ...fields, [step]: rule.becomes };
  }
  if (rest[0] === '*') {
    if (!Array.isArray(value)) return fields;
    return {
      ...fields,
      [step]: value.map((item: Json) => (isObject(item) ? within(item, rule, rest.slice(1)) : item)),
    };
  }
  if (!isObject(value) && !rule.always) return fields;
  const inner = isObject(value) ? value : {};
  const changed = within(inner, rule, rest);
  return changed === value ? fields : { ...fields, [step]: changed };
}
