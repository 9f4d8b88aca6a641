import { byCodeUnit } from '../diagnostics/index.ts';

/** One replica of a server. */
export interface Ordinal {
  readonly server: string;
  readonly ordinal: number;
}

/** As placements, plans and locks write it: `server/ordinal`. */
export function ordinalText(server: string, ordinal: number): string {
  return `${server}/${ordinal}`;
}

/** Reads `server/ordinal`; undefined for anything else, a leading zero or more than nine digits included. */
export function parseOrdinal(text: string): Ordinal | undefined {
  const slash = text.lastIndexOf('/');
  const digits = text.slice(slash + 1);
  if (slash < 1 || !/^(0|[1-9][0-9]{0,8})$/.test(digits)) return undefined;
  return { server: text.slice(0, slash), ordinal: Number(digits) };
}

/** By server, then by number. */
export function compareOrdinals(a: Ordinal, b: Ordinal): number {
  return byCodeUnit(a.server, b.server) || a.ordinal - b.ordinal;
}
