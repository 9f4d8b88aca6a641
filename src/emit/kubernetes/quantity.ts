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

/**
 * A quantity in the one form that the API server gives back, as apimachinery's `Quantity.String` makes it: the largest
 * suffix of the same family that leaves a whole number. Undefined for what is no quantity.
 */
export function canonicalQuantity(text: string | number): string | undefined {
  const match = pattern.exec(String(text));
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = '', binary, decimal, exponent] = match;
  if (whole === '' && fraction === '') return undefined;
  // In billionths, the smallest there is; what is smaller is rounded up.
  const scale = binary
    ? [1024n ** BigInt(binarySuffixes.indexOf(binary)), 9]
    : [1n, 9 + (decimal ? 3 * (decimalSuffixes.indexOf(decimal) - 3) : Number(exponent ?? 0))];
  const [factor, power] = scale as [bigint, number];
  const digits = BigInt(whole + fraction) * factor;
  const places = power - fraction.length;
  const nano = places >= 0 ? digits * 10n ** BigInt(places) : divideUp(digits, 10n ** BigInt(-places));
  if (nano === 0n) return '0';
  const minus = sign === '-' ? '-' : '';
  if (binary && nano % 1_000_000_000n === 0n) {
    let value = nano / 1_000_000_000n;
    if (value >= 1024n) {
      let at = 0;
      for (; value % 1024n === 0n && at < binarySuffixes.length - 1; at++) value /= 1024n;
      return `${minus}${value}${binarySuffixes[at]}`;
    }
  }
  let value = nano;
  let at = 0;
  for (; value % 1000n === 0n && at < decimalSuffixes.length - 1; at++) value /= 1000n;
  if (exponent !== undefined) return `${minus}${value}${at === 3 ? '' : `e${3 * (at - 3)}`}`;
  return `${minus}${value}${decimalSuffixes[at]}`;
}

function divideUp(value: bigint, by: bigint): bigint {
  return (value + by - 1n) / by;
}
