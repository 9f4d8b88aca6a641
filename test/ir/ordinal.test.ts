import { describe, expect, it } from 'vitest';
import { compareOrdinals, ordinalText, parseOrdinal } from '../../src/ir/index.ts';

describe('ordinals', () => {
  it('are written and read alike', () => {
    expect(parseOrdinal(ordinalText('cpu', 12))).toEqual({ server: 'cpu', ordinal: 12 });
  });

  it.each(['', 'cpu', '/0', 'cpu/', 'cpu/-1', 'cpu/01', 'cpu/1.5', 'cpu/100000', 'cpu/1e3', 'cpu/ 1'])(
    'refuse "%s"',
    (text) => {
      expect(parseOrdinal(text)).toBeUndefined();
    },
  );

  it('sort by server, then number', () => {
    const sorted = ['b/0', 'a/10', 'a/9'].flatMap((text) => parseOrdinal(text) ?? []).toSorted(compareOrdinals);
    expect(sorted.map(({ server, ordinal }) => ordinalText(server, ordinal))).toEqual(['a/9', 'a/10', 'b/0']);
  });
});
