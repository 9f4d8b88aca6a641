import { isObject, type Json, type JsonObject, type PodStatus, type RouterWord } from '../../ir/index.ts';

/** Reads a status as an agent sends it. Undefined: it is none. Fields that are not known are kept and ignored. */
export function readStatus(text: string): PodStatus | undefined {
  const value = parse(text);
  return value !== undefined && isStatus(value) ? (value as unknown as PodStatus) : undefined;
}

/** Reads a word as a router sends it. Undefined: it is none. */
export function readWord(text: string): RouterWord | undefined {
  const value = parse(text);
  if (value === undefined) return undefined;
  const { version, router, seen, plan, released, aborted, refuge, proven } = value;
  const isWord =
    version === 1 &&
    isText(router) &&
    isCount(seen) &&
    isOptional(plan, isText) &&
    isList(released, isText) &&
    isList(aborted, (one) => isObject(one) && isText(one['physical']) && isText(one['reason'])) &&
    isList(refuge, isText) &&
    isOptional(proven, (names) => isList(names, isText));
  return isWord ? (value as unknown as RouterWord) : undefined;
}

function parse(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    // Not JSON, or nested deeper than the stack allows.
    return undefined;
  }
}

function isStatus(value: JsonObject): boolean {
  const { version, environment, server, ordinal, pod, instance, sequence, address } = value;
  const { plan, planFault, live, draining, memory, load, copies } = value;
  return (
    version === 1 &&
    [environment, server, pod, instance].every(isText) &&
    isCount(ordinal) &&
    isCount(sequence) &&
    isHostPort(address) &&
    isOptional(plan, isText) &&
    isOptional(planFault, isText) &&
    typeof live === 'boolean' &&
    typeof draining === 'boolean' &&
    isObject(memory) &&
    ['capacity', 'planned', 'peak'].every((field) => typeof memory[field] === 'number') &&
    isOptional(memory['used'], (used) => typeof used === 'number') &&
    isOptional(load, isLoad) &&
    isList(copies, isCopy)
  );
}

function isLoad(value: Json | undefined): boolean {
  return isObject(value) && ['inFlight', 'requestsPerSecond'].every((field) => isAmount(value[field]));
}

const states = new Set<Json | undefined>(['waiting', 'fetching', 'loading', 'ready', 'leaving', 'dropping', 'failed']);

function isCopy(value: Json | undefined): boolean {
  if (!isObject(value)) return false;
  const { model, physical, loadedAs, state, since, reason, terminal, onDemand, forRoom } = value;
  return (
    [model, physical, since].every(isText) &&
    states.has(state) &&
    isOptional(loadedAs, isText) &&
    isOptional(reason, isText) &&
    isOptional(terminal, (flag) => flag === true) &&
    isOptional(onDemand, (flag) => flag === true) &&
    isOptional(forRoom, (flag) => flag === true)
  );
}

/** An IP address: a name, or worse, would be refused by Envoy together with all else. */
function isHostPort(value: Json | undefined): boolean {
  if (!isObject(value)) return false;
  const { host, port } = value;
  return isText(host) && /^[0-9a-f.:]+$/i.test(host) && isCount(port) && port > 0 && port < 65_536;
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string';
}

function isAmount(value: Json | undefined): boolean {
  return typeof value === 'number' && value >= 0;
}

function isCount(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isOptional(value: Json | undefined, is: (value: Json | undefined) => boolean): boolean {
  return value === undefined || is(value);
}

function isList(value: Json | undefined, is: (value: Json | undefined) => boolean): boolean {
  return Array.isArray(value) && value.every(is);
}
