import fc from 'fast-check';
import { stringify } from 'yaml';
import type { Json } from '../../src/ir/index.ts';

/** Strings that YAML could take for something else, or that its styles must take care of. */
const words = [
  ...[
    '',
    ' ',
    'yes',
    'no',
    'on',
    'null',
    'Null',
    '~',
    'true',
    'TRUE',
    'False',
    '0x1F',
    '0o17',
    '017',
    '1e3',
    '.5',
    '5.',
  ],
  ...[
    '+1',
    '-',
    '--',
    '---',
    '...',
    '- a',
    '? a',
    ': a',
    'a: b',
    'a:',
    ':a',
    'a #b',
    '#',
    'a#b',
    '&a',
    '*a',
    '!a',
    '!!str',
  ],
  ...[
    '|',
    '>',
    '|-',
    '%a',
    '@a',
    '`a',
    '{',
    '}',
    '[',
    ']',
    ',',
    'a, b',
    '"',
    "'",
    `a"b'c`,
    '\\',
    '\\n',
    '1:30',
    '1_000',
  ],
  ...[
    ' lead',
    'trail ',
    '\tx',
    'a\tb',
    'a\n',
    '\na',
    'a\n\nb',
    'a\n b\n',
    'a\n\tb',
    '\n',
    '\n\n',
    ' \n a',
    'a  b',
    '<<',
    '=',
  ],
  ...[
    '2024-01-01',
    'NaN',
    '.nan',
    '.inf',
    'é',
    '漢字',
    '😀',
    '\u2028',
    '\u0085',
    'toString',
    'x'.repeat(200),
    'word '.repeat(40),
  ],
];

const forbidden = /[[\p{Cc}\p{Cs}\ufeff\ufffe\uffff]--[\t\n\r\u0085]]/v;

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }).filter((string) => !forbidden.test(string)) },
  { weight: 2, arbitrary: fc.string({ unit: fc.constantFrom(...'ab:-#,[]{}\'"&*!|>%@\n\t '), maxLength: 12 }) },
);

const key = text.filter((string) => !['__proto__', 'constructor', 'prototype', '<<'].includes(string));

const number = fc
  .oneof(
    fc.maxSafeInteger(),
    fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .filter((value) => Number.isSafeInteger(value) || !Number.isInteger(value)),
  )
  .filter((value) => !Object.is(value, -0));

/** JSON objects of every kind that documents may hold. */
export const value: fc.Arbitrary<{ readonly [key: string]: Json }> = fc.letrec<{
  node: Json;
  mapping: Record<string, Json>;
}>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    text,
    number,
    fc.boolean(),
    fc.constant(null),
    tie('mapping'),
    fc.array(tie('node'), { maxLength: 4 }),
  ),
  mapping: fc.dictionary(key, tie('node'), { maxKeys: 5, noNullPrototype: true }),
})).mapping;

const stringStyle = fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED');

/** Ways to write a value as YAML. */
const style = fc.record({
  defaultStringType: stringStyle,
  defaultKeyType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE'),
  collectionStyle: fc.constantFrom('any', 'block', 'flow'),
  indent: fc.constantFrom(1, 2, 4),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 20, 80),
  nullStr: fc.constantFrom('null', '~', ''),
});

/** A stream of documents, some written as JSON, with line ends of one kind. */
export const stream: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.tuple(value, fc.option(style)), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom('', '\ufeff'),
  )
  .map(([documents, end, start]) => {
    const texts = documents.map(([object, how]) =>
      how === null ? `${JSON.stringify(object, undefined, 2)}\n` : stringify(object, how as never),
    );
    return start + texts.join('---\n').replaceAll('\n', end);
  });
