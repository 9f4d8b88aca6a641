export { type Copy, copiesByModel, isFirm, isRoutable, placeOf, type SeenPod } from './copies.ts';
export { type Decisions, decideAll, type RouteTable, timedModels } from './decisions.ts';
export type { Times } from './facts.ts';
export type { Handover } from './handover.ts';
export { isSameAddress, type Lead, leadsTo, type ModelRoute } from './model-route.ts';
export { type WordContent, type Words, wordsOf } from './words.ts';
