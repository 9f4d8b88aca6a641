import { pointerStep } from '../../ir/index.ts';
import { didYouMean } from './spelling.ts';

/** One thing wrong with a problem, at an RFC 6901 pointer. */
export interface Fault {
  readonly pointer: string;
  readonly message: string;
}

/** An object as it came, before anything is known of its fields. */
export type Fields = Readonly<Record<string, unknown>>;

/** Faults after which reading goes on but reports no more. */
const MOST = 100;

/** Reads values of unknown shape and notes what is wrong; where it is, it gives a stand-in and goes on. */
export class Checker {
  readonly faults: Fault[] = [];

  fault(pointer: string, message: string): void {
    if (this.faults.length < MOST) this.faults.push({ pointer, message });
  }

  /** An object with no other fields than these. Undefined: it is none. */
  object(
    value: unknown,
    pointer: string,
    known: ReadonlySet<string>,
    needed: readonly string[] = [],
  ): Fields | undefined {
    const fields = this.record(value, pointer);
    if (!fields) return undefined;
    for (const name of Object.keys(fields)) {
      if (known.has(name)) continue;
      this.fault(`${pointer}/${pointerStep(name)}`, `is not a known field.${didYouMean(name, known)}`);
    }
    for (const name of needed) {
      if (!Object.hasOwn(fields, name)) this.fault(pointer, `lacks the field \`${name}\``);
    }
    return fields;
  }

  /** An object with any fields. */
  record(value: unknown, pointer: string): Fields | undefined {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
    this.fault(pointer, `must be an object, not ${describe(value)}`);
    return undefined;
  }

  list(value: unknown, pointer: string): readonly unknown[] {
    if (Array.isArray(value)) return value;
    this.fault(pointer, `must be a list, not ${describe(value)}`);
    return [];
  }

  /** A whole number within bounds; the default where the field is absent. */
  integer(fields: Fields, name: string, pointer: string, fallback: number, least: number, most: number): number {
    if (!Object.hasOwn(fields, name)) return fallback;
    const value = fields[name];
    const at = `${pointer}/${name}`;
    if (typeof value !== 'number') this.fault(at, `must be a whole number, not ${describe(value)}`);
    else if (!Number.isInteger(value)) this.fault(at, `must be a whole number, not ${value}`);
    else if (value < least) this.fault(at, `must be at least ${least}, not ${value}`);
    else if (value > most) this.fault(at, `must be at most ${most}, not ${value}`);
    else return value === 0 ? 0 : value;
    return fallback;
  }

  text(value: unknown, pointer: string): string {
    if (typeof value !== 'string') this.fault(pointer, `must be text, not ${describe(value)}`);
    else if (value === '') this.fault(pointer, 'must not be empty');
    else return value;
    return '';
  }

  /** A list of distinct words. */
  words(fields: Fields, name: string, pointer: string): readonly string[] {
    if (!Object.hasOwn(fields, name)) return [];
    const at = `${pointer}/${name}`;
    const list = this.list(fields[name], at);
    const seen = new Set<string>();
    for (const [i, value] of list.entries()) {
      const word = this.text(value, `${at}/${i}`);
      if (word !== '' && seen.has(word)) this.fault(`${at}/${i}`, `repeats \`${word}\``);
      seen.add(word);
    }
    return [...seen];
  }

  /** One of a few words; the first where the field is absent. */
  choice<Word extends string>(fields: Fields, name: string, pointer: string, words: readonly [Word, ...Word[]]): Word {
    if (!Object.hasOwn(fields, name)) return words[0];
    const value = fields[name];
    const found = words.find((word) => word === value);
    if (found !== undefined) return found;
    const wanted = words.map((word) => `\`${word}\``).join(' or ');
    const hint = typeof value === 'string' ? didYouMean(value, words) : '';
    this.fault(`${pointer}/${name}`, `must be ${wanted}, not ${describe(value)}${hint && `.${hint}`}`);
    return words[0];
  }
}

/** A value in a few words, whatever its size. */
export function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'string':
      return `\`${value.length > 40 ? `${value.slice(0, 40)}…` : value}\``;
    case 'number':
    case 'boolean':
      return String(value);
    case 'object':
      return 'an object';
    default:
      return 'nothing';
  }
}
