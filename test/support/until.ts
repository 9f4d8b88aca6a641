import { setTimeout as pause } from 'node:timers/promises';

/** Waits until something is so. */
export async function until(is: () => boolean | Promise<boolean>, patience = 20_000): Promise<void> {
  const end = performance.now() + patience;
  while (!(await is())) {
    if (performance.now() > end) throw new Error(`it did not become so: ${is}`);
    await pause(10);
  }
}
