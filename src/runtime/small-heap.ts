import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 keep the heap small rather than be fast: our programs sit beside others, wait most of the time, and make much
 * that is soon thrown away. Measured of a router with 10,000 models on 250 pods: 132 MiB instead of 303.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--optimize-for-size');
}
