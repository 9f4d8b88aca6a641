/** MiB as Kubernetes writes it: `3Gi`, `1536Mi`. */
export function mebibytes(count: number): string {
  const units = ['Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
  let value = count;
  let unit = 0;
  while (value !== 0 && value % 1024 === 0 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return value === 0 ? '0' : `${value}${units[unit]}`;
}

/** Thousandths of a core as Kubernetes writes them: `2`, `250m`. */
export function millicores(count: number): string {
  return count % 1000 === 0 ? String(count / 1000) : `${count}m`;
}

const decimalSuffixes = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const binarySuffixes = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const pattern = /^([+-]?)(\d{1,40})?(?:\.(\d{0,40}))?(?:(Ki|Mi|Gi|Ti|Pi|Ei)|([numkMGTPE])|[eE]([+-]?\d{1,2}))?$/;

interface Parsed {
  /** In billionths, the smallest there is; what is smaller is rounded up. */
  readonly nano: bigint;
  readonly minus: boolean;
  readonly family: 'binary' | 'decimal' | 'exponent';
}

function parse(text: string | number): Parsed | undefined {
  const match = pattern.exec(String(text));
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', binary, decimal, exponent] = match;
  if (whole === '' && fraction === '') return undefined;
  const power = decimal ? 3 * (decimalSuffixes.indexOf(decimal) - 3) : Number(exponent ?? 0);
  const digits = BigInt(whole + fraction) * 1024n ** BigInt(binary ? binarySuffixes.indexOf(binary) : 0);
  const places = 9 + power - fraction.length;
  return {
    nano: places >= 0 ? digits * 10n ** BigInt(places) : divideUp(digits, 10n ** BigInt(-places)),
    minus: sign === '-',
    family: binary ? 'binary' : exponent === undefined ? 'decimal' : 'exponent',
  };
}

/**
 * A quantity in the one form that the API server gives back, as apimachinery's `Quantity.String` makes it: the largest
 * suffix of the same family that leaves a whole number. Undefined for what is no quantity.
 */
export function canonicalQuantity(text: string | number): string | undefined {
  const parsed = parse(text);
  if (!parsed) return undefined;
  const { nano, minus, family } = parsed;
  if (nano === 0n) return '0';
  const sign = minus ? '-' : '';
  if (family === 'binary' && nano % whole === 0n && nano / whole >= 1024n) {
    const [value, at] = shrink(nano / whole, 1024n, binarySuffixes.length);
    return `${sign}${value}${binarySuffixes[at]}`;
  }
  const [value, at] = shrink(nano, 1000n, decimalSuffixes.length);
  if (family === 'exponent') return `${sign}${value}${at === 3 ? '' : `e${3 * (at - 3)}`}`;
  return `${sign}${value}${decimalSuffixes[at]}`;
}

/** The larger of two quantities, as it was written; one that is no quantity loses. */
export function largerQuantity(a: string | number, b: string | number): string | number {
  const [first, second] = [parse(a), parse(b)];
  if (!first || !second) return second ? b : a;
  return first.nano >= second.nano ? a : b;
}

const whole = 1_000_000_000n;

/** Divides while it can be without a rest, fewer times than there are suffixes. */
function shrink(value: bigint, by: bigint, suffixes: number): readonly [bigint, number] {
  let rest = value;
  let times = 0;
  for (; rest % by === 0n && times < suffixes - 1; times++) rest /= by;
  return [rest, times];
}

function divideUp(value: bigint, by: bigint): bigint {
  return (value + by - 1n) / by;
}
