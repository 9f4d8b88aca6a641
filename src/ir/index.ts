export type * from './address.ts';
export { hasTarget, isAutoscaled, isScaledByKeda } from './autoscaled.ts';
export { canonicalJson, sha256 } from './canonical.ts';
export type * from './delivery.ts';
export type * from './evidence.ts';
export type * from './exposure.ts';
export type * from './fleet.ts';
export { isObject, type Json, type JsonObject, pointerStep } from './json.ts';
export type * from './lock.ts';
export { compareOrdinals, type Ordinal, ordinalText, parseOrdinal } from './ordinal.ts';
export { type NodeOrigin, type Origin, originAt } from './origin.ts';
export type * from './parts.ts';
export { loadName, physicalName } from './physical.ts';
export type * from './place.ts';
export type * from './placement.ts';
export type * from './plan.ts';
export { containerFields, keptFields, type PodFieldType, type PodItem, podItems, podSpecFields } from './pod-fields.ts';
export {
  containerRules,
  graceMargin,
  gracePeriod,
  handoverDeadline,
  isAllowed,
  isReservedVolume,
  layoutVariables,
  lowestId,
  type PodRule,
  podRules,
  reservedInPod,
  serverRules,
  volumeTypes,
} from './pod-rules.ts';
export type * from './problem.ts';
export { parseQuantity, type Quantity, toBytes, toMebibytes, toMillicores } from './quantity.ts';
export type * from './settings.ts';
export {
  type DecodedShards,
  decodeShards,
  encodeShards,
  gatewayHeader,
  type ShardEntry,
  type ShardFault,
  serverHeader,
  shardOf,
} from './shard.ts';
export type * from './status.ts';
