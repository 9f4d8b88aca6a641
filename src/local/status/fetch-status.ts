import type { FleetStatus } from '../../ir/index.ts';

/** Longest that an answer is waited for, in milliseconds. */
const patience = 5_000;

/**
 * What a router knows of its environment. Undefined: nobody answers there, or something else does.
 *
 * @param router URL of its plain port
 */
export async function fetchStatus(router: string): Promise<FleetStatus | undefined> {
  try {
    const response = await fetch(new URL('/status', router), { signal: AbortSignal.timeout(patience) });
    if (!response.ok) return undefined;
    const status = (await response.json()) as Partial<FleetStatus> | null;
    return status?.version === 1 && Array.isArray(status.models) && Array.isArray(status.pods)
      ? (status as FleetStatus)
      : undefined;
  } catch {
    return undefined;
  }
}
