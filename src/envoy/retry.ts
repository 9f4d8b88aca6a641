import { headers } from '../names/index.ts';
import type { RetryPolicy } from './types.ts';

/**
 * Tries after the first; each goes to the next pod of the request's list, and begins again where that ends. With the
 * pauses between them they last 1.7 s on average: hardly ever less than a sidecar takes to start anew.
 */
export const retries = 7;

/**
 * When a request is sent to the next pod: where it has not reached a server (a miss, no connection, a refused stream,
 * a reset before anything was sent), and after any reset where the model says that a request may be sent twice. Never
 * on a bare status: that is a server's answer.
 */
export function retryPolicy(idempotent: boolean): RetryPolicy {
  const always = 'connect-failure,refused-stream,reset-before-request,retriable-headers';
  return {
    retry_on: idempotent ? `${always},reset` : always,
    num_retries: retries,
    retry_back_off: { base_interval: '0.025s', max_interval: '1s' },
    retriable_headers: [
      { name: headers.miss, present_match: true },
      ...(idempotent ? [{ name: headers.reset, present_match: true } as const] : []),
    ],
  };
}

/** With one of two copies lost every second request is sent twice; above half of all, retries only add to the trouble. */
export const retryBudget = { budget_percent: { value: 50 }, min_retry_concurrency: 100 } as const;
