/**
 * An amount as Kubernetes writes it (`resource.Quantity`): `numerator / denominator`, exact, in the unit of the field
 * (bytes, cores). The denominator is at least 1.
 */
export interface Quantity {
  readonly numerator: bigint;
  readonly denominator: bigint;
  /** What followed the number: `Mi`, `e3`, or nothing. */
  readonly suffix: string;
}

const shape = /^([+-]?)([0-9]*)(?:\.([0-9]*))?(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$/;

const factors: ReadonlyMap<string, readonly [bigint, bigint]> = new Map([
  ['', [1n, 1n]],
  ['n', [1n, 10n ** 9n]],
  ['u', [1n, 10n ** 6n]],
  ['m', [1n, 10n ** 3n]],
  ['k', [10n ** 3n, 1n]],
  ['M', [10n ** 6n, 1n]],
  ['G', [10n ** 9n, 1n]],
  ['T', [10n ** 12n, 1n]],
  ['P', [10n ** 15n, 1n]],
  ['E', [10n ** 18n, 1n]],
  ['Ki', [1n << 10n, 1n]],
  ['Mi', [1n << 20n, 1n]],
  ['Gi', [1n << 30n, 1n]],
  ['Ti', [1n << 40n, 1n]],
  ['Pi', [1n << 50n, 1n]],
  ['Ei', [1n << 60n, 1n]],
]);

/** Longest text that is looked at; no amount that means anything needs more. */
const longest = 32;

/** Undefined where the text is not a quantity. Exponents have at most two digits. */
export function parseQuantity(text: string): Quantity | undefined {
  if (text.length > longest) return undefined;
  const match = shape.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', suffix = ''] = match;
  if (whole === '' && fraction === '') return undefined;
  const [up, down] = factors.get(suffix) ?? power(suffix);
  const digits = BigInt(whole + fraction);
  const denominator = fraction === '' ? down : 10n ** BigInt(fraction.length) * down;
  return { numerator: (sign === '-' ? -digits : digits) * up, denominator, suffix };
}

function power(suffix: string): readonly [bigint, bigint] {
  const exponent = Number(suffix.slice(1));
  return exponent < 0 ? [1n, 10n ** BigInt(-exponent)] : [10n ** BigInt(exponent), 1n];
}

/** Bytes in whole MiB: demands are rounded up, capacities down. */
export function toMebibytes(bytes: Quantity, rounding: 'up' | 'down'): number {
  return divide(bytes.numerator, bytes.denominator << 20n, rounding);
}

/** Bytes as a whole number, rounded down. */
export function toBytes(bytes: Quantity): number {
  return divide(bytes.numerator, bytes.denominator, 'down');
}

/** Cores in whole thousandths, rounded up, as Kubernetes does. */
export function toMillicores(cores: Quantity): number {
  return divide(cores.numerator * 1000n, cores.denominator, 'up');
}

function divide(numerator: bigint, denominator: bigint, rounding: 'up' | 'down'): number {
  const quotient = numerator / denominator;
  const rest = numerator % denominator;
  if (rest > 0n && rounding === 'up') return Number(quotient + 1n);
  if (rest < 0n && rounding === 'down') return Number(quotient - 1n);
  return Number(quotient);
}
