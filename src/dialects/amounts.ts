import type { Diagnostics, Origin } from '../diagnostics/index.ts';
import { parseQuantity, type Quantity, toBytes, toMebibytes, toMillicores } from '../ir/index.ts';
import type { Document } from '../read/index.ts';
import { dialectCodes } from './codes.ts';
import { fieldPath } from './describe.ts';

/** Most that any memory or disk can be, in MiB: 1 Pi. Sums of it stay exact. */
const mostMebibytes = 2 ** 30;
const mostMillicores = 1_000_000;
/** A week: longest that any time can be. */
const week: Longest = { seconds: 7 * 24 * 3600, text: '168h' };
const mebibyte = 1n << 20n;

/** Longest that a time may be, as it is meant and as it is told. */
export interface Longest {
  readonly seconds: number;
  readonly text: string;
}

/**
 * Reads amounts from the fields of one document whose shape is already checked, and reports what no pattern can say:
 * sizes that lack their suffix and amounts out of range. Such a field reads as 0, and `faulty` is set.
 */
export class Amounts {
  readonly #document: Document;
  readonly #subject: () => string;
  readonly #diagnostics: Diagnostics;
  #faulty = false;

  constructor(document: Document, subject: () => string, diagnostics: Diagnostics) {
    this.#document = document;
    this.#subject = subject;
    this.#diagnostics = diagnostics;
  }

  get faulty(): boolean {
    return this.#faulty;
  }

  /** A size in whole MiB: demands are rounded up, capacities down. 0 only where `zero` allows it. */
  mebibytes(pointer: string, value: string | number, rounding: 'up' | 'down', zero = false): number {
    const quantity = this.#bytes(pointer, value, zero);
    const size = quantity ? toMebibytes(quantity, rounding) : 0;
    if (quantity && (size > mostMebibytes || (size === 0 && !zero)))
      this.#range(pointer, value, 'between 1Mi and 1Pi', '4Gi');
    return size;
  }

  /** A size in bytes, of at least 1 KiB and at most 2 GiB. */
  bytes(pointer: string, value: string | number): number {
    const quantity = this.#bytes(pointer, value, false);
    const size = quantity ? toBytes(quantity) : 0;
    if (quantity && (size < 1024 || size > 2 ** 31)) this.#range(pointer, value, 'between 1Ki and 2Gi', '16Mi');
    return size;
  }

  /** CPU in thousandths of a core. */
  millicores(pointer: string, value: string | number): number {
    const quantity = parseQuantity(String(value));
    if (!quantity) return this.#range(pointer, value, 'a number of cores', '500m');
    const cpu = toMillicores(quantity);
    return cpu >= 1 && cpu <= mostMillicores ? cpu : this.#range(pointer, value, 'between 1m and 1000', '500m');
  }

  /** `1h30m` in seconds. */
  seconds(pointer: string, value: string, longest = week): number {
    let seconds = 0;
    for (const [, count, unit] of value.matchAll(/([0-9]+)([hms])/g)) {
      seconds += Number(count) * (unit === 'h' ? 3600 : unit === 'm' ? 60 : 1);
    }
    if (seconds >= 1 && seconds <= longest.seconds) return seconds;
    return this.#range(pointer, value, `between 1s and ${longest.text}`, '30s');
  }

  /** Undefined, and reported, where the number is too small to be bytes. */
  #bytes(pointer: string, value: string | number, zero: boolean): Quantity | undefined {
    const text = String(value);
    const quantity = parseQuantity(text);
    if (!quantity) {
      this.#range(pointer, value, 'a size', '512Mi');
      return undefined;
    }
    if (zero && quantity.numerator === 0n) return quantity;
    if (quantity.numerator >= mebibyte * quantity.denominator) return quantity;
    const bare = /^([0-9eE.+-]*|.*[num])$/.test(text);
    if (!bare) return quantity;
    const number = Number.parseFloat(text);
    const meant = `${number}Mi`;
    const milli = quantity.suffix === 'm' ? ', for `m` is a thousandth' : '';
    this.#faulty = true;
    const origin = this.#at(pointer);
    this.#diagnostics.report(dialectCodes.bytesMeant, {
      message: `\`${fieldPath(pointer)}\` of ${this.#subject()} is \`${text}\`: less than 1Mi in bytes${milli}`,
      origin,
      ...(number > 0
        ? { help: `Did you mean \`${meant}\`?`, fix: { title: `Write \`${meant}\``, origin, text: meant } }
        : { help: 'Give it a size with a suffix, for instance `512Mi`.' }),
    });
    return undefined;
  }

  #range(pointer: string, value: string | number, wanted: string, example: string): number {
    this.#faulty = true;
    this.#diagnostics.report(dialectCodes.outOfRange, {
      message: `\`${fieldPath(pointer)}\` of ${this.#subject()} is \`${value}\`, but must be ${wanted}`,
      origin: this.#at(pointer),
      help: `Write it ${wanted.startsWith('between') ? wanted : `as ${wanted}`}, for instance \`${example}\`.`,
    });
    return 0;
  }

  #at(pointer: string): Origin {
    return { file: this.#document.file, document: this.#document.index, pointer };
  }
}
