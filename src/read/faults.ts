import { type Code, suggest } from '../diagnostics/index.ts';
import type { Json } from '../ir/index.ts';
import { readCodes } from './codes.ts';
import { maxDepth } from './limits.ts';
import { quoted } from './quoted.ts';
import type { NumberFault } from './scalars.ts';
import type { Span } from './spans.ts';

/** A fault in a text, by offsets: what a Diagnostic needs once the file is known. */
export interface Fault {
  readonly code: Code;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly help?: string;
  /** What to write in its place. */
  readonly fix?: { readonly title: string; readonly text: string };
  readonly related?: { readonly start: number; readonly end: number; readonly message: string };
}

/** The words of every fault that the content of a document can have. */
export const faults = {
  /** `written`: the text of the key, where quotes are all that it lacks. */
  keyType: (span: Span, key: Json, written?: string): Fault => ({
    ...at(readCodes.keyType, span),
    message: `A key must be a string, but this one is ${kindOf(key)}`,
    help: typeof key === 'object' && key !== null ? 'Write a name as the key.' : 'Put the key in quotes.',
    ...(written !== undefined && { fix: { title: 'Put the key in quotes.', text: `"${written}"` } }),
  }),

  aliasKey: (span: Span): Fault => ({
    ...at(readCodes.keyType, span),
    message: 'A key must be a string, but this one is an alias',
    help: 'Write the key out.',
  }),

  reservedKey: (span: Span, key: string): Fault => ({
    ...at(readCodes.reservedKey, span),
    message: `\`${key}\` may not be a key`,
    help: 'Choose another name: programs that read JSON give this one a meaning of its own.',
  }),

  mergeKey: (span: Span): Fault => ({
    ...at(readCodes.mergeKey, span),
    message: 'The merge key `<<` is not part of YAML 1.2',
    help: 'Write the entries out, or share a whole value with an anchor and an alias; what many models share can be a default of the Environment.',
  }),

  duplicateKey: (span: Span, key: string, first: Span): Fault => ({
    ...at(readCodes.duplicateKey, span),
    message: `The key ${quoted(key)} is written twice in this mapping`,
    help: 'Keep one of the two.',
    related: { start: first[0], end: first[1], message: 'first written here' },
  }),

  number: (span: Span, reason: NumberFault['reason']): Fault => ({
    ...at(readCodes.number, span),
    ...numberWords[reason],
  }),

  tag: (span: Span, tag: string): Fault => ({
    ...at(readCodes.tag, span),
    message: `The tag ${quoted(tag)} is not known`,
    help: 'Leave the tag out; only `!!str`, `!!int`, `!!float`, `!!bool`, `!!null`, `!!seq` and `!!map` are read.',
  }),

  tagContent: (span: Span, tag: string): Fault => ({
    ...at(readCodes.tag, span),
    message: `The value is not what its tag ${quoted(tag)} says`,
    help: 'Leave the tag out, or write a value of that type, without quotes.',
  }),

  aliasUnknown: (span: Span, name: string, known: Iterable<string>): Fault => {
    const near = suggest(name, [...known]);
    return {
      ...at(readCodes.aliasTarget, span),
      message: `No anchor ${quoted(`&${name}`)} comes before this alias in the document`,
      help:
        near === undefined
          ? 'Name a value with an anchor (`&name`) earlier in the same document, or put text that begins with `*` in quotes.'
          : `Did you mean ${quoted(`*${near}`)}?`,
    };
  },

  aliasWithin: (span: Span, name: string): Fault => ({
    ...at(readCodes.aliasTarget, span),
    message: `The alias ${quoted(`*${name}`)} stands inside the value that it repeats`,
    help: 'A value cannot hold itself: write out what is meant.',
  }),

  aliasExpansion: (span: Span): Fault => ({
    ...at(readCodes.aliasExpansion, span),
    message: 'With this alias, the aliases of the file repeat more than 1 MiB',
    help: 'Split the file, or move what is shared into a default of the Environment or into a Runtime.',
  }),

  depth: (span: Span): Fault => ({
    ...at(readCodes.depth, span),
    message: `Collections are nested more than ${maxDepth} deep here`,
    help: 'Check the indentation and the brackets: nothing that is read here needs such depth.',
  }),

  character: (span: Span, name: string): Fault => ({
    ...at(readCodes.character, span),
    message: `The character ${name} may not stand in a file`,
    help: 'Remove it; tabs and line breaks are the only control characters that a value may hold.',
  }),

  rootType: (span: Span, value: Json): Fault => ({
    ...at(readCodes.rootType, span),
    message: `A document must be a mapping, but this one is ${kindOf(value)}`,
    help: 'Begin with `apiVersion:` and `kind:`; give each object a document of its own, with a line `---` between them.',
  }),
};

function at(code: Code, [start, end]: Span): Pick<Fault, 'code' | 'start' | 'end'> {
  return { code, start, end };
}

const numberWords: Readonly<Record<NumberFault['reason'], { message: string; help: string }>> = {
  tooLarge: {
    message: 'This integer is too large to be held exactly',
    help: 'Integers go up to 9007199254740991 (2^53 - 1); write it in quotes if it is a name or an identifier.',
  },
  overflow: {
    message: 'This number is out of range',
    help: 'Write a number that a 64-bit float can hold, or put it in quotes if it is text.',
  },
  notFinite: {
    message: 'Infinity and not-a-number are not values here',
    help: 'Leave the field out where there is no limit, or put the word in quotes if it is text.',
  },
};

function kindOf(value: Json): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a sequence';
  return typeof value === 'object' ? 'a mapping' : `a ${typeof value}`;
}
