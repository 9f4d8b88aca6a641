import { isObject, type Json, type JsonObject, type Server } from '../../ir/index.ts';
import { containers } from '../../names/index.ts';
import { mergePod } from './merge-pod.ts';
import { largerQuantity } from './quantity.ts';
import { securityFloor } from './security-floor.ts';
import { serverResources } from './server-pod.ts';
import { settlePod } from './settle.ts';
import type { PodSpec } from './types.ts';

/** Our PodSpec as plain JSON: the types of what we emit are nothing but that. */
function plain(pod: PodSpec): JsonObject {
  return pod as unknown as JsonObject;
}

/** A pod of ours that nobody else has a part in. */
export function finishPod(pod: PodSpec): PodSpec {
  return settlePod(securityFloor(plain(pod))) as unknown as PodSpec;
}

/** The pod of a server: ours, the user's part over it, then what is not the user's to decide, and the floor last. */
export function finishServerPod(pod: PodSpec, server: Server): PodSpec {
  const merged = mergePod(plain(pod), server.pod);
  const owned: JsonObject = {
    ...merged,
    serviceAccountName: pod.serviceAccountName,
    terminationGracePeriodSeconds: longerGrace(pod.terminationGracePeriodSeconds, merged),
    containers: listOf(merged['containers']).map((container) =>
      isObject(container) && container['name'] === containers.server
        ? withPlacedResources(container, server)
        : container,
    ),
  };
  return settlePod(securityFloor(owned)) as unknown as PodSpec;
}

/** Link refuses less than the pod needs to end, and what is no number. */
function longerGrace(needed: number, { terminationGracePeriodSeconds: given }: JsonObject): number {
  return Number.isInteger(given) ? Math.max(needed, Number(given)) : needed;
}

/** The placement counts on memory, CPU and GPU of the Server; limits of CPU and disk may be the user's. */
function withPlacedResources(container: JsonObject, server: Server): JsonObject {
  const placed = serverResources(server);
  const given = isObject(container['resources']) ? container['resources'] : {};
  const fixed = (from: Readonly<Record<string, string>>, names: readonly string[]): JsonObject =>
    Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));
  const limits = amountsOf(given['limits']);
  const cpuOf = ({ cpu }: JsonObject) => (typeof cpu === 'string' || typeof cpu === 'number' ? cpu : 0);
  const always = ['memory', ...(server.gpu ? [server.gpu.resource] : [])];
  return {
    ...container,
    resources: {
      ...given,
      requests: { ...amountsOf(given['requests']), ...fixed(placed.requests, [...always, 'cpu']) },
      limits: { ...limits, ...fixed(placed.limits, always), cpu: largerQuantity(cpuOf(limits), server.cpu / 1000) },
    },
  };
}

function amountsOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
