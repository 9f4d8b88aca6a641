/** Which models a search may move, and how many more of those that did not change. */
export class History {
  /** 1: changed, new or displaced, so that its moves are free. */
  readonly free: Uint8Array;
  readonly #moved = new Set<number>();
  #budget: number;

  constructor(models: number, budget = 0) {
    this.free = new Uint8Array(models);
    this.#budget = budget;
  }

  /** Every model may move: nothing stood anywhere before. */
  static none(models: number): History {
    const history = new History(models);
    history.free.fill(1);
    return history;
  }

  clone(): History {
    const copy = new History(this.free.length, this.#budget);
    copy.free.set(this.free);
    for (const model of this.#moved) copy.#moved.add(model);
    return copy;
  }

  /** How many models that did not change may still move. */
  get left(): number {
    return this.#budget - this.#moved.size;
  }

  set budget(budget: number) {
    this.#budget = budget;
  }

  isFree(model: number): boolean {
    return this.free[model] === 1 || this.#moved.has(model);
  }

  movable(model: number): boolean {
    return this.isFree(model) || this.left > 0;
  }

  move(model: number): void {
    if (this.free[model] !== 1) this.#moved.add(model);
  }

  get moved(): number {
    return this.#moved.size;
  }
}
