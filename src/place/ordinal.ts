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

/** Reads ordinals that come again and again, each text once. */
export class OrdinalReader {
  readonly #known = new Map<string, Ordinal | undefined>();

  read(text: string): Ordinal | undefined {
    const known = this.#known.get(text);
    if (known || this.#known.has(text)) return known;
    const ordinal = parseOrdinal(text);
    this.#known.set(text, ordinal);
    return ordinal;
  }
}

export function writeOrdinal(server: string, number: number): string {
  return `${server}/${number}`;
}
