import { pause } from './pace.ts';

/** How long each version has waited for another pod to try it first. */
export class Patience {
  readonly #longest: number;
  readonly #signal: AbortSignal;
  readonly #over: () => void;
  readonly #since = new Map<string, number>();

  /**
   * @param longest that one waits, in milliseconds
   * @param over is called when one has waited that long
   */
  constructor(longest: number, signal: AbortSignal, over: () => void) {
    this.#longest = longest;
    this.#signal = signal;
    this.#over = over;
  }

  /** Says which versions wait now; the time of others begins anew. */
  wait(keys: readonly string[]): void {
    for (const key of this.#since.keys()) if (!keys.includes(key) && !this.ended.includes(key)) this.#since.delete(key);
    for (const key of keys) {
      if (this.#since.has(key)) continue;
      this.#since.set(key, performance.now());
      void pause(this.#longest, this.#signal).then(this.#over);
    }
  }

  /** Keys of versions that have waited long enough. */
  get ended(): readonly string[] {
    const now = performance.now();
    return [...this.#since].flatMap(([key, since]) => (now - since >= this.#longest ? [key] : []));
  }

  /** The plan names these; others are forgotten. */
  keep(named: ReadonlySet<string>): void {
    for (const key of this.#since.keys()) if (!named.has(key)) this.#since.delete(key);
  }
}
