export { type MountedPlan, PlanMount } from './plan-mount.ts';
