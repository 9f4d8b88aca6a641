import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuantity, toBytes, toMebibytes, toMillicores } from '../../src/ir/index.ts';

/** Text, and its value in thousandths as `resource.Quantity` of Kubernetes has it (rounded up there). */
const accepted: readonly (readonly [text: string, thousandths: bigint])[] = [
  ['0', 0n],
  ['1', 1000n],
  ['+1', 1000n],
  ['-1', -1000n],
  ['00012', 12_000n],
  ['1.', 1000n],
  ['.5', 500n],
  ['0.5', 500n],
  ['100m', 100n],
  ['1500m', 1500n],
  ['2u', 0n],
  ['1k', 1_000_000n],
  ['1M', 1_000_000_000n],
  ['1G', 1_000_000_000_000n],
  ['1Ki', 1_024_000n],
  ['1Mi', 1_048_576_000n],
  ['1.5Gi', 1_610_612_736_000n],
  ['0.5Ki', 512_000n],
  ['1Ti', 1_099_511_627_776_000n],
  ['1Pi', 1_125_899_906_842_624_000n],
  ['1Ei', 1_152_921_504_606_846_976_000n],
  ['1E', 1_000_000_000_000_000_000_000n],
  ['1e3', 1_000_000n],
  ['1E3', 1_000_000n],
  ['1e+3', 1_000_000n],
  ['1.5e3', 1_500_000n],
  ['5e-1', 500n],
];

test.each(accepted)('%s is an amount', (text, thousandths) => {
  const quantity = parseQuantity(text);
  expect(quantity && (quantity.numerator * 1000n) / quantity.denominator).toBe(thousandths);
});

test.each([
  '',
  ' ',
  '+',
  '-',
  '.',
  'Mi',
  '1 Mi',
  ' 1Mi',
  '1Mi ',
  '1mi',
  '1MI',
  '1K',
  '1kb',
  '1MB',
  '1GiB',
  '1g',
  '1t',
  '1ki',
  '1,5Gi',
  '1_000',
  '0x10',
  '1e',
  '1e1000',
  '1e3Mi',
  '1.2.3',
  '--1',
  'NaN',
  'Infinity',
  '１Mi',
  '1Mi\n',
  '9'.repeat(40),
])('%j is none', (text) => {
  expect(parseQuantity(text)).toBeUndefined();
});

test('demands are rounded up and capacities down', () => {
  const sizes = ['1Mi', '1M', '1G', '1.5Gi', '100Ki', '1', '0'].map((text) => {
    const quantity = parseQuantity(text)!;
    return [text, toMebibytes(quantity, 'up'), toMebibytes(quantity, 'down')];
  });
  expect(sizes).toEqual([
    ['1Mi', 1, 1],
    ['1M', 1, 0],
    ['1G', 954, 953],
    ['1.5Gi', 1536, 1536],
    ['100Ki', 1, 0],
    ['1', 1, 0],
    ['0', 0, 0],
  ]);
});

test('cores and bytes', () => {
  expect(['1', '0.1', '250m', '1n', '2k'].map((text) => toMillicores(parseQuantity(text)!))).toEqual([
    1000, 100, 250, 1, 2_000_000,
  ]);
  expect(['4Mi', '1.5', '1k'].map((text) => toBytes(parseQuantity(text)!))).toEqual([4_194_304, 1, 1000]);
});

test('rounding up and down enclose the amount and differ by one at most', () => {
  fc.assert(
    fc.property(
      fc.nat(10 ** 6),
      fc.nat(999),
      fc.constantFrom('', 'k', 'M', 'G', 'Ki', 'Mi', 'Gi', 'm'),
      (whole, fraction, suffix) => {
        const quantity = parseQuantity(`${whole}.${fraction}${suffix}`)!;
        const [up, down] = [toMebibytes(quantity, 'up'), toMebibytes(quantity, 'down')];
        const mebibyte = quantity.denominator << 20n;
        expect(BigInt(down) * mebibyte <= quantity.numerator && quantity.numerator <= BigInt(up) * mebibyte).toBe(true);
        expect(up - down).toBeLessThanOrEqual(1);
      },
    ),
    { seed: 1 },
  );
});
