/** The server and number of an ordinal. */
export interface Ordinal {
  readonly server: string;
  readonly number: number;
}

/** Reads `server/ordinal`; undefined where the text is none. The last slash counts. */
export function parseOrdinal(text: string): Ordinal | undefined {
  const slash = text.lastIndexOf('/');
  const digits = text.slice(slash + 1);
  if (slash < 1 || !/^(0|[1-9][0-9]{0,8})$/.test(digits)) return undefined;
  return { server: text.slice(0, slash), number: Number(digits) };
}

export function writeOrdinal(server: string, number: number): string {
  return `${server}/${number}`;
}

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
    const text = writeOrdinal(this.#server, number);
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
