/** Tells what was so at two looks in a row: what one look sees may have changed while it was looked at. */
export class TwiceInARow {
  #before: ReadonlySet<string> = new Set();

  /** @returns those of what is so now that were so at the last look, too */
  look(now: Iterable<string>): ReadonlySet<string> {
    const before = this.#before;
    this.#before = new Set(now);
    return new Set([...this.#before].filter((name) => before.has(name)));
  }
}
