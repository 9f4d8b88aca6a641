import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineReader } from '../../../src/runtime/stream/index.ts';

describe('lines', () => {
  test('come out whole, whatever the pieces', () => {
    const text = fc.string({ unit: 'grapheme' }).map((line) => line.replaceAll('\n', '').trim());
    fc.assert(
      fc.property(fc.array(text), fc.array(fc.nat(200)), (lines, cuts) => {
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
        const at = [0, ...cuts.filter((cut) => cut < bytes.length).toSorted((a, b) => a - b), bytes.length];
        const read: string[] = [];
        const take = lineReader((line) => read.push(line));
        for (const [index, from] of at.entries()) expect(take(bytes.subarray(from, at[index + 1]))).toBe(true);
        expect(read).toEqual(lines.filter((line) => line !== ''));
      }),
    );
  });

  test('a line that is too long is refused, in one piece or in many', () => {
    const whole = lineReader(() => {}, 10);
    expect(whole(Buffer.from('0123456789\n'))).toBe(true);
    expect(whole(Buffer.from('0123456789a\n'))).toBe(false);
    const pieces = lineReader(() => {}, 10);
    expect(pieces(Buffer.from('01234'))).toBe(true);
    expect(pieces(Buffer.from('56789'))).toBe(true);
    expect(pieces(Buffer.from('a'))).toBe(false);
  });
});
