// What a terminal or a log would obey or hide instead of showing: control characters, characters that change the
// direction of text, that have no width, or that end a line, and halves of surrogate pairs.
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const longest = 4_000;

/** Text of any origin as one line that is safe to print: what cannot be seen is written as an escape. Long text is cut. */
export function visible(text: string): string {
  const shown = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return shown.replace(invisible, (character) => {
    if (character === '\n') return '\\n';
    if (character === '\r') return '\\r';
    if (character === '\t') return '\\t';
    return `\\u{${character.codePointAt(0)?.toString(16)}}`;
  });
}

/** How one character of a source line is shown: a tab as blanks, and what cannot be seen as a sign of width 1. */
export function visibleCharacter(character: string): string {
  if (character === '\t') return '    ';
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  invisible.lastIndex = 0;
  return invisible.test(character) ? '\ufffd' : character;
}
