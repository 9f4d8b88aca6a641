import { expect, test } from 'vitest';
import { canonicalQuantity, largerQuantity, mebibytes, millicores } from '../../src/emit/kubernetes/quantity.ts';

test.each([
  ['1000m', '1'],
  ['0.1', '100m'],
  ['2.0', '2'],
  ['3072Mi', '3Gi'],
  ['1.5Gi', '1536Mi'],
  ['1000M', '1G'],
  ['1500M', '1500M'],
  ['0', '0'],
  ['0Mi', '0'],
  [4, '4'],
  [0.25, '250m'],
  ['.5', '500m'],
  ['5.', '5'],
  ['1e3', '1e3'],
  ['1E6', '1e6'],
  ['12e2', '1200'],
  ['100u', '100u'],
  ['0.0000000001', '1n'],
  ['0.5Ki', '512'],
  ['-1Gi', '-1Gi'],
  ['1Ei', '1Ei'],
  ['1024Ei', '1024Ei'],
])('%s is written %s', (given, canonical) => {
  expect(canonicalQuantity(given)).toBe(canonical);
});

test.each(['', 'Mi', '1 Gi', '1GB', '1e', 'one', '1_000', '.'])('%j is no quantity', (text) => {
  expect(canonicalQuantity(text)).toBeUndefined();
});

test('whole numbers of MiB and millicores', () => {
  expect([0, 1, 1024, 1536, 1024 * 1024, 3 * 1024 * 1024].map(mebibytes)).toEqual([
    '0',
    '1Mi',
    '1Gi',
    '1536Mi',
    '1Ti',
    '3Ti',
  ]);
  expect([0, 1, 1000, 1500, 64_000].map(millicores)).toEqual(['0', '1m', '1', '1500m', '64']);
});

test('the larger of two', () => {
  expect(largerQuantity('1500m', '1.2')).toBe('1500m');
  expect(largerQuantity('1Gi', '1G')).toBe('1Gi');
  expect(largerQuantity('nonsense', 2)).toBe(2);
});
