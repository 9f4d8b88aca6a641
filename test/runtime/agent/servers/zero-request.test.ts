import { describe, expect, test } from 'vitest';
import type { Json } from '../../../../src/ir/index.ts';
import { zeroRequest } from '../../../../src/runtime/agent/servers/zero-request.ts';

const input = (more: Record<string, Json> = {}) => ({ name: 'x', datatype: 'FP32', shape: [1], ...more });

describe('a request of zeros', () => {
  test.each([
    ['a number', input({ shape: [2, -1] }), { shape: [2, 1], data: [0, 0] }],
    ['a truth', input({ datatype: 'BOOL' }), { data: [false] }],
    [
      'a text, and how it is written',
      input({ datatype: 'BYTES', parameters: { content_type: 'str' } }),
      { data: [''] },
    ],
    ['a shape without dimensions', input({ shape: [] }), { shape: [], data: [0] }],
  ])('for %s', (_, of, expected) => {
    expect(zeroRequest({ inputs: [of] })).toEqual({ inputs: [{ ...of, ...expected }] });
  });

  test.each<[string, Json]>([
    ['no inputs', []],
    ['no list', 'x'],
    ['data that does not go into JSON', [input({ datatype: 'FP16' })]],
    ['one input of which zeros cannot be made', [input(), input({ datatype: 'BF16' })]],
    ['more than a warm-up is worth', [input({ shape: [4096, 4096] })]],
    ['more than that in all its inputs', [input({ shape: [1024, 768] }), input({ shape: [1024, 768] })]],
    ['a size that is none', [input({ shape: [1e200, 1e200] })]],
    ['an input without a name', [{ datatype: 'FP32', shape: [1] }]],
    ['an input that is no mapping', [null]],
  ])('is not made for %s', (_, inputs) => {
    expect(zeroRequest({ inputs })).toBeUndefined();
  });
});
