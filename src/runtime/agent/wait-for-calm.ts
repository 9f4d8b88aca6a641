import { pause } from './pace.ts';
import type { Doors } from './sidecar.ts';

/**
 * Waits until no request has been in flight for a while.
 *
 * @param calm how long that is, in milliseconds
 * @param longest how long it is waited for at most
 */
export async function waitForCalm(
  doors: Pick<Doors, 'inFlight'>,
  calm: number,
  longest: number,
  signal: AbortSignal,
): Promise<void> {
  const begun = performance.now();
  let since = begun;
  while (!signal.aborted) {
    const busy = (await doors.inFlight()) > 0;
    const now = performance.now();
    if (busy) since = now;
    if (now - since >= calm || now - begun >= longest) return;
    await pause(Math.min(100, calm / 4), signal);
  }
}
