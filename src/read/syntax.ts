import { YAMLException } from 'js-yaml';
import { readCodes } from './codes.ts';
import { type Fault, faults } from './faults.ts';

interface Words {
  readonly message: string;
  readonly help?: string;
}

/**
 * The parser's reasons in the words of the diagnostics. The parser's own text is never printed: it may repeat what
 * the file holds.
 */
const words: Readonly<Record<string, Words>> = {
  'tab characters must not be used in indentation': {
    message: 'A tab stands in the indentation',
    help: 'Indent with spaces.',
  },
  'bad indentation of a mapping entry': {
    message: 'This line is not indented like the entries around it',
    help: 'Align it with the other keys of its mapping.',
  },
  'bad indentation of a sequence entry': {
    message: 'This line is not indented like the items around it',
    help: 'Align the `-` of all items of a sequence.',
  },
  'deficient indentation': {
    message: 'This line belongs to a value that began further right',
    help: 'Indent it more than the key that it belongs to; or is a quote or a bracket before it never closed?',
  },
  'a whitespace character is expected after the key-value separator within a block mapping': {
    message: 'A blank is missing after the colon',
    help: 'Write `key: value`, or put the text in quotes.',
  },
  "expected ':' after a mapping key": {
    message: 'A key without a colon',
    help: 'Write `key: value`; check the indentation if the line belongs to the value above.',
  },
  'can not read a block mapping entry; a multiline key may not be an implicit key': {
    message: 'A key may not go over several lines',
    help: 'Is a colon missing on the line before?',
  },
  'missed comma between flow collection entries': {
    message: 'A comma is missing between two entries',
    help: 'Put a comma between the entries, and text that holds `[`, `]`, `{`, `}` or `,` in quotes.',
  },
  "expected the node content, but found ','": {
    message: 'A comma where an entry should be',
    help: 'Remove the comma.',
  },
  'unexpected end of the stream within a flow collection': {
    message: 'A bracket is never closed',
    help: 'Add the missing `]` or `}`; text that begins with `{` or `[` needs quotes.',
  },
  'unexpected end of the stream within a single quoted scalar': {
    message: 'A single quote is never closed',
    help: "Add the missing quote; within single quotes, write `''` for one.",
  },
  'unexpected end of the document within a single quoted scalar': {
    message: 'A single quote is never closed in this document',
    help: "Add the missing quote; within single quotes, write `''` for one.",
  },
  'unexpected end of the stream within a double quoted scalar': {
    message: 'A double quote is never closed',
    help: 'Add the missing quote; within double quotes, write `\\"` for one.',
  },
  'unexpected end of the document within a double quoted scalar': {
    message: 'A double quote is never closed in this document',
    help: 'Add the missing quote; within double quotes, write `\\"` for one.',
  },
  'unknown escape sequence': {
    message: 'A backslash with an unknown letter after it',
    help: 'Write `\\\\` for a backslash, or use single quotes, where it needs no escape.',
  },
  'expected hexadecimal character': {
    message: 'An escape that lacks hexadecimal digits',
    help: 'Write `\\x` with 2 digits, `\\u` with 4, `\\U` with 8.',
  },
  'duplication of a tag property': { message: 'A value has two tags', help: 'Remove both.' },
  'duplication of an anchor property': { message: 'A value has two anchors', help: 'Keep one of them.' },
  'alias node should not have any properties': {
    message: 'An alias with a tag or an anchor of its own',
    help: 'Remove the tag or anchor: an alias has those of the value it repeats.',
  },
  'name of an anchor node must contain at least one character': {
    message: 'An anchor without a name',
    help: 'Write `&name`, or put text that begins with `&` in quotes.',
  },
  'name of an alias node must contain at least one character': {
    message: 'An alias without a name',
    help: 'Put text that begins with `*` in quotes.',
  },
  'a line break is expected': {
    message: 'Text behind the mark of a block of text',
    help: 'Begin the text on the next line, indented; put it in quotes if the `|` or `>` belongs to it.',
  },
  'bad explicit indentation width of a block scalar; it cannot be less than one': {
    message: 'A block of text cannot be indented by 0',
    help: 'Write a digit from 1 to 9, or none.',
  },
  'repeat of a chomping mode identifier': { message: '`+` or `-` twice in the mark of a block of text' },
  'repeat of an indentation width identifier': { message: 'Two digits in the mark of a block of text' },
  'end of the stream or a document separator is expected': {
    message: 'The document ends here, but text follows',
    help: 'Check the indentation; text that begins with `%`, `@` or a backtick needs quotes; put `---` before another document.',
  },
  'directives end mark is expected': {
    message: 'A directive without a `---` after it',
    help: 'Remove the line that begins with `%`.',
  },
};

const tagWords: Words = {
  message: 'This is not a tag',
  help: 'Put text that begins with `!` in quotes.',
};

/** For a fault of indentation that is none: text stands before it on the line. */
const followWords: Words = {
  message: 'This cannot follow what stands before it on the line',
  help: 'A value that holds `: `, or begins with `@`, `%` or a backtick, needs quotes.',
};

const otherWords: Words = {
  message: 'This is not YAML',
  help: 'Text that begins with one of `@ % & * ! | > ? -` or a backtick, or that holds `: ` or ` #`, needs quotes.',
};

/** Makes a fault of what the parser threw; anything else it threw is thrown on. `text` is what it was given. */
export function syntaxFault(error: unknown, text: string): Fault {
  if (!(error instanceof YAMLException)) throw error;
  const position = Math.min(error.mark?.position ?? 0, text.length);
  if (error.reason.startsWith('nesting exceeded')) return faults.depth([position, position + 1]);
  const start = visible(text, position);
  const { message, help } = wordsOf(error.reason, text, start);
  return { code: readCodes.syntax, start, end: start + 1, message, ...(help !== undefined && { help }) };
}

function wordsOf(reason: string, text: string, position: number): Words {
  if (reason.startsWith('bad indentation of') && !beginsLine(text, position)) return followWords;
  return words[reason] ?? (reason.includes('tag') ? tagWords : otherWords);
}

/** Whether only blanks and dashes stand before a place on its line. */
function beginsLine(text: string, position: number): boolean {
  let at = position;
  while (at > 0 && ' \t-?'.includes(text.charAt(at - 1))) at--;
  return at === 0 || text.charAt(at - 1) === '\n' || text.charAt(at - 1) === '\r';
}

/** Where the parser stopped at a blank, a line's end or the end of the text: the last character before it that can be seen. */
function visible(text: string, position: number): number {
  const code = text.charCodeAt(position);
  if (code > 0x20 || code === 0x09) return position;
  let at = position;
  while (at > 0 && text.charCodeAt(at - 1) <= 0x20) at--;
  return Math.max(0, at - 1);
}
