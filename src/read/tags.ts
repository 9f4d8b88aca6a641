import { type NumberFault, resolveBoolean, resolveNull, resolveNumber } from './scalars.ts';

/** The tags of the core schema that are honoured, by their short names. */
export type CoreTag = 'str' | 'int' | 'float' | 'bool' | 'null' | 'seq' | 'map';

const known: Readonly<Record<string, CoreTag>> = Object.fromEntries(
  (['str', 'int', 'float', 'bool', 'null', 'seq', 'map'] as const).flatMap((name) => [
    [`!!${name}`, name],
    [`!<tag:yaml.org,2002:${name}>`, name],
  ]),
);

/** The core tag that a tag as written stands for; `!` alone says "a string" of a scalar. Undefined: another tag. */
export function coreTag(written: string): CoreTag | undefined {
  return written === '!' ? 'str' : Object.hasOwn(known, written) ? known[written] : undefined;
}

/** A plain scalar under a tag other than `!!str`. Undefined: the text is not of that type. */
export function resolveTagged(tag: CoreTag, text: string): number | boolean | null | NumberFault | undefined {
  switch (tag) {
    case 'int':
      return hasFraction(text) ? undefined : resolveNumber(text);
    case 'float':
      return resolveNumber(text);
    case 'bool':
      return resolveBoolean(text);
    case 'null':
      return resolveNull(text);
    default:
      return undefined;
  }
}

/** Whether a number, if it is one, is written as a float. */
function hasFraction(text: string): boolean {
  return !text.startsWith('0x') && (text.includes('.') || text.includes('e') || text.includes('E'));
}
