/** How fast an agent goes about things, in milliseconds. Tests go faster. */
export interface Pace {
  /** Between two looks whether the inference server lives. */
  readonly look: number;
  /** Between two looks at what it has loaded, and at its memory. */
  readonly count: number;
  /** Between two looks at what the pod has to do. */
  readonly sample: number;
  /** How long a dropping copy lets requests in where another load waits for its room. */
  readonly linger: number;
  /** How long no request may be in flight before a pod may end. */
  readonly calm: number;
  /** Least and most between two tries of what may go better the next time. */
  readonly rest: { readonly least: number; readonly most: number };
}

export const usualPace: Pace = {
  look: 500,
  count: 5_000,
  sample: 1_000,
  linger: 2_000,
  calm: 1_000,
  rest: { least: 1_000, most: 60_000 },
};

/**
 * How long to wait before another try: evenly spread, so that what failed together does not come again together.
 *
 * @param failures how often it has failed in a row
 * @param random from 0 up to 1
 */
export function restAfter(failures: number, { least, most }: Pace['rest'], random: number): number {
  const longest = Math.min(most, least * 2 ** Math.min(failures, 30));
  return least + random * (longest - least);
}

/** Longest time between two looks at what a pod has to do: `LoadMeter` makes a mean of several. */
const longestRest = 3_000;

/**
 * How long Envoy is not asked again what the pod has to do. With many models that have limits it takes long to say, and
 * is to have other things to do.
 *
 * @param took how long it took to answer
 * @param sample the least
 */
export function restOfAsking(took: number, sample: number): number {
  return Math.max(sample, Math.min(20 * took, longestRest));
}

/** @param signal ends the pause early; it does not throw */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end);
  });
}
