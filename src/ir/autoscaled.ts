import type { Server } from './fleet.ts';

/**
 * Whether the number of a server's replicas is an autoscaler's to set, between base and most, be it one of ours or
 * somebody else's: what stands in Git is then only what the first apply begins with.
 */
export function isAutoscaled({ autoscale, replicas: { min, max } }: Pick<Server, 'autoscale' | 'replicas'>): boolean {
  return autoscale !== undefined && min < max;
}

/** Whether an autoscaler is emitted for the server. */
export function hasTarget({ autoscale }: Pick<Server, 'autoscale'>): boolean {
  return autoscale !== undefined && Object.keys(autoscale).length > 0;
}

/** Whether KEDA scales the server: by numbers that only the gateway knows. */
export function isScaledByKeda({ autoscale }: Pick<Server, 'autoscale'>): boolean {
  return autoscale?.inFlight !== undefined || autoscale?.requestsPerSecond !== undefined;
}
