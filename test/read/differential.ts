import { expect } from 'vitest';
import { parseAllDocuments, type Document as YamlDocument } from 'yaml';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import type { Json } from '../../src/ir/index.ts';
import { readDocuments, Sources } from '../../src/read/index.ts';

const path = 'a.yaml';

/** What the `yaml` library makes of a stream; undefined where it finds a fault. */
export function readByOther(text: string): readonly unknown[] | undefined {
  const documents = [...parseAllDocuments(text, { prettyErrors: false })] as YamlDocument[];
  const sound = documents.every(({ errors, warnings }) => errors.length + warnings.length === 0);
  return sound ? documents.map((document): unknown => document.toJS()) : undefined;
}

/** Our reader gives the same values, and the place of each value holds that value. False: the other one finds a fault. */
export function expectSame(text: string): boolean {
  const others = isSound(text) ? readByOther(text) : undefined;
  if (others === undefined) return false;
  const diagnostics = new Diagnostics();
  const documents = readDocuments({ path, text }, diagnostics);
  expect(diagnostics.list(), text).toEqual([]);
  expect(documents.map(({ value }) => value)).toEqual(others);
  const sources = new Sources([{ path, text }]);
  for (const { index, value } of documents) expectPlaces(sources, text, index, '', value);
  return true;
}

/**
 * What that library writes when it folds a line is not always sound: it may cut a surrogate pair, and it may put an
 * empty line after an escaped line break, which it then reads as a blank where the specification has a line feed.
 */
function isSound(text: string): boolean {
  return text.isWellFormed() && !/\\\r?\n[ \t]*\r?\n/.test(text);
}

function expectPlaces(sources: Sources, text: string, document: number, pointer: string, value: Json): void {
  const span = sources.spanOf({ file: path, document, pointer });
  expect(span, pointer).toBeDefined();
  const [start, end] = span!;
  const slice = text.slice(start, end);
  // Nothing stands where null is written as nothing, and a block with an indent of its own needs what is around it.
  if (value !== null && !/^[|>][-+]?\d/.test(slice)) {
    const lineStart = Math.max(text.lastIndexOf('\n', start - 1) + 1, text.startsWith('\ufeff') ? 1 : 0);
    const alone = `${' '.repeat(start - lineStart)}${slice}`;
    expect(readByOther(alone), `${pointer} of ${JSON.stringify(text)}: ${JSON.stringify(alone)}`).toEqual([value]);
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, child] of Object.entries(value)) {
    expectPlaces(sources, text, document, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, child);
  }
}
