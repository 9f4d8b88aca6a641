export { buildPlan, type Solved } from './build.ts';
export { planCodes } from './codes.ts';
export { diffPlans, type MovedModel, type PlanDifference, type ScaledServer, type UpdatedModel } from './diff.ts';
