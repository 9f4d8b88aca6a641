import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Diagnostic,
  renderGithub,
  renderJson,
  renderText,
  visible,
  wantsColor,
} from '../../src/diagnostics/index.ts';
import { expectGolden } from '../support/golden.ts';
import { layouts, sample, sources } from './sample.ts';

const control = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

function errors(count: number, severity: Diagnostic['severity'] = 'error'): readonly Diagnostic[] {
  return Array.from({ length: count }, (_, i) => ({
    code: 'STW1203',
    severity,
    message: `${severity} ${i}`,
    related: [],
  }));
}

describe('text', () => {
  test('shows the line, a caret, related places, help, fix and a count', () => {
    expectGolden('diagnostics/sample.txt', renderText(sample, { sources, color: false }));
  });

  test('colours where asked to', () => {
    expectGolden('diagnostics/sample-color.txt', renderText(sample.slice(0, 2), { sources, color: true }));
  });

  test('cuts long lines around the place and aligns wide characters', () => {
    expectGolden('diagnostics/layouts.txt', renderText(layouts, { sources, color: false, width: 60 }));
  });

  test('is empty without diagnostics', () => {
    expect(renderText([], { sources, color: true })).toBe('');
  });

  test('lets nothing through that a terminal obeys, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.nat(220),
        fc.nat(220),
        fc.nat(120),
        (text, column, length, width) => {
          const origin = { file: text, pointer: text };
          const diagnostic: Diagnostic = {
            code: 'STW1203',
            severity: 'error',
            message: text,
            origin,
            related: [{ origin, message: text }],
            help: text,
            fix: { title: text, origin, text },
          };
          const line = { line: 1, column: column + 1, length: length + 1, text: text.replaceAll(/[\r\n]/g, '') };
          const printed = renderText([diagnostic], { sources: { locate: () => line }, color: false, width });
          expect(control.test(printed.replaceAll('\n', ''))).toBe(false);
          for (const shown of printed.split('\n').filter((shown) => /^ *\d* \|/.test(shown) && !shown.includes('-'))) {
            expect(shown.length).toBeLessThanOrEqual(Math.max(20, width) + 420);
          }
        },
      ),
      { seed: 1, numRuns: 60 },
    );
  });

  test('looks at the part of a long line around the place alone', () => {
    let read = 0;
    const text = new Proxy(Object('x'.repeat(1_000_000)) as object, {
      get(target, name) {
        read++;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const location = { line: 1, column: 500_000, length: 400_000, text: text as unknown as string };
    renderText(
      errors(1).map((error) => ({ ...error, origin: { file: 'a' } })),
      { sources: { locate: () => location }, color: false },
    );
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(1_000);
  });
});

describe('colour', () => {
  test.each<[Record<string, string>, boolean, boolean]>([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ TERM: 'dumb' }, true, false],
  ])('%j on a terminal (%j): %j', (env, isTTY, expected) => {
    expect(wantsColor(env, isTTY)).toBe(expected);
  });
});

describe('json', () => {
  const schema: unknown = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../schemas/diagnostics.schema.json'), 'utf8'),
  );
  const validate = new Ajv2020({ strict: true }).compile(schema as object);

  test('is what the published schema says', () => {
    const text = renderJson([...sample, ...layouts], { sources });
    expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
    expectGolden('diagnostics/sample.json', text);
  });

  test('is a list without entries where there are no diagnostics', () => {
    const value: unknown = JSON.parse(renderJson([], { sources }));
    expect(value).toEqual({ version: 1, diagnostics: [] });
    expect(validate(value)).toBe(true);
  });
});

describe('github', () => {
  test('escapes what the runner would take for its own', () => {
    expectGolden('diagnostics/sample.github.txt', renderGithub(sample, { sources, folder: 'fleet' }));
  });

  test('shows ten of a severity, the worst first, and says how many are left', () => {
    const lines = renderGithub([...errors(12, 'warning'), ...errors(11), ...errors(2, 'info')], { sources }).split(
      '\n',
    );
    expect(lines.map((line) => line.slice(0, line.indexOf(' ')))).toEqual([
      ...Array.from({ length: 10 }, () => '::error'),
      '1',
      ...Array.from({ length: 10 }, () => '::warning'),
      '2',
      '::notice',
      '::notice',
      '',
    ]);
    expect(lines[10]).toBe('1 error more, not shown as annotations');
  });

  test('is empty without diagnostics', () => {
    expect(renderGithub([], { sources })).toBe('');
  });
});

test('visible text is one line, cut where it is long', () => {
  expect(visible('a\tb\r\n\u{e0041}\u200d')).toBe('a\\tb\\r\\n\\u{e0041}\\u{200d}');
  expect(visible('x'.repeat(10_000)).length).toBe(4_001);
});
