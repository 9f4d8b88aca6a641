import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareOrdinals, ordinalText, parseOrdinal } from '../../src/ir/index.ts';
import { root } from '../support/root.ts';

describe('ordinals', () => {
  it('are written and read alike', () => {
    expect(parseOrdinal(ordinalText('cpu', 12))).toEqual({ server: 'cpu', ordinal: 12 });
  });

  it.each(['', 'cpu', '/0', 'cpu/', 'cpu/-1', 'cpu/01', 'cpu/1.5', 'cpu/1000000000', 'cpu/1e3', 'cpu/ 1'])(
    'refuse "%s"',
    (text) => {
      expect(parseOrdinal(text)).toBeUndefined();
    },
  );

  it('have up to nine digits, as the schemas say', () => {
    expect(parseOrdinal('cpu/999999999')).toEqual({ server: 'cpu', ordinal: 999_999_999 });
    const pattern = /\/\(0\|\[1-9\]\[0-9\]\{0,8\}\)\$/;
    for (const schema of ['lock', 'problem', 'solution']) {
      expect(readFileSync(`${root}schemas/${schema}.schema.json`, 'utf8')).toMatch(pattern);
    }
  });

  it('sort by server, then number', () => {
    const sorted = ['b/0', 'a/10', 'a/9'].flatMap((text) => parseOrdinal(text) ?? []).toSorted(compareOrdinals);
    expect(sorted.map(({ server, ordinal }) => ordinalText(server, ordinal))).toEqual(['a/9', 'a/10', 'b/0']);
  });
});
