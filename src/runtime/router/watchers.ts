/** Least time between two tellings, in milliseconds: the state of a large fleet is megabytes. */
const pause = 250;

/** Those who want to know of each change. Changes that come close upon each other are told of once. */
export class Watchers {
  readonly #all = new Set<() => void>();
  #timer: NodeJS.Timeout | undefined;
  #told = 0;

  /** @returns ends it */
  add(changed: () => void): () => void {
    this.#all.add(changed);
    return () => this.#all.delete(changed);
  }

  tell(): void {
    if (this.#all.size === 0 || this.#timer !== undefined) return;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        this.#told = performance.now();
        for (const changed of this.#all) changed();
      },
      Math.max(0, this.#told + pause - performance.now()),
    );
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#all.clear();
  }
}
