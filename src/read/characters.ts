// Control characters but tab and line breaks, halves of surrogate pairs, byte order marks and non-characters.
const forbidden = /[[\p{Cc}\p{Cs}\ufeff\ufffe\uffff]--[\t\n\r\u0085]]/gv;

/**
 * Where the first character at or after `from` stands that YAML does not allow in a stream; -1 where there is none.
 * A byte order mark may stand at the very start of a file only, so ask from 1 where the text begins with one.
 */
export function findForbidden(text: string, from = 0): number {
  forbidden.lastIndex = from;
  return forbidden.exec(text)?.index ?? -1;
}

/** Names a character by its code point: `U+001B`. */
export function codePointName(text: string, at: number): string {
  return `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`;
}
