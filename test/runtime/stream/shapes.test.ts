import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readStatus, readWord } from '../../../src/runtime/stream/index.ts';
import { aCopy, aStatus } from '../../support/fake-agent.ts';

const word = { version: 1, router: 'r', seen: 3, released: ['iris-1'], aborted: [], refuge: [] };

describe('what comes in on a stream', () => {
  test('a status and a word are read, with fields that are not known', () => {
    const status = { ...aStatus({ copies: [aCopy('iris', 1, 'ready', { loadedAs: 'iris' })] }), later: true };
    expect(readStatus(JSON.stringify(status))).toEqual(status);
    expect(readWord(JSON.stringify({ ...word, later: 1 }))).toEqual({ ...word, later: 1 });
  });

  test.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['null', 'null'],
    ['nested deeply', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
    ['another version', JSON.stringify({ ...aStatus(), version: 2 })],
    ['a copy without a state', JSON.stringify({ ...aStatus(), copies: [{ model: 'm', physical: 'm-1', since: '' }] })],
    ['an unknown state', JSON.stringify({ ...aStatus(), copies: [{ ...aCopy('m', 1, 'ready'), state: 'gone' }] })],
    ['copies that are none', JSON.stringify({ ...aStatus(), copies: [null] })],
    ['an address that is a name', JSON.stringify({ ...aStatus(), address: { host: 'example.org', port: 80 } })],
    ['a port that is none', JSON.stringify({ ...aStatus(), address: { host: '10.0.0.1', port: 70_000 } })],
    ['a negative sequence', JSON.stringify({ ...aStatus(), sequence: -1 })],
    [
      'a flag that says no',
      JSON.stringify(aStatus({ copies: [aCopy('m', 1, 'waiting', { forRoom: false as true })] })),
    ],
    ['a text for a flag', JSON.stringify({ ...aStatus(), live: 'yes' })],
  ])('%s is no status', (_name, text) => {
    expect(readStatus(text)).toBeUndefined();
  });

  test('whatever is sent, reading it does not throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect([undefined]).toContain(readStatus(text));
        expect([undefined]).toContain(readWord(text));
      }),
    );
    const keys = Object.keys(word);
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
        expect(() => readWord(JSON.stringify({ ...word, [key]: value }))).not.toThrow();
        expect(() => readStatus(JSON.stringify({ ...aStatus(), [key]: value }))).not.toThrow();
      }),
    );
  });
});
