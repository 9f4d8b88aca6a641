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
    message: 'a tab stands in the indentation',
    help: 'indent with spaces',
  },
  'bad indentation of a mapping entry': {
    message: 'this line is not indented like the entries around it',
    help: 'align it with the other keys of its mapping',
  },
  'bad indentation of a sequence entry': {
    message: 'this line is not indented like the items around it',
    help: 'align the `-` of all items of a sequence',
  },
  'deficient indentation': {
    message: 'this line belongs to a value that began further right',
    help: 'indent it more than the key that it belongs to; or is a quote or a bracket before it never closed?',
  },
  'a whitespace character is expected after the key-value separator within a block mapping': {
    message: 'a blank is missing after the colon',
    help: 'write `key: value`, or put the text in quotes',
  },
  "expected ':' after a mapping key": {
    message: 'a key without a colon',
    help: 'write `key: value`; check the indentation if the line belongs to the value above',
  },
  'can not read a block mapping entry; a multiline key may not be an implicit key': {
    message: 'a key may not go over several lines',
    help: 'is a colon missing on the line before?',
  },
  'missed comma between flow collection entries': {
    message: 'a comma is missing between two entries',
    help: 'put a comma between the entries, and text that holds `[`, `]`, `{`, `}` or `,` in quotes',
  },
  "expected the node content, but found ','": { message: 'a comma where an entry should be', help: 'remove the comma' },
  'unexpected end of the stream within a flow collection': {
    message: 'a bracket is never closed',
    help: 'add the missing `]` or `}`; text that begins with `{` or `[` needs quotes',
  },
  'unexpected end of the stream within a single quoted scalar': {
    message: 'a single quote is never closed',
    help: "add the missing quote; within single quotes, write `''` for one",
  },
  'unexpected end of the document within a single quoted scalar': {
    message: 'a single quote is never closed in this document',
    help: "add the missing quote; within single quotes, write `''` for one",
  },
  'unexpected end of the stream within a double quoted scalar': {
    message: 'a double quote is never closed',
    help: 'add the missing quote; within double quotes, write `\\"` for one',
  },
  'unexpected end of the document within a double quoted scalar': {
    message: 'a double quote is never closed in this document',
    help: 'add the missing quote; within double quotes, write `\\"` for one',
  },
  'unknown escape sequence': {
    message: 'a backslash with an unknown letter after it',
    help: 'write `\\\\` for a backslash, or use single quotes, where it needs no escape',
  },
  'expected hexadecimal character': {
    message: 'an escape that lacks hexadecimal digits',
    help: 'write `\\x` with 2 digits, `\\u` with 4, `\\U` with 8',
  },
  'duplication of a tag property': { message: 'a value has two tags', help: 'remove both' },
  'duplication of an anchor property': { message: 'a value has two anchors', help: 'keep one of them' },
  'alias node should not have any properties': {
    message: 'an alias with a tag or an anchor of its own',
    help: 'remove the tag or anchor: an alias has those of the value it repeats',
  },
  'name of an anchor node must contain at least one character': {
    message: 'an anchor without a name',
    help: 'write `&name`, or put text that begins with `&` in quotes',
  },
  'name of an alias node must contain at least one character': {
    message: 'an alias without a name',
    help: 'put text that begins with `*` in quotes',
  },
  'a line break is expected': {
    message: 'text behind the mark of a block of text',
    help: 'begin the text on the next line, indented; put it in quotes if the `|` or `>` belongs to it',
  },
  'bad explicit indentation width of a block scalar; it cannot be less than one': {
    message: 'a block of text cannot be indented by 0',
    help: 'write a digit from 1 to 9, or none',
  },
  'repeat of a chomping mode identifier': { message: '`+` or `-` twice in the mark of a block of text' },
  'repeat of an indentation width identifier': { message: 'two digits in the mark of a block of text' },
  'end of the stream or a document separator is expected': {
    message: 'the document ends here, but text follows',
    help: 'check the indentation; text that begins with `%`, `@` or a backtick needs quotes; put `---` before another document',
  },
  'directives end mark is expected': {
    message: 'a directive without a `---` after it',
    help: 'remove the line that begins with `%`',
  },
};

const tagWords: Words = {
  message: 'this is not a tag',
  help: 'put text that begins with `!` in quotes',
};

/** For a fault of indentation that is none: text stands before it on the line. */
const followWords: Words = {
  message: 'this cannot follow what stands before it on the line',
  help: 'a value that holds `: `, or begins with `@`, `%` or a backtick, needs quotes',
};

const otherWords: Words = {
  message: 'this is not YAML',
  help: 'text that begins with one of `@ % & * ! | > ? -` or a backtick, or that holds `: ` or ` #`, needs quotes',
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
