/** A tournament over the ordinals of a server: which of them is least full, the lowest among equals. */
export class LeastFull {
  readonly #fill: Float64Array;
  /** Winners of the matches: node i plays the winners of 2i and 2i + 1; the leaves are ordinals. */
  readonly #winners: Int32Array;
  readonly #leaves: number;

  constructor(ordinals: number, fill: (k: number) => number) {
    this.#leaves = 1;
    while (this.#leaves < ordinals) this.#leaves *= 2;
    this.#fill = new Float64Array(this.#leaves).fill(Number.POSITIVE_INFINITY);
    this.#winners = new Int32Array(2 * this.#leaves);
    for (let k = 0; k < this.#leaves; k++) {
      if (k < ordinals) this.#fill[k] = fill(k);
      this.#winners[this.#leaves + k] = k;
    }
    for (let node = this.#leaves - 1; node > 0; node--) this.#play(node);
  }

  /** The least full ordinal. Meaningless where there are none. */
  get ordinal(): number {
    return this.#winners[1]!;
  }

  /** How full the least full one is. Infinite: there are no ordinals. */
  get least(): number {
    return this.#fill[this.#winners[1]!]!;
  }

  /** Ordinals from the least full up, at most `most`, that `takes` says yes to; fewer than `need`: none. */
  choose(need: number, most: number, takes: (k: number) => boolean): number[] {
    const seen: { readonly k: number; readonly fill: number }[] = [];
    const chosen: number[] = [];
    while (chosen.length < need && seen.length < most && this.least !== Number.POSITIVE_INFINITY) {
      const k = this.ordinal;
      seen.push({ k, fill: this.least });
      this.update(k, Number.POSITIVE_INFINITY);
      if (takes(k)) chosen.push(k);
    }
    for (const { k, fill } of seen) this.update(k, fill);
    return chosen.length < need ? [] : chosen;
  }

  update(k: number, fill: number): void {
    this.#fill[k] = fill;
    for (let node = (this.#leaves + k) >> 1; node > 0; node >>= 1) this.#play(node);
  }

  #play(node: number): void {
    const a = this.#winners[2 * node]!;
    const b = this.#winners[2 * node + 1]!;
    this.#winners[node] = this.#fill[b]! < this.#fill[a]! ? b : a;
  }
}
