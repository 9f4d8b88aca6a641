/** Since when what is so now is so, by name, and what has been so for too long. Times are milliseconds of one clock. */
export class Deadlines {
  readonly #limit: number;
  readonly #since = new Map<string, number>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Those that hold now; what does not hold any more is forgotten. */
  keep(names: ReadonlySet<string>, now: number): void {
    for (const name of this.#since.keys()) if (!names.has(name)) this.#since.delete(name);
    for (const name of names) if (!this.#since.has(name)) this.#since.set(name, now);
  }

  /** Those that have held for the whole time. */
  over(now: number): ReadonlySet<string> {
    const names = new Set<string>();
    for (const [name, since] of this.#since) if (now - since >= this.#limit) names.add(name);
    return names;
  }

  /** How long until the next one is over. Undefined: none will be. */
  next(now: number): number | undefined {
    let least: number | undefined;
    for (const since of this.#since.values()) {
      const left = since + this.#limit - now;
      if (left > 0 && (least === undefined || left < least)) least = left;
    }
    return least;
  }
}
