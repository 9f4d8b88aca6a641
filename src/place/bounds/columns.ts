/** Gathers the columns of a linear program, sparse, one after the other. */
export class Columns {
  readonly cost: number[] = [];
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly #starts: number[] = [0];
  readonly #rows: number[] = [];
  readonly #values: number[] = [];

  get count(): number {
    return this.cost.length;
  }

  /** Adds a coefficient to the column that is being gathered; rows ascending. */
  put(row: number, value: number): void {
    this.#rows.push(row);
    this.#values.push(value);
  }

  /** Closes the column and gives its number. */
  close(cost: number, lower: number, upper: number): number {
    this.cost.push(cost);
    this.lower.push(lower);
    this.upper.push(upper);
    this.#starts.push(this.#rows.length);
    return this.cost.length - 1;
  }

  matrix(rows: number): {
    format: 'csc';
    numRows: number;
    numCols: number;
    starts: Int32Array;
    indices: Int32Array;
    values: Float64Array;
  } {
    return {
      format: 'csc',
      numRows: rows,
      numCols: this.count,
      starts: Int32Array.from(this.#starts),
      indices: Int32Array.from(this.#rows),
      values: Float64Array.from(this.#values),
    };
  }
}
