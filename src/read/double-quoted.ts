const simple: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\u0007',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\u001b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};

const digits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/**
 * What a double-quoted scalar says (YAML 1.2.2, section 7.3.1), given the text between its quotes, whose escapes the
 * parser has found well formed. A code point beyond U+10FFFF gives a NUL, which is refused like one that was written.
 *
 * The parser's own decoder drops empty lines after an escaped line break, where the specification keeps them.
 */
export function decodeDoubleQuoted(raw: string): string {
  let result = '';
  // Literal text from `start` on is not yet in the result; blanks from `end` on are dropped before a line break.
  let start = 0;
  let end = 0;
  for (let at = 0; at < raw.length; ) {
    const character = raw[at]!;
    if (character === '\\') {
      result += raw.slice(start, at);
      const letter = raw[at + 1]!;
      if (letter === '\n' || letter === '\r') {
        const folded = skipBreaks(raw, at + 1);
        result += '\n'.repeat(folded.breaks - 1);
        at = folded.end;
      } else {
        const length = digits[letter];
        result += length === undefined ? (simple[letter] ?? '') : fromHex(raw.slice(at + 2, at + 2 + length));
        at += 2 + (length ?? 0);
      }
      start = end = at;
    } else if (character === '\n' || character === '\r') {
      const folded = skipBreaks(raw, at);
      result += raw.slice(start, end) + (folded.breaks === 1 ? ' ' : '\n'.repeat(folded.breaks - 1));
      start = end = at = folded.end;
    } else {
      at++;
      if (character !== ' ' && character !== '\t') end = at;
    }
  }
  return result + raw.slice(start);
}

/** Passes line breaks and the blanks around them. */
function skipBreaks(raw: string, from: number): { readonly breaks: number; readonly end: number } {
  let breaks = 0;
  let at = from;
  for (; at < raw.length; at++) {
    const character = raw[at];
    if (character === '\n' || (character === '\r' && raw[at + 1] !== '\n')) breaks++;
    else if (character !== '\r' && character !== ' ' && character !== '\t') break;
  }
  return { breaks, end: at };
}

function fromHex(hex: string): string {
  const code = Number.parseInt(hex, 16);
  return code > 0x10ffff ? '\0' : code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code);
}
