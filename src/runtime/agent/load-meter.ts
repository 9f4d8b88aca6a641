import type { PodLoad } from '../../ir/index.ts';

/** What the sidecar has counted, at one moment. */
export interface Traffic {
  /** Requests that are with the inference server, or wait for it, now. */
  readonly inFlight: number;
  /** Requests that came since Envoy started. */
  readonly requests: number;
}

interface Sample extends Traffic {
  /** Milliseconds. */
  readonly at: number;
}

/** Over how long the mean is taken, and how long that must be at least, in milliseconds. */
const span = 15_000;
const leastSpan = 4_000;

/** Makes of what is counted now and then what a pod has to do: means over the last while. */
export class LoadMeter {
  #samples: readonly Sample[] = [];

  /** @param traffic undefined: Envoy does not say, so that what came before says nothing of now */
  add(traffic: Traffic | undefined, at: number): void {
    const last = this.#samples.at(-1);
    // One that counts less than before was started anew.
    const goesOn = traffic !== undefined && last !== undefined && traffic.requests >= last.requests;
    const before = goesOn ? this.#samples.filter((sample) => at - sample.at <= span) : [];
    this.#samples = traffic === undefined ? [] : [...before, { ...traffic, at }];
  }

  /** Undefined: it is not known, or not for long enough. */
  get load(): PodLoad | undefined {
    const first = this.#samples[0];
    const last = this.#samples.at(-1);
    if (first === undefined || last === undefined || last.at - first.at < leastSpan) return undefined;
    const sum = this.#samples.reduce((total, { inFlight }) => total + inFlight, 0);
    return {
      inFlight: rounded(sum / this.#samples.length),
      requestsPerSecond: rounded(((last.requests - first.requests) * 1000) / (last.at - first.at)),
    };
  }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
