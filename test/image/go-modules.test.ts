import { describe, expect, it } from 'vitest';
import { goBuild } from '../../scripts/image/go-modules.ts';

/** A text after its length, as Go's linker writes it. */
function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  const length: number[] = [];
  for (let rest = bytes.length; ; rest >>= 7) {
    length.push(rest < 0x80 ? rest : (rest & 0x7f) | 0x80);
    if (rest < 0x80) break;
  }
  return Buffer.concat([Buffer.from(length), bytes]);
}

function program(lines: readonly string[], flags = 2): Buffer {
  const header = Buffer.alloc(32);
  header.write('\xff Go buildinf:', 'latin1');
  header[14] = 8;
  header[15] = flags;
  const sentinel = '0123456789abcdef';
  return Buffer.concat([
    // The mark as a text of the program's own, at no place that a linker puts it.
    Buffer.from('.....\xff Go buildinf:\x08\x02'.padEnd(64, '.'), 'latin1'),
    header,
    text('go1.26.9'),
    text(`${sentinel}${lines.map((line) => `${line}\n`).join('')}${sentinel}`),
  ]);
}

describe('what a Go program is linked from', () => {
  it('is read from the program', () => {
    const lines = [
      'path\texample.org/tool',
      'mod\texample.org/tool\tv1.2.3\t',
      'dep\texample.org/a\tv0.1.0\th1:aaaa=',
      'dep\texample.org/b\tv0.2.0',
      '=>\texample.org/fork\tv0.2.1\th1:bbbb=',
      'dep\texample.org/c\tv3.0.0\th1:cccc=',
      'build\t-compiler=gc',
    ];
    expect(goBuild(program(lines))).toEqual({
      go: 'go1.26.9',
      main: { path: 'example.org/tool', version: 'v1.2.3' },
      modules: [
        { path: 'example.org/a', version: 'v0.1.0' },
        { path: 'example.org/fork', version: 'v0.2.1' },
        { path: 'example.org/c', version: 'v3.0.0' },
      ],
    });
  });

  it.each([
    ['no program of Go', Buffer.from('\x7fELF and nothing more')],
    ['one of an old Go, which writes addresses', program(['mod\texample.org/tool\tv1.2.3\t'], 0)],
    ['one that names no module of its own', program(['path\texample.org/tool'])],
  ])('is not found in %s', (_, file) => {
    expect(() => goBuild(file)).toThrow('not a program of Go');
  });
});
