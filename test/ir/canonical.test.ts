import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type Json, sha256 } from '../../src/ir/index.ts';

/** The same value with the keys of its objects in another order. */
function reordered(value: Json): Json {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(reordered);
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reordered(inner)]),
  );
}

describe('canonical JSON', () => {
  it('sorts keys at every depth and leaves out what is absent', () => {
    expect(canonicalJson({ b: [{ d: 1, c: undefined }], a: { z: null, y: 'é' } })).toBe(
      '{"a":{"y":"é","z":null},"b":[{"d":1}]}',
    );
  });

  it('does not depend on the order of keys, and keeps the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (any) => {
        const value = JSON.parse(JSON.stringify(any)) as Json;
        const text = canonicalJson(reordered(value) ?? '');
        expect(text).toBe(canonicalJson(value ?? ''));
        expect(JSON.parse(text)).toEqual(value ?? '');
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('puts the key that is asked for first, in whatever order the keys come', () => {
    for (const value of [
      { n: 0, a: { n: 1, z: 2 }, z: 3 },
      { a: { z: 2, n: 1 }, n: 0, z: 3 },
      { z: 3, n: 0, a: { n: 1, z: 2 } },
    ]) {
      expect(canonicalJson(value, 'n')).toBe('{"n":0,"a":{"n":1,"z":2},"z":3}');
      expect(canonicalJson(value)).toBe('{"a":{"n":1,"z":2},"n":0,"z":3}');
    }
    expect(canonicalJson({ b: 1, a: 2 }, 'n')).toBe('{"a":2,"b":1}');
  });

  it('keeps keys that JavaScript treats apart', () => {
    expect(canonicalJson((JSON.parse('{"b":1,"__proto__":{"y":1,"x":2},"10":0,"9":0}') as Json) ?? {})).toBe(
      '{"10":0,"9":0,"__proto__":{"x":2,"y":1},"b":1}',
    );
  });

  it('hashes UTF-8', () => {
    expect(sha256('é')).toBe('4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c');
    expect(sha256('abc', 8)).toBe('ba7816bf');
  });
});
