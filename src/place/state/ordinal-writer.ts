import { ordinalText } from '../../ir/index.ts';

/** Writes ordinals, each text made once. */
export class OrdinalWriter {
  readonly #server: string;
  readonly #known: string[] = [];
  readonly #lists: (readonly string[])[] = [];

  constructor(server: string) {
    this.#server = server;
  }

  write(number: number): string {
    const known = this.#known[number];
    if (known !== undefined) return known;
    const text = ordinalText(this.#server, number);
    this.#known[number] = text;
    return text;
  }

  /** Ascending. */
  list(numbers: readonly number[]): readonly string[] {
    if (numbers.length > 1) return numbers.toSorted((a, b) => a - b).map((k) => this.write(k));
    const [only] = numbers;
    if (only === undefined) return [];
    const known = this.#lists[only];
    if (known) return known;
    const list = [this.write(only)];
    this.#lists[only] = list;
    return list;
  }
}
