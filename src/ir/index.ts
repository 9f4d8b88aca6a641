export { canonicalJson, sha256 } from './canonical.ts';
export type * from './fleet.ts';
export type { Json, JsonObject } from './json.ts';
export type * from './lock.ts';
export { type NodeOrigin, type Origin, originAt } from './origin.ts';
export type * from './parts.ts';
export type * from './placement.ts';
export type * from './plan.ts';
export type * from './problem.ts';
