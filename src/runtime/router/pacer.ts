/** Least time between two runs, in milliseconds. */
const least = 50;

/** How much longer than a run the pause after it is: what is costly is done less often. */
const share = 3;

/** Runs something soon after it is asked to, once for all that ask meanwhile, and not without a pause. */
export class Pacer {
  readonly #run: () => void;
  #timer: NodeJS.Timeout | undefined;
  #notBefore = 0;
  #closed = false;

  constructor(run: () => void) {
    this.#run = run;
  }

  ask(): void {
    if (this.#closed || this.#timer !== undefined) return;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        const begun = performance.now();
        this.#run();
        const ended = performance.now();
        this.#notBefore = ended + Math.max(least, share * (ended - begun));
      },
      Math.max(0, this.#notBefore - performance.now()),
    );
  }

  /** Nothing is run from now on, whoever asks. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }
}
