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
    message: `a key must be a string, but this one is ${kindOf(key)}`,
    help: typeof key === 'object' && key !== null ? 'write a name as the key' : 'put the key in quotes',
    ...(written !== undefined && { fix: { title: 'put the key in quotes', text: `"${written}"` } }),
  }),

  aliasKey: (span: Span): Fault => ({
    ...at(readCodes.keyType, span),
    message: 'a key must be a string, but this one is an alias',
    help: 'write the key out',
  }),

  reservedKey: (span: Span, key: string): Fault => ({
    ...at(readCodes.reservedKey, span),
    message: `\`${key}\` may not be a key`,
    help: 'choose another name: programs that read JSON give this one a meaning of its own',
  }),

  mergeKey: (span: Span): Fault => ({
    ...at(readCodes.mergeKey, span),
    message: 'the merge key `<<` is not part of YAML 1.2',
    help: 'write the entries out, or share a whole value with an anchor and an alias; what many models share can be a default of the Environment',
  }),

  duplicateKey: (span: Span, key: string, first: Span): Fault => ({
    ...at(readCodes.duplicateKey, span),
    message: `the key ${quoted(key)} is written twice in this mapping`,
    help: 'keep one of the two',
    related: { start: first[0], end: first[1], message: 'first written here' },
  }),

  number: (span: Span, reason: NumberFault['reason']): Fault => ({
    ...at(readCodes.number, span),
    ...numberWords[reason],
  }),

  tag: (span: Span, tag: string): Fault => ({
    ...at(readCodes.tag, span),
    message: `the tag ${quoted(tag)} is not known`,
    help: 'leave the tag out; only `!!str`, `!!int`, `!!float`, `!!bool`, `!!null`, `!!seq` and `!!map` are read',
  }),

  tagContent: (span: Span, tag: string): Fault => ({
    ...at(readCodes.tag, span),
    message: `the value is not what its tag ${quoted(tag)} says`,
    help: 'leave the tag out, or write a value of that type, without quotes',
  }),

  aliasUnknown: (span: Span, name: string, known: Iterable<string>): Fault => {
    const near = suggest(name, [...known]);
    return {
      ...at(readCodes.aliasTarget, span),
      message: `no anchor ${quoted(`&${name}`)} comes before this alias in the document`,
      help:
        near === undefined
          ? 'name a value with an anchor (`&name`) earlier in the same document, or put text that begins with `*` in quotes'
          : `did you mean ${quoted(`*${near}`)}?`,
    };
  },

  aliasWithin: (span: Span, name: string): Fault => ({
    ...at(readCodes.aliasTarget, span),
    message: `the alias ${quoted(`*${name}`)} stands inside the value that it repeats`,
    help: 'a value cannot hold itself: write out what is meant',
  }),

  aliasExpansion: (span: Span): Fault => ({
    ...at(readCodes.aliasExpansion, span),
    message: 'with this alias, the aliases of the file repeat more than 1 MiB',
    help: 'split the file, or move what is shared into a default of the Environment or into a Runtime',
  }),

  depth: (span: Span): Fault => ({
    ...at(readCodes.depth, span),
    message: `collections are nested more than ${maxDepth} deep here`,
    help: 'check the indentation and the brackets: nothing that is read here needs such depth',
  }),

  character: (span: Span, name: string): Fault => ({
    ...at(readCodes.character, span),
    message: `the character ${name} may not stand in a file`,
    help: 'remove it; tabs and line breaks are the only control characters that a value may hold',
  }),

  rootType: (span: Span, value: Json): Fault => ({
    ...at(readCodes.rootType, span),
    message: `a document must be a mapping, but this one is ${kindOf(value)}`,
    help: 'begin with `apiVersion:` and `kind:`; give each object a document of its own, with a line `---` between them',
  }),
};

function at(code: Code, [start, end]: Span): Pick<Fault, 'code' | 'start' | 'end'> {
  return { code, start, end };
}

const numberWords: Readonly<Record<NumberFault['reason'], { message: string; help: string }>> = {
  tooLarge: {
    message: 'this integer is too large to be held exactly',
    help: 'integers go up to 9007199254740991 (2^53 - 1); write it in quotes if it is a name or an identifier',
  },
  overflow: {
    message: 'this number is out of range',
    help: 'write a number that a 64-bit float can hold, or put it in quotes if it is text',
  },
  notFinite: {
    message: 'infinity and not-a-number are not values here',
    help: 'leave the field out where there is no limit, or put the word in quotes if it is text',
  },
};

function kindOf(value: Json): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a sequence';
  return typeof value === 'object' ? 'a mapping' : `a ${typeof value}`;
}
